"""What the tests of the API share."""

import json

import pytest


@pytest.fixture
def told(visitor):
    """told(path): the JSON at an address."""

    def read(path):
        response = visitor.get(path)
        assert response.status_code == 200, path
        assert response.headers["Content-Type"] == "application/json"
        return json.loads(response.content.decode())

    return read


@pytest.fixture
def problem(visitor):
    """problem(path, status): the problem at an address, which has all that every problem has."""

    def read(path, status, method="get", **options):
        response = getattr(visitor, method)(path, **options)
        found = json.loads(response.content.decode())
        assert response.status_code == found["status"] == status
        assert response.headers["Content-Type"] == "application/problem+json"
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert "Cache-Control" not in response.headers
        assert "ETag" not in response.headers
        assert found["type"] == "about:blank"
        assert found["title"]
        assert found["detail"]
        return found

    return read

"""Which addresses are open to other origins, and what is told there of errors."""

import pytest
from django.http import HttpResponse
from django.utils import translation

from wizard.api.middleware import is_open, open_to_all_origins

PROBLEM = "application/problem+json"
CLOSED = [
    *("/", "/en/", "/line/", "/line/a0/", "/line/a0/now/", "/line/a2b1c0-1h/", "/line/outcomes/stop/"),
    *("/accessibility/", "/schema/result.json", "/schema/flow.json", "/robots.txt", "/favicon.ico"),
    *("/nowhere/", "/nowhere.json", "/line/outcomes/stop.json", "/line/a2b1c0-1h.json/", "/static/nope.json"),
    *("/flow.json", "/line/a0/now.json", "/" + "x" * 3000),
]


@pytest.mark.parametrize("path", ["/line/flow.json", "/line/a0.json", "/line/zz.json", "/dinner/flow.json"])
def test_what_is_for_programs_is_open_be_there_anything_or_not(path):
    assert is_open(path)
    with translation.override("en"):
        assert is_open(f"/en{path}")


@pytest.mark.parametrize("path", CLOSED)
def test_nothing_else_is_open(path):
    assert not is_open(path)


@pytest.mark.parametrize("path", [*CLOSED, "/line?flow.json"])
def test_nothing_else_is_answered_to_other_origins(visitor, path):
    response = visitor.get(path, headers={"origin": "https://other.example"})

    assert "Access-Control-Allow-Origin" not in response.headers
    assert response.headers["Content-Type"] != PROBLEM


@pytest.mark.parametrize(
    ("path", "status", "origin", "kind"),
    [
        ("/line/flow.json", 200, "*", "text/html; charset=utf-8"),
        ("/line/flow.json", 304, "*", "text/html; charset=utf-8"),
        ("/line/flow.json", 399, "*", "text/html; charset=utf-8"),
        ("/line/flow.json", 400, "*", PROBLEM),
        ("/line/flow.json", 500, "*", PROBLEM),
        ("/line/a0/", 404, None, "text/html; charset=utf-8"),
    ],
)
def test_an_error_is_told_as_a_problem_where_programs_read(rf, path, status, origin, kind):
    answer = open_to_all_origins(lambda _: HttpResponse(status=status))(rf.get(path))

    assert answer.status_code == status
    assert answer.headers.get("Access-Control-Allow-Origin") == origin
    assert answer.headers["Content-Type"] == kind


def test_static_files_are_not_open_either(visitor):
    response = visitor.get("/static/wizard.css")
    response.close()

    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response.headers


def test_what_is_told_is_guarded_and_sets_no_cookie(visitor):
    for path in ("/line/flow.json", "/line/a2b1c0-1h.json", "/line/zz.json", "/line/" + "a0" * 2000 + ".json"):
        response = visitor.get(path)

        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "max-age=31536000" in response.headers["Strict-Transport-Security"]
        assert not response.cookies


# Every error of the site, where programs read


@pytest.mark.parametrize(
    "path",
    [
        *("/line/zz.json", "/line/-1a.json", "/line/outcomes.json", "/line/%F0%9F%90%B1.json"),
        *("/dinner/flow.json", "/dinner/a0.json", "/accessibility/flow.json"),
    ],
)
def test_what_cannot_be_read_at_all_is_a_problem(problem, path):
    found = problem(path, 404)

    assert found["title"] == "Not Found"
    assert found["detail"] == "このアドレスにはページがありません"
    assert problem(f"/en{path}", 404)["detail"] == "There is no page at this address"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("path", ["/line/flow.json", "/line/a2b1c0-1h.json", "/line/zz.json"])
def test_an_unsafe_method_is_a_problem(visitor, problem, path, method):
    found = problem(path, 405, method)

    assert found["detail"] == "このページには、データを送れません"
    assert getattr(visitor, method)(path).headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/line/" + "a0" * 2000 + ".json", "/line/flow.json?" + "x" * 3000])
def test_an_oversized_address_is_a_problem(problem, path):
    assert problem(path, 414)["detail"] == "アドレスが長すぎます"
    assert problem(f"/en{path}", 414)["detail"] == "This address is too long"


def test_a_foreign_host_is_a_problem(problem):
    problem("/line/flow.json", 400, headers={"host": "evil.example"})


def test_an_error_of_ours_is_a_problem(visitor, problem, monkeypatch):
    visitor.raise_request_exception = False
    monkeypatch.setattr("wizard.visits.walk", lambda *_: 1 / 0)

    assert problem("/line/a2b1c0-1h.json", 500)["detail"] == "サイトの側で問題が起きました"

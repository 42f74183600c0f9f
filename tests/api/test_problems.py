"""Errors as programs are told them, as values."""

import json

import pytest
from django.http import HttpResponse
from django.utils import translation

from wizard.api.problems import CONTENT_TYPE, DETAILS, ProblemError, as_problem, problem


def said(response):
    return json.loads(response.content.decode())


def page(status, **headers):
    return HttpResponse("<h1>…</h1>", status=status, headers=headers)


def test_a_problem_says_what_kind_it_is_and_what_to_do():
    made = problem(404, "ありません", question="food")

    assert (made.status_code, made.headers["Content-Type"]) == (404, "application/problem+json")
    assert said(made) == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "ありません",
        "question": "food",
    }
    assert "ありません" in made.content.decode()


def test_a_problem_can_be_raised():
    error = ProblemError(404, "nothing", address="/")

    assert str(error) == "nothing"
    assert (error.response.status_code, said(error.response)["address"]) == (404, "/")


@pytest.mark.parametrize("status", DETAILS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_error_page_is_retold_in_its_own_words(status, language):
    with translation.override(language):
        told = as_problem(page(status))

        assert told.headers["Content-Type"] == CONTENT_TYPE
        assert (told.status_code, said(told)["status"], said(told)["detail"]) == (status, status, DETAILS[status])


def test_a_rare_error_is_retold_by_its_name():
    assert said(as_problem(page(418)))["detail"] == "I'm a Teapot"


def test_what_is_allowed_is_passed_on():
    assert as_problem(page(405, Allow="GET, HEAD")).headers["Allow"] == "GET, HEAD"
    assert "Allow" not in as_problem(page(404)).headers


def test_a_problem_stays_as_it_is():
    made = problem(404, "There is no result yet.", question="food")

    assert as_problem(made) is made

"""The addresses for programs: what is answered, kept, redirected and refused."""

import json

import pytest

from wizard.api.views import SCHEMAS
from wizard.caching import KEPT

PREFIXES = ("", "/en")


@pytest.mark.parametrize("name", ["result", "flow"])
def test_a_description_is_served_as_it_is(visitor, name):
    response = visitor.get(f"/schema/{name}.json")

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/schema+json"
    assert response.headers["Cache-Control"] == KEPT
    assert response.content == (SCHEMAS / f"{name}.json").read_bytes()


def test_there_are_no_other_descriptions(visitor):
    assert visitor.get("/schema/nothing.json").status_code == 404


@pytest.mark.usefixtures("lunch_site")
@pytest.mark.parametrize(("prefix", "language"), [("", "ja"), ("/en", "en")])
def test_what_is_told_names_this_host_and_speaks_the_language_of_its_address(told, prefix, language):
    flow, result = told(f"{prefix}/lunch/flow.json"), told(f"{prefix}/lunch/a0b12-2a.json")

    assert flow["language"] == result["language"] == language
    assert flow["address"] == f"https://testserver{prefix}/"
    assert flow["$schema"] == "https://testserver/schema/flow.json"
    assert result["address"] == f"https://testserver{prefix}/lunch/a0b12-2a/"
    assert result["$schema"] == "https://testserver/schema/result.json"


def test_words_are_sent_as_they_are(visitor):
    content = visitor.get("/line/flow.json").content.decode()

    assert "を" in content
    assert "\\u" not in content


@pytest.mark.usefixtures("lunch_site")
@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_forged_stamp_leads_to_the_right_one(visitor, prefix):
    response = visitor.get(f"{prefix}/lunch/a0b12-2d.json")

    assert response.status_code == 302
    assert response.headers["Location"] == f"{prefix}/lunch/a0b12-2a.json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.usefixtures("lunch_site")
def test_a_forged_stamp_on_a_half_read_address_does_not_lose_the_note(told):
    assert told("/lunch/a1q7-2d.json")["unread"] is True


@pytest.mark.parametrize("path", ["/line/flow.json", "/line/a2b1c0-1h.json", "/en/line/flow.json"])
def test_what_is_told_may_be_kept_as_a_page_may(visitor, path):
    response = visitor.get(path, headers={"accept-encoding": "gzip"})
    again = visitor.get(path, headers={"if-none-match": response.headers["ETag"]})

    assert again.status_code == 304
    assert again.content == b""
    for answer in (response, again):
        assert answer.headers["Cache-Control"] == KEPT
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert visitor.head(path).headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.usefixtures("lunch_site")
@pytest.mark.parametrize("token", ["a0", "a0-1a", "a0-2a", "a0q7", "a0b"])
def test_a_walk_that_is_not_finished_says_what_is_asked_next(visitor, problem, token):
    found = problem(f"/en/lunch/{token}.json", 404)

    assert found == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "There is no result yet. The next question: “What is in the garden?”",
        "question": "food",
        "address": "https://testserver/en/lunch/a0/",
    }
    assert visitor.open(found["address"]).main["data-question"] == "food"


@pytest.mark.usefixtures("lunch_site")
def test_the_next_question_is_named_in_the_language_of_the_address(problem):
    assert "庭に何がありますか？" in problem("/lunch/a0.json", 404)["detail"]


def test_a_result_is_found_by_programs_and_not_by_search_engines(visitor):
    page = visitor.open("/line/a2b1c0-1h/")
    address = next(link["href"] for link in page.rel["alternate"] if link.get("type") == "application/json")
    told = visitor.get(address)

    assert told.status_code == 200
    assert json.loads(told.content)["token"] == "a2b1c0-1h"
    assert told.headers["X-Robots-Tag"] == "noindex"
    assert visitor.get("/line/flow.json").headers.get("X-Robots-Tag") is None

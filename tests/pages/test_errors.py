"""Pages of what went wrong: each with a way on, numbers to call, and a message that buys time."""

from dataclasses import replace

import pytest
from django.template.loader import render_to_string

from tests.visitor import Page

NUMBERS = ["tel:110", "tel:%239110", "tel:188"]
REFUSED = {
    400: {"headers": {"host": "evil.example"}},
    404: {"path": "/line/nothing/"},
    405: {"method": "post"},
    414: {"path": "/?q=" + "x" * 3000},
    422: {"path": "/line/a0c1/?asked=signs"},
}


@pytest.fixture
def refused(visitor):
    """refused(status, prefix): the page of an error, in the language of the prefix."""

    def open(status, prefix):
        how = {"method": "get", "path": "/", **REFUSED[status]}
        page = Page(getattr(visitor, how["method"])(prefix + how["path"], headers=how.get("headers")))
        assert page.status == status
        return page

    return open


@pytest.mark.parametrize("status", REFUSED)
@pytest.mark.parametrize(("prefix", "language"), [("", "ja"), ("/en", "en")])
def test_who_is_in_trouble_finds_numbers_and_a_message_where_a_page_fails(refused, status, prefix, language):
    page = refused(status, prefix)

    assert page.lang == language
    assert [link for link in page.links if link.startswith("tel:")] == NUMBERS
    assert "改めてお返事いたします" in page.text
    assert ("I will check the rules" in page.text) is (language == "en")


@pytest.mark.parametrize("status", [400, 404, 405, 414])
@pytest.mark.parametrize(("prefix", "words"), [("", "最初の質問から始める"), ("/en", "Start from the first question")])
def test_there_is_a_way_on(refused, status, prefix, words):
    assert refused(status, prefix).leads(words) == [f"{prefix}/"]


def test_numbers_stand_on_a_page_once(visitor):
    page = visitor.open("/line/a2/?asked=harm")

    assert page.status == 422
    assert [link for link in page.links if link.startswith("tel:")][:3] == NUMBERS
    assert page.words.count("急ぐときは") == 1


def test_a_flow_without_desks_or_messages_promises_none(lunch):
    silent = replace(lunch, questions={}, replies=())

    assert render_to_string("_meanwhile.html", {"flow": silent}).strip() == ""

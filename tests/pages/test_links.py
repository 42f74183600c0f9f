"""Links for other sites: as values, and as they are pasted."""

import re
from dataclasses import replace
from html import unescape

import pytest
from django.conf import settings

from tests.engine.reading.broken import changed
from wizard.pages.links import Link, LinksPage

pytestmark = pytest.mark.usefixtures("english_lunch")


def test_a_flow_offers_its_plain_way_in(lunch):
    page = LinksPage(lunch)

    assert page.address == "/en/lunch/links/"
    assert page.plain == Link("plain-any", "", "/en/lunch/")
    assert list(LinksPage(replace(lunch, prefilled=())).filled) == []


def test_a_prefilled_question_has_a_link_for_each_option(lunch):
    ((id, statement, links),) = LinksPage(replace(lunch, prefilled=("weather",))).filled

    assert (id, statement) == ("weather", "Weather")
    assert links[0] == Link("weather-sun", "Sunny", "/en/lunch/?weather=sun")
    assert [link.address for link in links] == [f"/en/lunch/?weather={id}" for id in ("sun", "cloud", "rain")]


@pytest.fixture
def pasted(visitor):
    """pasted(path): the links that a page gives to paste, by address."""

    def found(path):
        html = unescape(visitor.get(path).content.decode())
        return re.findall(r'<a href="(https://[^"]*)"( style="[^"]+")?>', html)

    return found


@pytest.mark.parametrize(("prefix", "language"), [("", "ja"), ("/en", "en")])
def test_a_site_can_paste_a_link_or_a_button_that_answers_a_question(visitor, pasted, prefix, language):
    found = pasted(f"{prefix}/lunch/links/")
    queries = ["", "?weather=sun", "?weather=cloud", "?weather=rain"]

    assert [address for address, _ in found] == [
        f"https://testserver{prefix}/lunch/{query}" for query in queries for _ in ("link", "button")
    ]
    assert [bool(style) for _, style in found] == [False, True] * len(queries)
    for address, place in zip(found[::2], ["/lunch/", "/lunch/a0/", "/lunch/a1-2p/", "/lunch/a2/"], strict=True):
        page = visitor.open(address[0].removeprefix("https://testserver"))
        assert (page.lang, page.address) == (language, f"{prefix}{place}")


def test_the_start_page_offers_links_to_paste(visitor):
    assert "/lunch/links/" in visitor.open("/").links


def test_a_flow_without_prefilled_questions_offers_the_plain_link_alone(visitor, pasted, monkeypatch, tmp_path):
    (tmp_path / "lunch").mkdir()
    (tmp_path / "lunch" / "flow.toml").write_text(changed('prefilled = ["weather"]\n', ""), encoding="utf-8")
    monkeypatch.setattr(settings, "FLOWS_DIR", tmp_path)

    assert "/lunch/links/" not in visitor.open("/").links
    assert {address for address, _ in pasted("/lunch/links/")} == {"https://testserver/lunch/"}

"""Links for other sites, as values."""

from dataclasses import replace

import pytest

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

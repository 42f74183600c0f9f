"""Who runs the site, and what its advice rests on: as counted, and as said in both languages."""

import re
from datetime import date
from urllib.parse import unquote

import pytest

from wizard.content import flows
from wizard.pages.about import AboutPage

BOTH = pytest.mark.parametrize("prefix", ["", "/en"])


def test_its_figures_are_counted_from_the_flows(lunch_site):
    page = AboutPage.of(flows())

    assert (page.official + page.secondary, page.opened + page.read) == (len(page.sources), len(page.sources))
    assert (page.official, page.secondary) == (1, 1)
    assert page.oldest == date(2026, 1, 1)
    assert (page.promises, page.cases, page.days) == (2, 1, 180)
    assert page.flow.id == "lunch"
    assert page.unknown == ["明日の天気"]


@BOTH
def test_an_operator_who_is_not_named_is_said_to_be_nobody(visitor, prefix):
    page = visitor.open(f"{prefix}/about/")
    nobody = (
        "Whoever runs this site has not given a name."
        if prefix
        else "このサイトを公開している人は、名乗っていません。"
    )

    assert nobody in page.words
    assert not [href for href in page.links if href.startswith("mailto:")]
    assert page.leads("Something is wrong here" if prefix else "おかしいところを知らせる") == []


@BOTH
def test_an_operator_is_named_with_an_address(visitor, settings, prefix):
    settings.OPERATOR, settings.CONTACT = "Aoi & Co.", "mailto:hello@example.org"
    page = visitor.open(f"{prefix}/about/")

    assert "Aoi & Co." in page.words
    assert page.leads("hello@example.org")[0].startswith("mailto:hello@example.org?subject=")


def test_from_a_result_its_name_and_edition_go_along_and_nobodys_answers(visitor, settings):
    settings.CONTACT = "mailto:hello@example.org"
    (link,) = visitor.open("/en/line/a0c2d0e0-1p/").leads("Something is wrong here")

    subject = unquote(link.removeprefix("mailto:hello@example.org?subject="))

    assert subject == "Before You Connect · result line/stay-on-site · edition 1"
    assert "a0c2" not in link


@pytest.mark.parametrize(
    ("form", "link"),
    [
        ("https://example.org/form", "https://example.org/form?result=line%2Fstop&edition=1"),
        ("https://example.org/form?id=7", "https://example.org/form?id=7&result=line%2Fstop&edition=1"),
    ],
)
def test_a_form_is_told_the_same(visitor, settings, form, link):
    settings.CONTACT = form

    assert visitor.open("/en/line/outcomes/stop/").leads("Something is wrong here") == [link]
    assert visitor.open("/en/line/").leads("Something is wrong here") == [form]


@BOTH
@pytest.mark.parametrize(
    "path", ["/", "/line/a0/", "/line/a0c2d0e0-1p/", "/line/rules/", "/accessibility/", "/nowhere/"]
)
def test_every_page_leads_to_it(visitor, prefix, path):
    assert f"{prefix}/about/" in visitor.open(prefix + path).links


@BOTH
def test_the_standard_is_answered_item_by_item_and_counted(visitor, prefix):
    html = visitor.get(f"{prefix}/about/").content.decode()
    met, unmet = ("Met", "Not met yet") if prefix else ("満たしている", "まだ満たしていない")
    items = re.findall(r'<li class="row"><p><strong>(.+?)</strong> (.+?)</p>\s*<p class="hint">(.+?)</p></li>', html)

    assert len(items) == 12
    assert {status for status, _, _ in items} <= {met, unmet}
    (count,) = re.findall(r"(?:12項目のうち、満たしているもの：|Met, out of 12: )(\d+)", html)
    assert int(count) == [status for status, _, _ in items].count(met)


def test_both_languages_answer_the_standard_alike(visitor):
    found = [visitor.get(f"{prefix}/about/").content.decode() for prefix in ("", "/en")]
    japanese, english = (re.findall(r'<li class="row"><p><strong>(.+?)</strong>', html) for html in found)

    assert [status == "満たしている" for status in japanese] == [status == "Met" for status in english]


def test_its_links_lead_to_places_that_are_there(visitor):
    page = visitor.open("/about/")
    for href in page.links:
        if href.startswith("/line/rules/"):
            target = visitor.open(href)
            assert target.status == 200
            assert "#" not in href or href.split("#")[1] in target.ids

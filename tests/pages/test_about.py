"""Who runs the site, and what its advice rests on: as counted, and as said in both languages."""

import re
from datetime import date
from urllib.parse import unquote

import pytest

from wizard.content import flows
from wizard.engine import count_walks
from wizard.pages.about import AboutPage

BOTH = pytest.mark.parametrize("prefix", ["", "/en"])


@pytest.fixture
def lunch_about(lunch_site):
    (about,) = AboutPage.of(flows()).flows
    return about


def test_its_figures_are_counted_from_the_flow(lunch_about):
    assert (lunch_about.official, lunch_about.secondary) == (1, 1)
    assert (lunch_about.opened, lunch_about.read) == (1, 1)
    assert lunch_about.oldest == date(2026, 1, 1)
    assert lunch_about.walks == count_walks(lunch_about.flow) > 0
    assert lunch_about.met == 1


OWN = {
    "": [
        "「昼ごはん」",
        "料理人が書きました。",
        "雪の日に食べること",
        "「と言われています」のように",
        "満たしているもの：1",
    ],
    "/en": ["“Lunch”", "The cook wrote it.", "Eating on a snowy day.", "words such as “reportedly”", "out of 2: 1"],
}
WAYS = {"": ("{}通りの答え方", "多すぎて数えていません"), "/en": ("over all {} ways", "too many for us to count")}


@BOTH
def test_what_is_said_of_a_flow_is_its_own(lunch_site, visitor, prefix):
    words = visitor.open(f"{prefix}/about/").words

    assert [said for said in OWN[prefix] if said not in words] == []
    assert "LINE" not in words


@BOTH
def test_ways_of_answering_that_nobody_counted_are_not_none(lunch_about, monkeypatch, visitor, prefix):
    counted, uncounted = WAYS[prefix]
    assert counted.format(lunch_about.walks) in visitor.open(f"{prefix}/about/").words

    monkeypatch.setattr("wizard.pages.about.count_walks", lambda flow: 0)
    words = visitor.open(f"{prefix}/about/").words
    assert uncounted in words
    assert counted.format(0) not in words


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
    items = re.findall(r'<li class="row"><p><strong>(.+?)</strong> (.+?)</p><p class="hint">(.+?)</p></li>', html)

    assert len(items) == 12
    assert {status for status, _, _ in items} <= {met, unmet}
    (count,) = re.findall(r"(?:12項目のうち、満たしているもの：|Met, out of 12: )(\d+)", html)
    assert int(count) == [status for status, _, _ in items].count(met)


@BOTH
def test_where_the_standard_is_met_stands_on_the_pages_that_are_named(visitor, prefix):
    """What is quoted as words of a page can be read there."""
    html = visitor.get(f"{prefix}/about/").content.decode()
    where = re.findall(r'<p class="hint">(.+?)</p></li>', html)
    quoted = {words for text in where for words in re.findall("“(.+?)”|「(.+?)」", text) for words in words if words}
    pages = ("/", "/line/ways/", "/line/rules/", "/about/", "/line/a0c2d0e0-1p/")
    said = " ".join(visitor.open(f"{prefix}{path}").words for path in pages)

    assert len(quoted) > 4
    assert {words for words in quoted if words not in said} == set()


def test_its_links_lead_to_places_that_are_there(visitor):
    page = visitor.open("/about/")
    for href in page.links:
        if href.startswith("/line/rules/"):
            target = visitor.open(href)
            assert target.status == 200
            assert "#" not in href or href.split("#")[1] in target.ids

"""The frame knows nothing of the LINE flow: over a flow that shares no word with it, none of its words is said."""

import re

import pytest

pytestmark = pytest.mark.usefixtures("lunch_site")
PAGES = {
    "start": "/",
    "checkboxes": "/lunch/a0/",
    "checkboxes in no groups, with desks": "/lunch/a2/",
    "form without an answer": "/lunch/a0/?asked=food",
    "form without at least one": "/lunch/a2/?asked=guests",
    "form of other options": "/lunch/a0/?asked=food&food=soup",
    "change": "/lunch/a0b12-2a/weather/",
    "accept": "/lunch/a0b12-2a/",
    "propose": "/lunch/a0b0-2p/",
    "decline": "/lunch/a2c2-2d/",
    "answers off the path": "/lunch/a1b12-2p/",
    "earlier edition": "/lunch/a2c1-1a/",
    "earlier edition with more to ask": "/lunch/a0-1a/",
    "half-read address": "/lunch/a1q7/",
    "shared accept": "/lunch/a0b12-2a/shared/",
    "shared decline": "/lunch/a2c1-2d/shared/",
    "outcome picnic": "/lunch/outcomes/picnic/",
    "outcome cafe": "/lunch/outcomes/cafe/",
    "outcome home": "/lunch/outcomes/home/",
    "links": "/lunch/links/",
    "rules": "/lunch/rules/",
    "rules of a walk": "/lunch/a0b12-2a/rules/",
    "about": "/about/",
    "accessibility": "/accessibility/",
    "404": "/nowhere/",
    "414": "/?q=" + "x" * 2000,
}
LINES_OWN = re.compile(
    r"(?<![a-z])line(?![a-z])|ＬＩＮＥ|client|依頼主|相手の方|operator|運営|crowd|クラウド", re.IGNORECASE
)
# Any flow's result can be sent by LINE, as by e-mail.
WAY_TO_SHARE = re.compile(r"https://line\.me/\S*|LINEで送る|Send on LINE")


def said(response):
    """All that a page says, in its markup too, but for its styles and its ways to share."""
    return WAY_TO_SHARE.sub("", re.sub("<style>.*?</style>", "", response.content.decode(), flags=re.DOTALL))


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_another_flow_says_a_word_of_the_line_flow(visitor, page, prefix):
    assert LINES_OWN.findall(said(visitor.get(prefix + PAGES[page], follow=True))) == []


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_nor_does_a_refusal_or_an_error_of_ours(visitor, monkeypatch, prefix):
    refused = [visitor.post(f"{prefix}/"), visitor.get(f"{prefix}/", headers={"host": "evil.example"})]
    visitor.raise_request_exception = False
    monkeypatch.setattr("wizard.visits.walk", lambda *_: 1 / 0)
    answers = [*refused, visitor.get(f"{prefix}/lunch/a0/")]

    assert [answer.status_code for answer in answers] == [405, 400, 500]
    assert [LINES_OWN.findall(said(answer)) for answer in answers] == [[], [], []]


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", ["/lunch/flow.json", "/lunch/a0b12-2a.json", "/lunch/a0.json", "/lunch/zz.json"])
def test_nor_do_programs_hear_one(visitor, prefix, path):
    assert LINES_OWN.findall(visitor.get(prefix + path).content.decode()) == []

"""Every page of every walk, in both languages: the question at each step, and the result."""

import re

import pytest

from tests.line.logic import WALKS
from wizard.content import flows
from wizard.engine import spell, walk

PREFIXES = {"ja": "", "en": "/en"}
# So many tests for each language, for all processes to share. `make check` opens an eighth of the pages.
SHARES = 8
TESTS = [
    pytest.param(language, share, marks=[pytest.mark.slow] if share != number else [])
    for number, language in enumerate(PREFIXES)
    for share in range(SHARES)
]
# What a voice reads as English: all words but a title, which holds no marks, text areas, and what is marked.
# A drawing is hidden from screen readers; the list beside it says the same.
MARKED = re.compile(
    r'<title.*?</title>|<svg.*?</svg>|<textarea.*?</textarea>|<(\w+)[^>]*\slang="ja".*?</\1>|<[^>]*>', re.DOTALL
)
JAPANESE = re.compile("[ぁ-ヿ一-鿿]")
UNSAID = re.compile(r"None\b(?! of)|\{\{|\{%|>\s*\(\)|\[\]")


def places():
    """Every place of the LINE flow that a walk comes by, by its token."""
    flow = flows()["line"]["ja"]
    parts = (dict(list(answers.items())[:count]) for answers, _ in WALKS for count in range(1, len(answers) + 1))
    walks = (walk(flow, answers) for answers in parts)
    return list({spell(at): at for at in walks}.items())


PLACES = places()


def test_the_places_are_many():
    assert len(PLACES) > 3000


@pytest.mark.parametrize(("language", "share"), TESTS)
def test_every_page_opens_and_says_what_it_is(visitor, language, share):
    for token, at in PLACES[share::SHARES]:
        response = visitor.get(f"{PREFIXES[language]}/line/{token}/")
        page = response.content.decode()
        ids = re.findall(r'\sid="([^"]+)"', page)

        assert response.status_code == 200, token
        assert f'<html lang="{language}">' in page, token
        assert len(ids) == len(set(ids)), (token, ids)
        assert language == "ja" or not JAPANESE.search(MARKED.sub("", page)), token
        assert not UNSAID.search(page), (token, UNSAID.search(page))
        if at.outcome:
            assert f'data-outcome="{at.outcome.id}" data-verdict="{at.outcome.verdict}"' in page, token
        else:
            assert f'data-question="{at.question.id}"' in page, token


@pytest.mark.parametrize("address", ["", "line/links/", "line/rules/", "line/ways/", "accessibility/", "nowhere/"])
def test_other_pages_mark_their_japanese_too(visitor, address):
    page = visitor.get(f"/en/{address}").content.decode()

    assert not JAPANESE.search(MARKED.sub("", page))


def test_outcomes_without_answers_mark_their_japanese_too(visitor, line):
    for outcome in line.outcomes:
        page = visitor.get(f"/en/line/outcomes/{outcome}/").content.decode()
        assert not JAPANESE.search(MARKED.sub("", page)), outcome

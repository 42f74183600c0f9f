"""The deck of the LINE flow, opened page by page."""

import re
from html import unescape

import pytest
from django.conf import settings

from tests.conftest import LANGUAGES
from wizard.engine.proving import deal, prove
from wizard.engine.proving.style import lines_in
from wizard.proofs import address_of_card


def plain(text):
    """A text without what is only there for its lines to break well, and without the arrows of a path of taps."""
    return re.sub("[\\s\u200b\u2060→]", "", text)


def words(page):
    """What stands between the tags of a page."""
    assert page.status_code == 200
    return unescape(re.sub("<[^>]*>", "", page.content.decode()))


@pytest.mark.slow
def test_every_text_of_questions_and_results_is_read_by_whoever_opens_the_deck(visitor):
    subject = prove(settings.FLOWS_DIR / "line", LANGUAGES).subject
    deck = deal(subject)
    pages = (visitor.get(address_of_card(subject.flow, card)) for card, _ in deck.cards)
    read = plain("\n".join(words(page) for page in pages))
    named = subject.files.named
    tables = [*named["question"].values(), *named["outcome"].values(), *named["shared"].values()]
    unseen = tuple(item.place[1] for item in deck.unseen)
    missing = [
        line.table.path
        for table in tables
        for line in lines_in(table, ["ja"])
        if plain(line.text) not in read and not line.table.path.startswith(unseen)
    ]

    assert missing == []
    assert set(unseen) == {f"question.permission.{key}[3]" for key in ("title", "why", "statement")}

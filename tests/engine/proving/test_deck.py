"""The deck: a careful reader who opens its pages reads every text."""

import pytest

from tests.conftest import FLOWS, LANGUAGES
from wizard.engine.proving import deal, prove


@pytest.fixture
def subject():
    return prove(FLOWS / "lunch", LANGUAGES).subject


def test_every_text_shows_on_some_page_of_the_deck_or_is_told_to_programs_alone(subject):
    deck = deal(subject)
    shown = {place for card, _ in deck.cards for place in card.shows}

    assert shown | {item.place for item in deck.unseen} == {item.place for item in subject.items}
    assert [item.place[1] for item in deck.unseen] == ["question.food.title[2]"]


def test_the_most_telling_page_comes_first_and_none_tells_nothing_new(subject):
    news = [new for _, new in deal(subject).cards]

    assert news == sorted(news, reverse=True)
    assert 0 not in news
    assert len(news) == 6

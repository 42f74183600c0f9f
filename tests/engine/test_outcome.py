"""The nouns of a result page as values."""

from datetime import date, timedelta

import pytest

from wizard.engine import How, Outcome, Reply, Source, Tone, Verdict, When, Words
from wizard.engine.condition import Condition

POLITE, SHORT = Tone("polite", "Polite"), Tone("short", "Short")
SUN, RAIN = (When((Condition("weather", frozenset({weather})),)) for weather in ("sun", "rain"))


def outcome(*replies):
    return Outcome("x", Verdict.ACCEPT, Words(), Words(), (), (), (), (), (), replies, (), ())


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"weather": ("sun",)}, ["sunny", "short"]),
        ({"weather": ("rain",)}, ["any", "rainy"]),
        ({"weather": ("cloud",)}, ["any", "short"]),
        ({}, ["any", "short"]),
    ],
)
def test_of_each_tone_the_first_message_that_suits_is_said(answers, said):
    replies = outcome(
        Reply(SUN, "sunny", POLITE, ""),
        Reply(When(), "any", POLITE, ""),
        Reply(When(), "never", POLITE, ""),
        Reply(RAIN, "rainy", SHORT, ""),
        Reply(When(), "short", SHORT, ""),
    ).replies_for(answers)

    assert [reply.text for reply in replies] == said
    assert [reply.tone for reply in replies] == [POLITE, SHORT]


def test_a_tone_in_which_nothing_suits_is_left_out():
    replies = (Reply(SUN, "sunny", POLITE, ""), Reply(When(), "short", SHORT, ""))

    assert [reply.text for reply in outcome(*replies).replies_for({})] == ["short"]
    assert outcome().replies_for({}) == ()


@pytest.mark.parametrize(("days", "stale"), [(0, False), (151, False), (179, False), (180, False), (181, True)])
def test_a_fact_is_taken_on_trust_for_exactly_180_days(days, stale):
    checked = date(2026, 1, 1)
    source = Source("x", "X", "https://example.org/", True, checked, How.READ)

    assert source.is_stale(checked + timedelta(days=days)) is stale


def test_verdicts_stand_from_the_softest_to_the_hardest():
    assert list(Verdict) == ["accept", "propose", "decline", "help"]

"""Stamps: what a link said when it was made."""

from dataclasses import replace
from datetime import date

import pytest

from wizard.engine import Edition, Stamp, Verdict, is_forged, is_later, walk, was
from wizard.engine.stamp import STAMP, stamp_of

CLOUDY, RAINY = {"weather": ("cloud",)}, {"weather": ("rain",), "guests": ("family",)}


def test_a_result_is_stamped_with_todays_edition_and_verdict(lunch):
    assert str(stamp_of(walk(lunch, CLOUDY))) == "-2p"
    assert stamp_of(walk(lunch, {})) is None


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_letter_of_its_own(verdict):
    assert STAMP.fullmatch(str(Stamp(1, verdict)))["verdict"] == verdict[0]
    assert [other[0] for other in Verdict].count(verdict[0]) == 1


@pytest.mark.parametrize(
    ("answers", "stamp", "forged"),
    [
        (CLOUDY, None, False),
        (CLOUDY, Stamp(2, Verdict.PROPOSE), False),
        (CLOUDY, Stamp(2, Verdict.ACCEPT), True),
        (CLOUDY, Stamp(3, Verdict.ACCEPT), False),  # a later one may say so
        (CLOUDY, Stamp(1, Verdict.ACCEPT), False),  # an earlier edition may have said so
        ({}, Stamp(2, Verdict.ACCEPT), True),
        ({}, Stamp(1, Verdict.ACCEPT), False),
    ],
)
def test_a_stamp_of_today_must_be_what_the_rules_say(lunch, answers, stamp, forged):
    assert is_forged(walk(lunch, answers), stamp) is forged


@pytest.mark.parametrize(("stamp", "later"), [(None, False), (1, False), (2, False), (3, True), (999999, True)])
def test_a_stamp_of_a_later_edition_is_one_of_a_later_release(lunch, stamp, later):
    assert is_later(walk(lunch, CLOUDY), stamp and Stamp(stamp, Verdict.PROPOSE)) is later


def test_what_an_earlier_edition_said_is_told_with_all_that_came_since(lunch):
    third = replace(lunch, editions=(*lunch.editions, Edition(3, date(2026, 3, 1), "More guests.")))
    told = was(walk(third, RAINY), Stamp(1, Verdict.ACCEPT))

    assert (told.verdict, told.edition.number) == ("accept", 1)
    assert [edition.number for edition in told.since] == [2, 3]


@pytest.mark.parametrize(
    "stamp", [None, Stamp(2, Verdict.ACCEPT), Stamp(9, Verdict.ACCEPT), Stamp(1, Verdict.DECLINE)]
)
def test_a_link_of_today_or_one_that_agrees_needs_no_telling(lunch, stamp):
    assert was(walk(lunch, RAINY), stamp) is None


def test_a_link_whose_walk_now_goes_on_is_told_too(lunch):
    assert was(walk(lunch, {}), Stamp(1, Verdict.DECLINE)).verdict == "decline"

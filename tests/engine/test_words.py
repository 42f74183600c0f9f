"""Texts that depend on answers."""

from wizard.engine import When, Words
from wizard.engine.condition import Condition
from wizard.engine.words import Wording

SUN = Condition("weather", frozenset({"sun"}))


def test_the_first_wording_that_suits_is_said():
    words = Words((Wording(When((SUN,)), "sunny"), Wording(When(), "any"), Wording(When(), "never")))

    assert words.for_answers({"weather": ("sun",)}) == "sunny"
    assert words.for_answers({"weather": ("rain",)}) == "any"
    assert words.for_answers({}) == "any"


def test_words_that_were_left_out_say_nothing():
    assert Words().for_answers({}) == ""
    assert not Words()
    assert Words((Wording(When(), "x"),))

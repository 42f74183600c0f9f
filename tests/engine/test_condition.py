"""Three-valued conditions."""

import pytest

from wizard.engine.condition import Condition, When, matching
from wizard.engine.words import Wording

SUN = Condition("weather", frozenset({"sun"}))
TWO = Condition("food", frozenset({"bread", "cheese", "fruit"}), at_least=2)


@pytest.mark.parametrize(
    ("answers", "holds"),
    [
        ({}, None),
        ({"weather": ("sun",)}, None),
        ({"weather": ("sun",), "food": ("bread", "cheese")}, True),
        ({"weather": ("sun",), "food": ("bread",)}, False),
        ({"weather": ("sun",), "food": ()}, False),
        ({"weather": ("rain",)}, False),
        ({"food": ()}, False),
    ],
)
def test_all_must_hold_and_one_that_fails_settles_it(answers, holds):
    assert When((SUN, TWO)).holds(answers) is holds


def test_no_condition_always_holds():
    assert When().holds({}) is True


def test_what_is_not_known_yet_does_not_show():
    always, sunny = Wording(When(), "always"), Wording(When((SUN,)), "sunny")

    assert matching([sunny, always], {}) == (always,)
    assert matching([sunny, always], {"weather": ("sun",)}) == (sunny, always)

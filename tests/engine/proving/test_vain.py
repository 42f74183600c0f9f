"""Whether another answer hides a text."""

from dataclasses import replace

import pytest

from wizard.engine import When
from wizard.engine.condition import Condition
from wizard.engine.proving.texts import Item, Page
from wizard.engine.proving.vain import hides


@pytest.mark.parametrize(
    ("least", "at_least", "hidden"),
    [(0, 1, True), (0, 2, True), (2, 2, True), (2, 1, False)],  # of three, two ticks always have bread or cheese
)
def test_the_other_answers_have_as_many_ticks_as_are_wanted(lunch, least, at_least, hidden):
    food = replace(lunch.questions["food"], least=least)
    when = When((Condition("food", frozenset(("bread", "cheese")), at_least),))
    item = Item(("lunch/flow.toml", "outcome.go", ""), "step", Page.RESULT, ("go",), when)

    assert hides(item, {"food": ("bread", "cheese")}, food) is hidden

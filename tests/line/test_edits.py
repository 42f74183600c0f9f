"""No single edit of the LINE rules that softens or hardens a verdict goes unnoticed."""

import pytest

from tests.line.edits import Verdicts, edits, figures_of
from wizard.engine.proving import compare

KINDS = {
    "drop",
    "swap",
    "move",
    "lose a condition",
    "lose an option",
    "threshold - 1",
    "threshold + 1",
    "another outcome",
}


@pytest.mark.slow
def test_every_edit_that_softens_or_hardens_a_verdict_breaks_a_promise_or_a_case(line):
    figures = figures_of(line)

    assert figures.made.keys() == figures.telling.keys() == KINDS
    assert figures.telling.total() > 1000
    assert figures.missed == []


def test_an_edit_is_told_to_change_verdicts_if_and_only_if_a_comparison_finds_any(lunch):
    verdicts = Verdicts(lunch)
    told = [verdicts.are_others_in(edited) for _, edited in edits(lunch)]

    assert told == [
        bool(found.softer or found.harder) for found in (compare(lunch, edited) for _, edited in edits(lunch))
    ]
    assert {*told} == {True, False}

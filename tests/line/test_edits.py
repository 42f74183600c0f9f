"""No single edit of the LINE rules that softens or hardens a verdict goes unnoticed."""

import pytest

from tests.line.edits import figures_of

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

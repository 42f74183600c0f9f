"""What would change a verdict: every claim is held against all walks."""

from dataclasses import replace

import pytest

from tests.line.logic import WALKS, kind
from wizard.engine import Verdict, changes, walk

SEVERITY = list(Verdict)


def agrees(path, answers):
    """Whether the rules see in a path what they see in the answers, as far as it asks for them."""
    return all(kind(id, path[id]) == kind(id, answer) for id, answer in answers.items() if id in path)


SOME = WALKS[::31]


@pytest.mark.parametrize(("answers", "rule"), SOME, ids=lambda value: value.get("outcome", ""))
def test_a_change_leads_away_from_the_verdict(line, answers, rule):
    for change in changes(walk(line, answers)):
        given = {**answers, change.question.id: change.answer}
        possible = {r["verdict"] for path, r in WALKS if agrees(path, given)}

        assert change.at.given == given
        assert change.verdicts == possible != {rule["verdict"]}
        assert change.is_certain is (len(possible) == 1)


def test_the_most_useful_change_comes_first(line):
    """What can be changed before what is fixed, what is certain before what is not, the softer verdict first."""
    ranks = []
    for answers, _ in SOME:
        found = changes(walk(line, answers))
        keys = [(c.question.fixed, not c.is_certain, min(map(SEVERITY.index, c.verdicts))) for c in found]
        assert keys == sorted(keys)
        ranks += keys

    for part in range(3):
        assert len({key[part] for key in ranks}) > 1, "each of the three makes a difference somewhere"


def test_a_changed_walk_that_goes_on_may_end_in_several_verdicts(lunch):
    at = walk(lunch, {"weather": ("cloud",)})
    sun = next(change for change in changes(at) if change.answer == ("sun",))

    assert sun.verdicts == {"accept", "propose"}
    assert not sun.is_certain


def test_a_flow_with_too_many_ways_claims_nothing_that_it_cannot_know(lunch):
    at = walk(replace(lunch, endings=()), {"weather": ("cloud",)})

    assert changes(at) == []
    assert [change.answer for change in changes(walk(at.flow, {"weather": ("rain",), "guests": ("family",)}))] == [
        ("cloud",)
    ]

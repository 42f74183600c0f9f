"""A solver finds the moves that walking side by side finds, and gives up in time."""

from dataclasses import replace
from time import process_time

import pytest

from tests.engine.proving.made import made
from tests.engine.proving.test_compare import edited
from tests.engine.proving.test_pairing import states
from tools.made_up import large
from wizard.engine import walk
from wizard.engine.proving import TooManyError, compare

SEEDS = range(12)


@pytest.fixture
def no_walking(monkeypatch):
    """So that every flow is too large to walk."""
    monkeypatch.setattr("wizard.engine.proving.side_by_side.MOST_POSITIONS", 0)


def both_ways(before, after, monkeypatch):
    """The moves found by walking side by side, and those found by solving."""
    walked = compare(before, after).moves
    with monkeypatch.context() as patch:
        patch.setattr("wizard.engine.proving.side_by_side.MOST_POSITIONS", 0)
        return walked, compare(before, after).moves


def ends(moves):
    return {(move.before.id, move.after.id) for move in moves}


@pytest.mark.parametrize("seed", SEEDS)
def test_an_edit_of_the_rules_moves_the_same(seed, monkeypatch):
    before = made(seed)
    after = edited(before, seed)
    walked, solved = both_ways(before, after, monkeypatch)

    assert ends(solved) == ends(walked)
    for move in solved:
        assert move.routes is None
        assert walk(before, move.walk | move.past).outcome == move.before
        assert walk(after, move.walk).outcome == move.after


@pytest.mark.parametrize("seed", SEEDS)
def test_an_edit_of_the_options_moves_the_same(seed, monkeypatch):
    before, after = states(seed)
    walked, solved = both_ways(before, after, monkeypatch)

    assert ends(solved) == ends(walked)
    assert ends(move for move in walked if move.sure) <= ends(move for move in solved if move.sure)
    for move in solved:
        assert walk(before, move.walk | move.past).outcome == move.before
        assert walk(after, move.walk).outcome == move.after


def test_nothing_has_moved_in_the_same_state(no_walking):
    assert str(compare(made(0), made(0))) == "All routes end as before."


def test_moves_are_told_without_their_number(no_walking, lunch):
    outcomes = {**lunch.outcomes, "home": replace(lunch.outcomes["home"], verdict="propose")}
    comparison = compare(lunch, replace(lunch, outcomes=outcomes))

    assert str(comparison) == (
        "Routes are too many to count. Moves from one outcome to another: "
        "softer verdicts 1, harder 0, another outcome alike 0."
    )
    assert str(comparison.moves[0]).startswith("softer: home (propose) instead of home (decline). A walk: weather = ")
    assert comparison.share(comparison.softer) == "some, too many to count"


def test_a_flow_of_200_questions_and_400_rules_is_compared_in_time():
    before = large(200)
    rule = next(number for number, rule in enumerate(before.rules) if len(rule.when.conditions) == 3)
    softer = replace(before.rules[rule], when=replace(before.rules[rule].when, conditions=()), outcome="no")
    after = replace(before, rules=(*before.rules[:rule], softer, *before.rules[rule + 1 :]))
    began = process_time()

    assert [move.how for move in compare(before, after).moves] == ["harder"]
    assert compare(before, before).moves == ()
    assert process_time() - began < 10


def test_what_nobody_can_compare_is_said(no_walking, monkeypatch):
    monkeypatch.setattr("wizard.engine.proving.solved.Minisat22", None)

    with pytest.raises(TooManyError):
        compare(made(0), made(0))


def test_a_solver_that_takes_too_long_is_given_up(no_walking, monkeypatch):
    monkeypatch.setattr("wizard.engine.proving.compared_by_solving.MOST_CONFLICTS", 1)
    before = large(100)
    shuffled = replace(before, rules=(*reversed(before.rules[:-1]), before.rules[-1]))

    with pytest.raises(TooManyError):
        compare(before, shuffled)

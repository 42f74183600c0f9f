"""What an edit changes is what walking both states with every situation shows."""

from dataclasses import replace

import pytest

from tests.engine.proving.made import made, situations
from tools.made_up import flow as made_flow
from tools.made_up import question
from wizard.engine import Condition, Rule, Verdict, When, walk
from wizard.engine.proving import compare

SEEDS = range(8)


def edited(flow, seed):
    """A rule dropped, two swapped, or an outcome changed."""
    rules = list(flow.rules)
    number = seed % (len(rules) - 1)
    if seed % 3 == 0:
        del rules[number]
    elif seed % 3 == 1:
        rules[0], rules[number] = rules[number], rules[0]
    else:
        rules[number] = Rule(rules[number].when, next(id for id in flow.outcomes if id != rules[number].outcome))
    return replace(flow, rules=tuple(rules))


@pytest.mark.parametrize("seed", SEEDS)
def test_ways_move_if_and_only_if_some_situation_ends_elsewhere(seed):
    before = made(seed)
    after = edited(before, seed)
    moved = {}
    for answers in situations(before):
        was, now = walk(before, answers), walk(after, answers)
        if was.outcome.id != now.outcome.id:
            moved.setdefault((was.outcome.id, now.outcome.id), []).append(len(now.path))
    found = {(move.before.id, move.after.id): move for move in compare(before, after).moves}

    assert found.keys() == moved.keys()
    for key, move in found.items():
        assert walk(after, move.walk).outcome.id == key[1]
        assert len(move.walk) == min(moved[key])
        assert move.is_softer == (hardness(move.after) < hardness(move.before))
        assert move.is_harder == (hardness(move.after) > hardness(move.before))


def hardness(outcome):
    return list(Verdict).index(outcome.verdict)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_flow_moves_nowhere_against_itself(seed):
    flow = made(seed)
    comparison = compare(flow, flow)

    assert comparison.routes == len(flow.survey.endings)
    assert comparison.moves == ()
    assert str(comparison) == f"All {comparison.routes} routes end as before."


def test_an_option_that_one_state_lacks_is_not_compared(lunch):
    weather = lunch.questions["weather"]
    fewer = replace(weather, options={id: option for id, option in weather.options.items() if id != "cloud"})
    before = replace(lunch, questions={**lunch.questions, "weather": fewer})

    assert compare(before, lunch).routes == compare(lunch, lunch).routes - 1


def test_the_sentence_counts_softer_and_harder_verdicts_apart(lunch):
    outcomes = {**lunch.outcomes, "home": replace(lunch.outcomes["home"], verdict=Verdict.PROPOSE)}
    comparison = compare(lunch, replace(lunch, outcomes=outcomes))
    (move,) = comparison.moves

    assert str(comparison) == ("Of 4 routes: softer verdicts 1, harder 0, another outcome alike 0.")
    assert str(move) == (
        "softer, 1: home (propose) instead of home (decline). The shortest: weather = rain; guests = family"
    )


def test_a_flow_of_very_many_questions_in_a_row_is_walked_to_its_end():
    asked = {f"q{n}": question(f"q{n}", "01") for n in range(290)}
    every = When(tuple(Condition(id, frozenset({"0"})) for id in asked))
    flow = made_flow(asked, [Rule(every, "yes"), Rule(When(), "no")])
    comparison = compare(flow, flow)

    assert (comparison.routes, comparison.moves) == (291, ())

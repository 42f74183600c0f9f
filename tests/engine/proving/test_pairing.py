"""Two states that do not know the same answers, held against every two situations that one person may be in."""

import random
from dataclasses import replace
from itertools import product

import pytest

from tests.engine.proving.made import answers_to, made, situations
from tools.made_up import question
from wizard.engine import Condition, When, walk
from wizard.engine.proving import compare
from wizard.engine.proving.pairing import Pairing, TooManyError

SEEDS = range(12)


def without(flow, id, option):
    """The flow without an option, which is what an author leaves of it: conditions on it alone are gone."""
    asked = flow.questions[id]
    fewer = replace(asked, options={o: v for o, v in asked.options.items() if o != option})
    rules = tuple(replace(rule, when=without_option(rule.when, id, option)) for rule in flow.rules)
    return replace(flow, questions={**flow.questions, id: fewer}, rules=rules)


def without_option(when, id, option):
    left = (
        replace(c, options=c.options - {option}) if c.question == id and len(c.options) > 1 else c
        for c in when.conditions
    )
    return When(tuple(c for c in left if c.question != id or option not in c.options))


def states(seed):
    """Two states of a flow, of which each lacks options that the other has, of both kinds of question."""
    chance, flow = random.Random(seed), made(seed, questions=3, rules=6)
    before = after = flow
    for id, asked in flow.questions.items():
        for option in asked.options:
            if len(before.questions[id].options) > 1 and chance.random() < 0.3:
                before = without(before, id, option)
            elif len(after.questions[id].options) > 1 and chance.random() < 0.3:
                after = without(after, id, option)
    return before, after


def may_go_together(past, now, before, after):
    """Whether one person may give both answers, and whether the one follows from the other.

    Written the long way: what both states know of either answer is an answer to the other's question, or not.
    """
    common = set(past.options) & set(now.options)
    fit = now.answer(common.intersection(before)) is not None and past.answer(common.intersection(after)) is not None
    follows = fit and common.intersection(before) == common.intersection(after)
    return follows or not fit, follows


def pairs_of(before, after):
    """Every two situations of one person, each with the questions whose answers follow from each other."""
    choices = [
        [
            (was, now, follows)
            for was, now in product(answers_to(past), answers_to(after.questions[id]))
            for may, follows in [may_go_together(past, after.questions[id], was, now)]
            if may
        ]
        for id, past in before.questions.items()
    ]
    for chosen in product(*choices):
        was, now, follows = (dict(zip(before.questions, part, strict=True)) for part in zip(*chosen, strict=True))
        yield was, now, follows


@pytest.mark.parametrize("seed", SEEDS)
def test_ways_move_if_and_only_if_somebody_may_end_elsewhere(seed):
    before, after = states(seed)
    sure, perhaps = set(), set()
    for was, now, follows in pairs_of(before, after):
        past, today = walk(before, was), walk(after, now)
        if past.outcome.id != today.outcome.id:
            is_sure = all(follows[id] for id in (*past.path, *today.path))
            (sure if is_sure else perhaps).add((past.outcome.id, today.outcome.id))
    moves = compare(before, after).moves

    assert {(move.before.id, move.after.id) for move in moves if move.sure} == sure
    assert {(move.before.id, move.after.id) for move in moves} == sure | perhaps
    for move in moves:
        assert walk(after, move.walk).outcome.id == move.after.id
        assert walk(before, {**move.walk, **move.past}).outcome.id == move.before.id


def test_some_of_these_states_have_answers_that_the_other_lacks():
    compared = [compare(*states(seed)) for seed in SEEDS]

    assert sum(comparison.others > 0 for comparison in compared) >= 4
    assert sum(any(not move.sure for move in comparison.moves) for comparison in compared) >= 4


def test_of_a_tick_that_is_gone_the_other_ticks_are_left():
    past, now = (question("q", ticks, many=True) for ticks in ("ab", "a"))
    pairs = paired(past, now)

    assert {pair[:2] for pair in pairs} == {((), ()), (("a",), ("a",)), (("b",), ()), (("a", "b"), ("a",))}
    assert all(pair.sure for pair in pairs)


def test_who_gave_an_answer_that_is_gone_may_give_any_other():
    pairs = paired(question("q", "abc"), question("q", "ab"))

    assert {(*pair.before, *pair.after, pair.sure) for pair in pairs} == {
        ("a", "a", True),
        ("b", "b", True),
        ("c", "a", False),
        ("c", "b", False),
    }


def test_who_gives_a_new_answer_may_have_given_any_other():
    pairs = paired(question("q", "ab"), question("q", "abc"))

    assert {(*pair.before, *pair.after) for pair in pairs if not pair.sure} == {("a", "c"), ("b", "c")}


def test_a_question_that_takes_several_answers_now_takes_the_one_of_before():
    pairs = paired(question("q", "ab"), question("q", "ab", many=True))

    assert {pair[:2] for pair in pairs if pair.sure} == {(("a",), ("a",)), (("b",), ("b",))}
    assert {pair.after for pair in pairs if not pair.sure} == {(), ("a", "b")}


def paired(past, now):
    """The pairs of two states of a question, whose rules tell every option apart."""
    flow = made(0)
    rules = [
        replace(flow.rules[0], when=When((Condition("q", frozenset({o})),))) for o in {**past.options, **now.options}
    ]
    before, after = (replace(flow, questions={"q": asked}, rules=tuple(rules)) for asked in (past, now))
    return Pairing(before, after).pairs("q")


def test_too_many_answers_are_said_to_be():
    ticks = [chr(ord("A") + n) for n in range(20)]

    with pytest.raises(TooManyError):
        paired(question("q", ticks, many=True), question("q", ticks, many=True))


def test_a_new_question_is_compared_whatever_is_answered():
    before = made(1)
    id = next(iter(before.questions))
    left = replace(before.rules[0], when=When((Condition("new", frozenset({"1"})),)), outcome="soft")
    after = replace(before, questions={**before.questions, "new": question("new", "12")}, rules=(left, *before.rules))
    moves = compare(before, after).moves
    softened = {walk(before, answers).outcome.id for answers in situations(before)} - {"soft"}

    assert id in before.questions
    assert {(move.before.id, move.after.id, move.sure) for move in moves} == {(was, "soft", True) for was in softened}
    assert all(move.walk["new"] == ("1",) for move in moves)

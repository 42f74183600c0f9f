"""What is proved is true: held against every situation of made-up flows, listed one by one."""

import random

import pytest

from tests.engine.proving.made import answers_to, made, situations
from tools.made_up import some_condition, some_when, subject_of
from wizard.engine import Promise, Verdict, walk
from wizard.engine.proving.hidden import hiding, whens
from wizard.engine.proving.pairs import Pairs
from wizard.engine.proving.promises import whom_it_speaks_of
from wizard.engine.proving.risk import severity, softer_walks
from wizard.engine.proving.space import Bounds, Space
from wizard.engine.proving.vain import decides

SEEDS = [3, 7, 13, 21, 34, 55]


@pytest.mark.parametrize("seed", SEEDS)
def test_an_answer_within_bounds_has_the_fewest_ticks_of_all(seed):
    flow, chance = made(seed), random.Random(seed)
    space = Space(flow)
    for question in flow.questions.values():
        for _ in range(20):
            met, unmet = (
                frozenset(some_condition(chance, question, none=True) for _ in range(chance.randint(0, 3)))
                for _ in range(2)
            )
            every = [
                answer
                for answer in answers_to(question)
                if all(c.is_met_by(answer) for c in met) and not any(c.is_met_by(answer) for c in unmet)
            ]
            found = space.answer(question.id, Bounds(met, unmet))

            assert (found is None) == (not every)
            assert found is None or (found in every and len(found) == min(map(len, every)))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_promise_is_broken_if_and_only_if_somebody_of_whom_it_speaks_ends_so(seed):
    flow, chance = made(seed), random.Random(seed)
    subject = subject_of(flow)
    for _ in range(10):
        allowed = frozenset(chance.sample(list(Verdict)[:3], 2))
        promise = Promise("p", some_when(chance, flow.questions, none=True), allowed, frozenset(), "", ())
        breaking = [
            walk(flow, answers)
            for answers in situations(flow)
            if promise.when.holds(answers) and not promise.allows(walk(flow, answers).outcome)
        ]
        against = [route.region for route in subject.routes if not promise.allows(route.outcome)]
        shown = whom_it_speaks_of(subject, promise, against)

        assert (shown is None) == (not breaking)
        if shown is not None:
            assert walk(flow, shown).path == shown
            assert not promise.allows(walk(flow, shown).outcome)
            assert promise.when.holds(shown) is not False
            assert len(shown) == min(len(at.path) for at in breaking)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_rules_that_hide_one_catch_all_that_it_would_decide_and_none_can_be_spared(seed):
    flow = made(seed, rules=14)
    subject = subject_of(flow)
    decided = {flow.rules.index(walk(flow, answers).rule) for answers in situations(flow)}

    assert flow.survey.reached == decided
    for number in set(range(len(flow.rules))) - decided:
        found = hiding(subject, number)
        for spared in (None, *found):
            rest = whens(subject, [rule for rule in found if rule != spared])
            left = any(
                flow.rules[number].when.holds(answers) and not any(when.holds(answers) for when in rest)
                for answers in situations(flow)
            )
            assert left == (spared is not None)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_riskier_answer_softens_if_and_only_if_two_situations_show_it(seed):
    flow = made(seed, questions=3, rules=5)
    subject = subject_of(flow)
    pairs = Pairs(subject.effects, lambda one, other: severity(flow, other) < severity(flow, one))
    for question in flow.questions.values():
        softer = [
            (answers, higher)
            for answers in situations(flow)
            for higher in riskier(question, answers[question.id])
            if hardness(flow, {**answers, question.id: higher}) < hardness(flow, answers)
        ]
        shown = list(softer_walks(subject, pairs, question))

        assert bool(shown) == bool(softer)
        for lower, higher in shown:
            assert hardness(flow, higher) < hardness(flow, lower)
            assert all(lower[id] == higher[id] for id in lower.keys() & higher.keys() - {question.id})


def riskier(question, answer):
    options = list(question.options)
    if question.many:
        return [question.answer((*answer, more)) for more in options if more not in answer]
    return [(option,) for option in options[options.index(answer[0]) + 1 :]]


def hardness(flow, answers):
    return list(Verdict).index(walk(flow, answers).outcome.verdict)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_question_decides_where_it_is_asked_if_and_only_if_two_situations_show_it(seed):
    flow = made(seed, questions=3, rules=5)
    subject = subject_of(flow)
    pairs = Pairs(subject.effects, lambda one, other: flow.rules[one].outcome != flow.rules[other].outcome)
    for id, positions in subject.positions.items():
        for here, before in positions.items():
            reached = subject.space.within(subject.space.region(before))
            ends = {}
            for answers in situations(flow):
                if {**answers, **reached} == answers:
                    rest = tuple((other, answer) for other, answer in answers.items() if other != id)
                    ends.setdefault(rest, set()).add(walk(flow, answers).outcome.id)

            assert decides(pairs, here, flow.questions[id]) == any(len(found) > 1 for found in ends.values())

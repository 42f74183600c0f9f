"""Small made-up flows, and every situation in them, listed one by one."""

import random
from dataclasses import replace
from itertools import chain, combinations, product

from tests.engine.test_survey import flow, question
from wizard.engine import Condition, Rule, Verdict, When
from wizard.engine.proving.space import Space
from wizard.engine.proving.subject import Subject
from wizard.engine.survey import survey

OUTCOMES = ("soft", "middle", "hard")


def made(seed, questions=4, rules=7):
    """A flow of one-choice and checkbox questions, each of whose rules hangs on one to three of them."""
    chance = random.Random(seed)
    asked = {f"q{n}": question(f"q{n}", "123"[: chance.randint(2, 3)], many=n % 2 == 1) for n in range(questions)}
    asked = {id: replace(q, risk=True, least=1 if not q.many else chance.randint(0, 1)) for id, q in asked.items()}
    found = flow(asked, [Rule(some_when(chance, asked), chance.choice(OUTCOMES)) for _ in range(rules)])
    outcomes = {id: replace(found.outcomes["yes"], id=id, verdict=v) for id, v in zip(OUTCOMES, Verdict, strict=False)}
    found = replace(found, outcomes=outcomes, rules=(*found.rules, Rule(When(), chance.choice(OUTCOMES))))
    return replace(found, survey=survey(found))


def some_when(chance, asked, none=False):
    """A condition on one to three questions, in each of the grammar's forms."""
    return When(
        tuple(some_condition(chance, asked[id], none) for id in chance.sample(list(asked), chance.randint(1, 3)))
    )


def some_condition(chance, question, none=False):
    options = list(question.options)
    if question.many and chance.random() < 0.5:
        return Condition(question.id, frozenset(options), chance.randint(1, len(options)))
    if question.many and none and chance.random() < 0.5:
        return Condition(question.id, frozenset())
    return Condition(question.id, frozenset(chance.sample(options, chance.randint(1, len(options) - 1))))


def answers_to(question):
    """Every answer to a question."""
    sets = chain.from_iterable(combinations(question.options, n) for n in range(len(question.options) + 1))
    return [answer for chosen in sets if (answer := question.answer(chosen)) is not None]


def situations(flow):
    """Every answer to every question, combined."""
    for answers in product(*map(answers_to, flow.questions.values())):
        yield dict(zip(flow.questions, answers, strict=True))


def subject_of(flow):
    """A flow to be proved of which there are no files."""
    return Subject(flow, None, None, Space(flow))

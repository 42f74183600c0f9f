"""Small made-up flows, and every situation in them, listed one by one."""

import random
from dataclasses import replace
from itertools import chain, combinations, product

from tools.made_up import flow, question, some_when
from wizard.engine import Rule, Verdict, When
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


def answers_to(question):
    """Every answer to a question."""
    sets = chain.from_iterable(combinations(question.options, n) for n in range(len(question.options) + 1))
    return [answer for chosen in sets if (answer := question.answer(chosen)) is not None]


def situations(flow):
    """Every answer to every question, combined."""
    for answers in product(*map(answers_to, flow.questions.values())):
        yield dict(zip(flow.questions, answers, strict=True))

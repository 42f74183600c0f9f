"""How many walks a flow has, from its first question to an outcome, counted without listing them."""

from __future__ import annotations

from collections import Counter
from math import prod

from .ahead import Effect
from .condition import Condition
from .model import Flow
from .question import Question
from .survey import effect


def count_walks(flow: Flow) -> int:
    """The number of different walks, every set of ticks counted; 0 where the survey did not keep the routes."""
    counts = {id: answers_by_effect(flow, question) for id, question in flow.questions.items()}
    return sum(prod(counts[id][its] for id, its in ending.effects.items()) for ending in flow.survey.endings)


def answers_by_effect(flow: Flow, question: Question) -> Counter[Effect]:
    """How many answers to a question have each effect on the rules."""
    on = dict(flow.conditions_on(question.id))
    if not question.many:
        return Counter(effect(flow, question.id, (option,)) for option in question.options)
    enough = Condition(question.id, frozenset(question.options), question.least)
    wanted = [enough, *on.values()]
    found = Counter({(0,) * len(wanted): 1})
    for option in question.options:
        for counts, number in list(found.items()):
            grown = tuple(min(c.at_least, n + (option in c.options)) for c, n in zip(wanted, counts, strict=True))
            found[grown] += number
    total: Counter[Effect] = Counter()
    for reached, number in found.items():
        if reached[0] >= question.least:
            met = (rule for (rule, c), n in zip(on.items(), reached[1:], strict=True) if n >= c.at_least)
            total[frozenset(met)] += number
    return total

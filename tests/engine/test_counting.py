"""How many walks a flow has, against every one of them listed."""

from collections import Counter
from dataclasses import replace
from itertools import chain, combinations

from wizard.engine import Survey, walk
from wizard.engine.counting import answers_by_effect, count_walks
from wizard.engine.survey import effect


def answers_to(question):
    """Every answer there is."""
    sizes = range(len(question.options) + 1)
    chosen = chain.from_iterable(combinations(question.options, size) for size in sizes)
    return [answer for answer in chosen if question.answer(answer) is not None]


def walks_from(flow, given):
    at = walk(flow, given)
    if at.outcome:
        return 1
    return sum(walks_from(flow, {**given, at.question.id: answer}) for answer in answers_to(at.question))


def test_every_walk_of_the_small_flow_is_counted(lunch):
    assert count_walks(lunch) == walks_from(lunch, {})


def test_every_answer_is_counted_under_its_effect(lunch, line):
    for flow, question in ((lunch, lunch.questions["guests"]), (lunch, lunch.questions["food"])):
        assert answers_by_effect(flow, question) == Counter(
            effect(flow, question.id, answer) for answer in answers_to(question)
        )
    assert answers_by_effect(line, line.questions["signs"]).total() == 2 ** len(line.questions["signs"].options)


def test_a_flow_whose_ways_are_not_known_has_none(lunch):
    assert count_walks(replace(lunch, survey=Survey())) == 0

"""What can be known of a flow before anybody walks it: how far every position is from its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from .condition import Answer, Answers, Condition
from .model import Flow, Position, Question, Range
from .walking import walk


@dataclass(frozen=True, slots=True)
class Survey:
    """Every position of a flow with the range of questions ahead, and the numbers of the rules that are reached."""

    ahead: dict[Position, Range] = field(default_factory=dict)
    reached: set[int] = field(default_factory=set)


def position(flow: Flow, path: Answers) -> Position:
    """What decides all that can still happen: the rules not yet false, with the questions they lack.

    Two paths in one position have the same future, whatever the answers were that led there.
    """
    still: list[tuple[int, tuple[str, ...]]] = [(-1, lacking(flow.start, path))]
    for number, rule in enumerate(flow.rules):
        holds = rule.when.holds(path)
        if holds is False:
            continue
        still.append((number, lacking((*rule.when.questions, *rule.then_ask), path)))
        if holds:
            break
    return tuple(still)


def lacking(questions: tuple[str, ...], path: Answers) -> tuple[str, ...]:
    return tuple(question for question in questions if question not in path)


def survey(flow: Flow) -> Survey:
    """Walk every position of a flow once. The positions are few where the walks are many."""
    found = Survey()
    explore(flow, {}, found, conditions_of(flow))
    return found


def explore(flow: Flow, path: Answers, found: Survey, conditions: tuple[Condition, ...]) -> Range:
    here = position(flow, path)
    if here in found.ahead:
        return found.ahead[here]
    at = walk(flow, path)
    if at.rule:
        found.reached.add(flow.rules.index(at.rule))
        found.ahead[here] = Range(0, 0)
    elif at.question:
        answers = distinct_answers(at.question, conditions)
        ranges = [explore(flow, {**path, at.question.id: answer}, found, conditions) for answer in answers]
        found.ahead[here] = Range(1 + min(r.least for r in ranges), 1 + max(r.most for r in ranges))
    return found.ahead[here]


def conditions_of(flow: Flow) -> tuple[Condition, ...]:
    return tuple(condition for rule in flow.rules for condition in rule.when.conditions)


def distinct_answers(question: Question, conditions: tuple[Condition, ...]) -> list[Answer]:
    """One answer for each way in which a question can decide the conditions that speak of it."""
    about = [condition for condition in conditions if condition.question == question.id]
    effects: dict[tuple[bool | None, ...], Answer] = {}
    for answer in some_answers(question, about):
        effects.setdefault(tuple(condition.holds({question.id: answer}) for condition in about), answer)
    return list(effects.values())


def some_answers(question: Question, about: list[Condition]) -> Iterator[Answer]:
    """Answers enough for every effect: what n ticks make true, the first few of them make true as well."""
    most = max(question.least, sum(condition.at_least for condition in about)) if question.many else 1
    for count in range(min(most, len(question.options)) + 1):
        for chosen in combinations(question.options, count):
            if (answer := question.answer(chosen)) is not None:
                yield answer

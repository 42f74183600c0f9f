"""What can be known of a flow before anybody walks it: how far every position is from its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .condition import Answer, Answers, Condition
from .model import Ahead, Effect, Ending, Flow, Position, Question
from .walking import walk


@dataclass(frozen=True, slots=True)
class Survey:
    """Every position of a flow with what is ahead of it, and the numbers of the rules that are reached."""

    ahead: dict[Position, Ahead] = field(default_factory=dict)
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
    """Those of the questions that a path has not answered."""
    return tuple(question for question in questions if question not in path)


def survey(flow: Flow) -> Survey:
    """Walk every position of a flow once. The positions are few where the walks are many."""
    found = Survey()
    explore(flow, {}, found)
    return found


def explore(flow: Flow, path: Answers, found: Survey) -> Ahead:
    """What is ahead of a path, noted on the way for every position below it: at most one call deeper a letter."""
    here = position(flow, path)
    if here in found.ahead:
        return found.ahead[here]
    at = walk(flow, path)
    if at.rule and at.outcome:
        found.reached.add(flow.rules.index(at.rule))  # the first of two equal rules: the second is never reached
        found.ahead[here] = Ahead(0, 0, frozenset({at.outcome.verdict}))
    elif at.question:
        answers = distinct_answers(flow, at.question)
        below = [explore(flow, {**path, at.question.id: answer}, found) for answer in answers]
        found.ahead[here] = Ahead(
            least=1 + min(ahead.least for ahead in below),
            most=1 + max(ahead.most for ahead in below),
            verdicts=frozenset(verdict for ahead in below for verdict in ahead.verdicts),
        )
    return found.ahead[here]


def endings(flow: Flow, path: Answers | None = None) -> Iterator[Ending]:
    """Each way through the rules once: walks whose answers have the same effects are one way."""
    at = walk(flow, path or {})
    if at.outcome:
        yield Ending(effects(flow, at.path), at.outcome.verdict)
    elif at.question:
        for answer in distinct_answers(flow, at.question):
            yield from endings(flow, {**at.path, at.question.id: answer})


def effects(flow: Flow, answers: Answers) -> dict[str, Effect]:
    """The effect of each answer on the rules' conditions."""
    return {id: effect(conditions_about(flow, id), id, answer) for id, answer in answers.items()}


def effect(about: list[Condition], question: str, answer: Answer) -> Effect:
    """How an answer decides the conditions about its question."""
    return tuple(condition.holds({question: answer}) for condition in about)


def conditions_about(flow: Flow, question: str) -> list[Condition]:
    """The conditions of all rules that speak of a question."""
    return [condition for rule in flow.rules for condition in rule.when.conditions if condition.question == question]


def distinct_answers(flow: Flow, question: Question) -> list[Answer]:
    """One answer for each effect that a question's answers can have."""
    about = conditions_about(flow, question.id)
    found: dict[Effect, Answer] = {}
    for answer in some_answers(question, about):
        found.setdefault(effect(about, question.id, answer), answer)
    return list(found.values())


def some_answers(question: Question, about: list[Condition]) -> Iterator[Answer]:
    """Answers enough for every effect. Of ticks only their number in each condition matters, up to what it wants."""
    if not question.many:
        yield from ((option,) for option in question.options)
        return
    enough = Condition(question.id, frozenset(question.options), question.least)
    counted = list(dict.fromkeys([enough, *about]))
    found: dict[tuple[int, ...], Answer] = {(0,) * len(counted): ()}
    for option in question.options:
        for counts, chosen in list(found.items()):
            grown = tuple(min(c.at_least, n + (option in c.options)) for c, n in zip(counted, counts, strict=True))
            found.setdefault(grown, (*chosen, option))
    yield from (chosen for chosen in found.values() if question.answer(chosen) is not None)

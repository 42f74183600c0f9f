"""What may still come of a walk: the nouns of the survey, all of them frozen.

Walks are too many to list. A **route** through the rules is all walks whose answers do the same to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from .condition import Answer
from .outcome import Verdict

# What an answer does to the rules: the numbers of those whose condition on its question it meets.
Effect = frozenset[int]


class OpenRule(NamedTuple):
    """A rule that is not false yet: the questions that its conditions lack, and those that it asks besides."""

    number: int
    lacking: tuple[str, ...]
    then_ask: tuple[str, ...]

    def without(self, question: str) -> OpenRule:
        """The rule once the question is answered and does not make it false."""
        return OpenRule(self.number, without(self.lacking, question), without(self.then_ask, question))


class Position(NamedTuple):
    """Where a walk stands: the questions of `start` still to come, and the rules up to the first that is true.

    Two paths in one position have the same future, whatever the answers were that led there.
    """

    start: tuple[str, ...]
    rules: tuple[OpenRule, ...]

    @property
    def asks(self) -> str | None:
        """The question asked here; None where a rule has decided."""
        first = self.rules[0]
        return next(iter((*self.start, *first.lacking, *first.then_ask)), None)

    def after(self, question: str, effect: Effect) -> Position:
        """The position that an answer with this effect leads to."""
        still = (
            rule.without(question) if question in rule.lacking or question in rule.then_ask else rule
            for rule in self.rules
            if question not in rule.lacking or rule.number in effect
        )
        return Position(without(self.start, question), up_to_true(still))


def without(questions: tuple[str, ...], question: str) -> tuple[str, ...]:
    """The questions but one."""
    return tuple(other for other in questions if other != question) if question in questions else questions


def up_to_true(rules: Iterable[OpenRule]) -> tuple[OpenRule, ...]:
    """The rules up to the first that lacks nothing: those behind it have no say."""
    found = []
    for rule in rules:
        found.append(rule)
        if not rule.lacking:
            break
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What may still come: how many questions, least to most, which verdicts, and in how many routes."""

    least: int
    most: int
    verdicts: frozenset[Verdict]
    routes: int


@dataclass(frozen=True, slots=True)
class Ending:
    """A route and where it ends: the effect of each answer in the order asked, and the rule and verdict at its end."""

    effects: Mapping[str, Effect]
    rule: int
    verdict: Verdict


@dataclass(frozen=True)
class Survey:
    """What was found of a flow before anybody walks it: what is ahead, the routes through it, and the rules reached.

    `answers`: of each question one for each effect that they can have.
    Of a flow that is too large for the budget, positions are missing, `is_whole` is false, and no endings are kept.
    Nor are they of a whole survey that found too many routes.
    """

    ahead: Mapping[Position, Ahead] = field(default_factory=dict)
    endings: tuple[Ending, ...] = ()
    answers: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    reached: frozenset[int] = frozenset()
    is_whole: bool = False

    @property
    def knows_routes(self) -> bool:
        """Whether the routes are known, each by its ending: every flow has one at least."""
        return bool(self.endings)

    def endings_after(self, effects: Mapping[str, Effect]) -> int:
        """The endings that answers with these effects may lead to: a set as bits."""
        asked, met, _ = self._endings_by
        possible = (1 << len(self.endings)) - 1
        for question, effect in effects.items():
            possible &= ~asked.get(question, 0) | met.get((question, effect), 0)
        return possible

    def verdicts_of(self, endings: int) -> frozenset[Verdict]:
        """The verdicts of such a set of endings."""
        return frozenset(verdict for verdict, ending_in in self._endings_by[2].items() if endings & ending_in)

    @cached_property
    def _endings_by(self) -> tuple[dict[str, int], dict[tuple[str, Effect], int], dict[Verdict, int]]:
        """The endings that ask a question, those that an effect of it leads to, those in a verdict: sets as bits.

        A result page asks for dozens of such sets, and to look through thousands of endings for each took a quarter of
        its time.
        """
        asked: dict[str, int] = defaultdict(int)
        met: dict[tuple[str, Effect], int] = defaultdict(int)
        verdicts: dict[Verdict, int] = defaultdict(int)
        for number, ending in enumerate(self.endings):
            verdicts[ending.verdict] |= 1 << number
            for question, effect in ending.effects.items():
                asked[question] |= 1 << number
                met[question, effect] |= 1 << number
        return asked, met, verdicts

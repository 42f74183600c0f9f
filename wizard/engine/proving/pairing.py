"""The answers of one person to one question, in two states of a flow: they agree on whatever both states know."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import NamedTuple

from ..ahead import Effect
from ..condition import Answer, Condition
from ..model import Flow
from ..question import Question
from ..survey import MOST_ANSWERS, some_answers

NO_EFFECT: Effect = frozenset()


class TooManyError(Exception):
    """There are too many answers, or routes, to look through."""


class Pair(NamedTuple):
    """An answer in the past and one of today, with what they do to the rules of their state; None: no such question.

    `sure`: whether the one follows from the other. Who gave an answer that is gone, or gives a new one, may have
    chosen any other.
    """

    before: Answer | None
    after: Answer | None
    was: Effect
    now: Effect
    sure: bool = True


# An answer with what it does to the rules.
Given = tuple[Answer, Effect]


@dataclass
class Side:
    """The answers to a question in one of the states: all, and those that may go with any of the other state."""

    flow: Flow
    by_effect: dict[Effect, Given] = field(default_factory=dict)
    free_by_effect: dict[Effect, Given] = field(default_factory=dict)

    def note(self, question: Question, chosen: set[str], *, is_free: bool) -> Given | None:
        """Chosen options as an answer; None if they are none."""
        answer = question.answer(chosen)
        if answer is None:
            return None
        given = answer, self.flow.effect(question.id, answer)
        self.by_effect.setdefault(given[1], given)
        if is_free:
            self.free_by_effect.setdefault(given[1], given)
        return given

    @property
    def all(self) -> Collection[Given]:
        return self.by_effect.values()

    @property
    def free(self) -> Collection[Given]:
        return self.free_by_effect.values()


@dataclass
class Pairing:
    """Two states of a flow, the past one in today's ids."""

    before: Flow
    after: Flow
    found: dict[str, tuple[Pair, ...]] = field(default_factory=dict)

    def pairs(self, question: str) -> tuple[Pair, ...]:
        """A pair for each two effects that a person's answers can have. Raises TooManyError."""
        if question not in self.found:
            by_effects: dict[tuple[Effect, Effect], Pair] = {}
            for pair in self.pairs_of(question):
                known = by_effects.setdefault((pair.was, pair.now), pair)
                if pair.sure and not known.sure:
                    by_effects[pair.was, pair.now] = pair
            self.found[question] = tuple(by_effects.values())
        return self.found[question]

    def pairs_of(self, id: str) -> Iterator[Pair]:
        past, now = self.before.questions.get(id), self.after.questions.get(id)
        if past and now:
            yield from self.pairs_of_both(past, now)
        elif now:
            for answer in told_apart(now, self.conditions(id)):
                yield Pair(None, answer, NO_EFFECT, self.after.effect(id, answer))
        elif past:
            for answer in told_apart(past, self.conditions(id)):
                yield Pair(answer, None, self.before.effect(id, answer), NO_EFFECT)

    def pairs_of_both(self, past: Question, now: Question) -> Iterator[Pair]:
        """First the answers that follow from each other, then those that are free."""
        common = past.options.keys() & now.options.keys()
        befores, afters = Side(self.before), Side(self.after)
        for chosen in told_apart(united(past, now), [*self.conditions(now.id), *limits(past, now)]):
            fits_past, fits_now = (question.answer(common & {*chosen}) is not None for question in (past, now))
            before = befores.note(past, past.options.keys() & {*chosen}, is_free=not fits_now)
            after = afters.note(now, now.options.keys() & {*chosen}, is_free=not fits_past)
            if before and after and fits_past and fits_now:
                yield paired(before, after, sure=True)
        if len(befores.free) * len(afters.all) + len(befores.all) * len(afters.free) > MOST_ANSWERS:
            raise TooManyError(now.id)
        for before, after in (*product(befores.free, afters.all), *product(befores.all, afters.free)):
            yield paired(before, after, sure=False)

    def conditions(self, id: str) -> list[Condition]:
        """What the rules of both states ask of a question."""
        return [condition for flow in (self.before, self.after) for _, condition in flow.conditions_on(id)]


def paired(before: Given, after: Given, *, sure: bool) -> Pair:
    """Two answers as a pair."""
    return Pair(before[0], after[0], before[1], after[1], sure)


def told_apart(question: Question, conditions: list[Condition]) -> list[Answer]:
    """Answers enough for everything that the conditions tell apart. Raises TooManyError."""
    answers = some_answers(question, conditions)
    if not answers:
        raise TooManyError(question.id)
    return answers


def united(past: Question, now: Question) -> Question:
    """A question with the options of both, of which so many may be chosen as either lets choose."""
    return replace(now, many=past.many or now.many, least=0, options={**past.options, **now.options})


def limits(past: Question, now: Question) -> Iterator[Condition]:
    """What tells whether chosen options, or those of them that both know, are an answer to either question."""
    common = past.options.keys() & now.options.keys()
    for question in (past, now):
        for count in (question.least,) if question.many else (1, 2):
            for options in (question.options.keys(), common):
                yield Condition(now.id, frozenset(options), count)

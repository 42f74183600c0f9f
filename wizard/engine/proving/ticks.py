"""The answer to one question with the fewest ticks that meets some conditions and misses others; none is listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ..condition import Answer, Condition
from ..question import Question

Conditions = frozenset[Condition]
NO_CONDITIONS: Conditions = frozenset()


class Bounds(NamedTuple):
    """What is wanted of one question's answer: conditions that it meets, and conditions that it does not."""

    met: Conditions = NO_CONDITIONS
    unmet: Conditions = NO_CONDITIONS

    def meeting(self, condition: Condition) -> Bounds:
        return Bounds(self.met | {condition}, self.unmet)

    def missing(self, condition: Condition) -> Bounds:
        return Bounds(self.met, self.unmet | {condition})


def answer_within(question: Question, bounds: Bounds) -> Answer | None:
    """The answer to a question with the fewest ticks that meets some conditions and misses others.

    Exact for every set of ticks: of these only their number in each condition matters, up to what it wants.
    """
    if not question.many:
        return next(((option,) for option in question.options if is_within((option,), bounds)), None)
    every = frozenset(question.options)
    some, none = Condition(question.id, every), Condition(question.id, frozenset())
    met = {Condition(question.id, every, question.least), *bounds.met, *([some] if none in bounds.unmet else [])}
    unmet = {*bounds.unmet, *([some] if none in bounds.met else [])}
    wanted, barred = strictest(met - {none}, max), strictest(unmet - {none}, min)
    forced = frozenset[str]().union(*(c.options for c in wanted if len(c.options) == c.at_least))
    if any(condition.is_met_by(tuple(forced)) for condition in barred):
        return None
    return fewest_ticks(question, forced, without(forced, wanted), without(forced, barred))


def without(ticked: frozenset[str], conditions: Iterable[Condition]) -> list[Condition]:
    """What is left of conditions once some options are ticked; nothing of those that these meet."""
    left = (Condition(c.question, c.options - ticked, c.at_least - len(c.options & ticked)) for c in conditions)
    return [condition for condition in left if condition.at_least > 0]


def strictest(conditions: Iterable[Condition], of_two: Callable[[int, int], int]) -> list[Condition]:
    """The conditions, of those on the same options the one that says it all; without what always holds."""
    found: dict[frozenset[str], Condition] = {}
    for condition in conditions:
        before = found.get(condition.options, condition)
        found[condition.options] = (
            before if of_two(before.at_least, condition.at_least) == before.at_least else condition
        )
    return [condition for condition in found.values() if condition.at_least]


def is_within(answer: Answer, bounds: Bounds) -> bool:
    """Whether an answer meets and misses what it should."""
    return all(c.is_met_by(answer) for c in bounds.met) and not any(c.is_met_by(answer) for c in bounds.unmet)


def fewest_ticks(
    question: Question, forced: frozenset[str], met: Sequence[Condition], unmet: Sequence[Condition]
) -> Answer | None:
    """The fewest ticks besides those forced that fill every condition met and none of those unmet.

    Option by option, by what they fill.
    """
    whole = tuple(condition.at_least for condition in met)
    start = (0,) * len(met), (0,) * len(unmet)
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], Answer] = {start: ()}
    best: Answer | None = () if not met else None
    for option in telling(question, met, unmet):
        for (full, used), chosen in list(found.items()):
            if full == whole or (best is not None and len(chosen) + 1 >= len(best)):
                continue
            grown = filled(full, met, option), filled(used, unmet, option)
            may = not any(n >= c.at_least for n, c in zip(grown[1], unmet, strict=True))
            if may and (grown not in found or len(chosen) + 1 < len(found[grown])):
                found[grown] = (*chosen, option)
                best = found[grown] if grown[0] == whole else best
    return None if best is None else question.answer(forced.union(best))


def telling(question: Question, met: Sequence[Condition], unmet: Sequence[Condition]) -> list[str]:
    """The options that can help, the best first: of those alike to all conditions no more than any of these wants."""
    most = max((condition.at_least for condition in met), default=0)
    barred = frozenset[str]().union(*(condition.options for condition in unmet if condition.at_least == 1))
    alike: dict[tuple[bool, ...], list[str]] = {}
    for option in question.options:
        if option not in barred:
            alike.setdefault(tuple(option in c.options for c in (*met, *unmet)), []).append(option)
    useful = sorted(alike.items(), key=lambda item: -sum(item[0][: len(met)]))
    return [option for kind, options in useful if any(kind[: len(met)]) for option in options[:most]]


def filled(counts: Iterable[int], conditions: Iterable[Condition], option: str) -> tuple[int, ...]:
    """How far each condition is filled with one more tick, up to what it wants."""
    return tuple(min(c.at_least, n + (option in c.options)) for n, c in zip(counts, conditions, strict=True))

"""The space of all answers, looked through without listing it: which answers meet some conditions and not others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..ahead import Effect
from ..condition import Answer, Answers, Condition, When
from ..model import Flow, Question

Conditions = frozenset[Condition]
NO_CONDITIONS: Conditions = frozenset()
ALWAYS = When()


class Bounds(NamedTuple):
    """What is wanted of one question's answer: conditions that it meets, and conditions that it does not."""

    met: Conditions = NO_CONDITIONS
    unmet: Conditions = NO_CONDITIONS

    def meeting(self, condition: Condition) -> Bounds:
        return Bounds(self.met | {condition}, self.unmet)

    def missing(self, condition: Condition) -> Bounds:
        return Bounds(self.met, self.unmet | {condition})


# What is wanted of each question's answer; a question that is not among these is not asked.
Region = Mapping[str, Bounds]


@dataclass
class Space:
    """The answers to a flow's questions. What was found of them is kept, for the same is wanted time and again."""

    flow: Flow
    answers: dict[tuple[str, Bounds], Answer | None] = field(default_factory=dict)
    regions: dict[tuple[str, Effect], Bounds] = field(default_factory=dict)

    def answer(self, question: str, bounds: Bounds) -> Answer | None:
        """The answer with the fewest ticks within the bounds; None if there is none."""
        key = question, bounds
        if key not in self.answers:
            self.answers[key] = answer_within(self.flow.questions[question], bounds)
        return self.answers[key]

    def any_answer(self, question: str) -> Answer:
        """An answer to a question, whichever is the shortest."""
        return self.answer(question, Bounds()) or ()

    def any_answers(self) -> dict[str, Answer]:
        """An answer to every question."""
        return {id: self.any_answer(id) for id in self.flow.questions}

    def having(self, question: str, effect: Effect) -> Bounds:
        """The bounds of all answers that have one effect on the rules."""
        key = question, effect
        if key not in self.regions:
            on = self.flow.conditions_on(question)
            met = frozenset(condition for rule, condition in on if rule in effect)
            self.regions[key] = Bounds(met, frozenset(condition for _, condition in on) - met)
        return self.regions[key]

    def region(self, effects: Mapping[str, Effect]) -> Region:
        """The region of all walks whose answers have these effects."""
        return {question: self.having(question, effect) for question, effect in effects.items()}

    def whole(self) -> Region:
        """Every answer to every question."""
        return dict.fromkeys(self.flow.questions, Bounds())

    def within(self, region: Region, when: When = ALWAYS, rivals: Sequence[When] = ()) -> Answers | None:
        """Answers of a region for which `when` holds and none of the rivals does; None if there are none.

        A condition on a question that the region does not ask does not hold.
        """
        if not self.may_hold(region, when):
            return None
        found = {condition.question: region[condition.question].meeting(condition) for condition in when.conditions}
        return self.escape({**region, **found}, rivals)

    def escape(self, region: dict[str, Bounds], rivals: Sequence[When]) -> Answers | None:
        """Answers of a region for which none of the rivals holds: of each, one condition has to be missed."""
        for number, rival in enumerate(rivals):
            if self.may_hold(region, rival):
                return self.miss(region, rival, rivals[number + 1 :])
        return {id: self.answer(id, bounds) or () for id, bounds in region.items()}

    def miss(self, region: dict[str, Bounds], rival: When, others: Sequence[When]) -> Answers | None:
        """Answers of a region that miss a condition of one rival, and escape the others."""
        for condition in rival.conditions:
            bounds = region[condition.question].missing(condition)
            if self.answer(condition.question, bounds) is not None:
                found = self.escape({**region, condition.question: bounds}, others)
                if found is not None:
                    return found
        return None

    def may_hold(self, region: Region, when: When) -> bool:
        """Whether each condition holds for some answer of the region; of one question there is one condition."""
        for condition in when.conditions:
            bounds = region.get(condition.question)
            if bounds is None or self.answer(condition.question, bounds.meeting(condition)) is None:
                return False
        return True

    def speaks_of(self, region: Region, when: When) -> Answers | None:
        """Answers of a region to which `when` may apply, where what is not asked counts as any answer."""
        asked = tuple(condition for condition in when.conditions if condition.question in region)
        others = (condition for condition in when.conditions if condition.question not in region)
        if any(self.answer(condition.question, Bounds().meeting(condition)) is None for condition in others):
            return None
        return self.within(region, When(asked))


def telling_apart(regions: Iterable[Region], questions: Iterable[str]) -> Iterator[Region]:
    """The regions, of those that are the same in some questions the first."""
    asked = tuple(questions)
    seen: set[tuple[Bounds | None, ...]] = set()
    for region in regions:
        key = tuple(map(region.get, asked))
        if key not in seen:
            seen.add(key)
            yield region


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
    return fewest_ticks(question, strictest(met - {none}, max), strictest(unmet - {none}, min))


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


def fewest_ticks(question: Question, met: Sequence[Condition], unmet: Sequence[Condition]) -> Answer | None:
    """The fewest ticks that fill every condition met and none of those unmet; option by option, by what they fill."""
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
    return best and question.answer(best)


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

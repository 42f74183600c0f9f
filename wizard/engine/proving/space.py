"""The space of all answers, looked through without listing it: which answers meet some conditions and not others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..ahead import Effect
from ..condition import Answer, Answers, When
from ..model import Flow
from .ticks import Bounds, answer_within

ALWAYS = When()

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
        found = self.narrowed(region, when, rivals)
        return None if found is None else {id: self.answer(id, bounds) or () for id, bounds in found.items()}

    def narrowed(self, region: Region, when: When, rivals: Sequence[When] = ()) -> Region | None:
        """A part of a region in which `when` holds and none of the rivals does; None if there is none."""
        if not self.may_hold(region, when):
            return None
        met = {condition.question: region[condition.question].meeting(condition) for condition in when.conditions}
        return self.escape({**region, **met}, rivals)

    def escape(self, region: Region, rivals: Sequence[When]) -> Region | None:
        """A part of a region in which none of the rivals holds: of each, one condition has to be missed."""
        for number, rival in enumerate(rivals):
            if self.may_hold(region, rival):
                return self.miss(region, rival, rivals[number + 1 :])
        return region

    def miss(self, region: Region, rival: When, others: Sequence[When]) -> Region | None:
        """A part of a region that misses a condition of one rival, and escapes the others."""
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

"""Three-valued conditions: true, false, or not known yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

# The ids of the chosen options, in the flow's order; () under a checkbox question means none of these.
Answer = tuple[str, ...]
Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Condition:
    """Whether at least `at_least` of `options` are among a question's answer.

    This one form carries the whole grammar: one of some options, any of some options, at least n of all.
    No options at all: none is chosen.
    """

    question: str
    options: frozenset[str]
    at_least: int = 1

    def holds(self, answers: Answers) -> bool | None:
        """True or false once the question is answered, None before."""
        answer = answers.get(self.question)
        return None if answer is None else self.is_met_by(answer)

    def is_met_by(self, answer: Answer) -> bool:
        """Whether an answer to its question has enough of the options."""
        if not self.options:
            return not answer
        return len(self.options.intersection(answer)) >= self.at_least


@dataclass(frozen=True, slots=True)
class When:
    """Conditions that must all hold; none at all always hold."""

    conditions: tuple[Condition, ...] = ()

    def holds(self, answers: Answers) -> bool | None:
        """False if any condition is false, else None if any is not known yet, else true (Kleene's "and")."""
        known = True
        for condition in self.conditions:
            answer = answers.get(condition.question)
            if answer is None:
                known = False
            elif not condition.is_met_by(answer):
                return False
        return True if known else None

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that the conditions speak of, in the order written."""
        return tuple(condition.question for condition in self.conditions)


class Conditional(Protocol):
    """Whatever shows only when its condition holds."""

    @property
    def when(self) -> When: ...


C = TypeVar("C", bound=Conditional)


def matching(items: Iterable[C], answers: Answers) -> tuple[C, ...]:
    """The items whose condition is known to hold; without answers, those that have none."""
    return tuple(item for item in items if item.when.holds(answers))

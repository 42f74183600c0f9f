"""What the page of the rules lists: rules, questions, outcomes, dangers and sources, each as a row."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.engine import Danger, Outcome, Promise, Question, Reason, Source, Verdict

from .clauses import Clause


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in words, with its number in the order of trying, and the reasons that it always gives."""

    number: int
    heading: str
    why: str
    clauses: tuple[Clause, ...]
    outcome: Outcome
    reasons: tuple[Reason, ...]
    then_asks: tuple[tuple[str, str], ...]
    decided: bool

    @property
    def title(self) -> str:
        return self.outcome.title.for_answers({})

    @property
    def verdict(self) -> Verdict:
        return self.outcome.verdict


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as it is asked of whoever has said nothing, and the rules that its answers matter to."""

    question: Question
    rules: tuple[int, ...]

    @property
    def title(self) -> str:
        return self.question.title.for_answers({})

    @property
    def why(self) -> str:
        return self.question.why.for_answers({})

    @property
    def options(self) -> list[tuple[str, bool]]:
        """The options, each with whether not knowing counts as it."""
        return [(option.label.for_answers({}), option.unsure) for option in self.question.options.values()]


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """An outcome with the address of its page, and the rules that lead to it."""

    outcome: Outcome
    address: str
    rules: tuple[int, ...]

    @property
    def title(self) -> str:
        return self.outcome.title.for_answers({})

    @property
    def summary(self) -> str:
        return self.outcome.summary.for_answers({})


@dataclass(frozen=True, slots=True)
class DangerRow:
    """A danger of the advice with what holds its control: promises, and how many tests of the project."""

    danger: Danger
    promises: tuple[Promise, ...]

    @property
    def tests(self) -> int:
        return len(self.danger.tests)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source is cited, by a name that readers know, and its address where it has one."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with the places that cite it."""

    source: Source
    places: tuple[Place, ...]

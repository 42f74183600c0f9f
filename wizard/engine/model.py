"""The nouns of a flow in one language, all of them frozen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from .condition import Answer, Answers, When
from .outcome import Desk, Outcome, Reply, Source, Verdict
from .words import Words


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen; `unsure` marks the one that not knowing counts as."""

    id: str
    code: str
    label: Words
    hint: Words
    unsure: bool


@dataclass(frozen=True)
class Question:
    """A question with one choice or, as a checkbox question (`many`), with at least `least`.

    `risk`: its options stand from harmless to harmful, or every tick adds risk. `fixed`: nobody can change the answer.
    """

    id: str
    code: str
    many: bool
    least: int
    risk: bool
    fixed: bool
    title: Words
    hint: Words
    why: Words
    statement: Words
    options: Mapping[str, Option]
    desks: tuple[Desk, ...] = ()
    retired: frozenset[str] = frozenset()

    @cached_property
    def option_by_code(self) -> Mapping[str, str]:
        """The option's id for each code of a token."""
        return {option.code: option.id for option in self.options.values()}

    def answer(self, chosen: Iterable[str]) -> Answer | None:
        """The options chosen as an answer in the flow's order; None if they are not one.

        A one-choice question has exactly one option, a checkbox question at least `least`, and both none that
        the question does not offer.
        """
        wanted = set(chosen)
        if not wanted <= self.options.keys() or len(wanted) < self.least or not (self.many or len(wanted) == 1):
            return None
        return tuple(option for option in self.options if option in wanted)


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition with an outcome; `then_ask` is asked before the outcome shows."""

    when: When
    outcome: str
    then_ask: tuple[str, ...] = ()

    def asks(self, answers: Answers) -> str | None:
        """The first question that this rule still needs, None if it is decided."""
        holds = self.when.holds(answers)
        if holds is False:
            return None
        needed = self.then_ask if holds else self.when.questions
        return next((question for question in needed if question not in answers), None)


@dataclass(frozen=True, slots=True)
class Edition:
    """A published state of the rules: the number rises when, and only when, some walk's outcome changes."""

    number: int
    date: date
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A headed paragraph of the start page."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """What may still come: how many questions, least to most, and which verdicts."""

    least: int
    most: int
    verdicts: frozenset[Verdict]


@dataclass(frozen=True)
class Flow:
    """One wizard's content in one language."""

    id: str
    language: str
    name: str
    title: str
    lead: str
    description: str
    about: tuple[Section, ...]
    replies: tuple[Reply, ...]
    settings_title: Words
    unknown: tuple[str, ...]
    start: tuple[str, ...]
    prefilled: tuple[str, ...]
    questions: Mapping[str, Question]
    rules: tuple[Rule, ...]
    outcomes: Mapping[str, Outcome]
    sources: Mapping[str, Source]
    editions: tuple[Edition, ...]
    retired: frozenset[str] = frozenset()
    # What is ahead in every position of a walk, prepared at start: see survey.survey.
    ahead: Mapping[Position, Ahead] = field(default_factory=dict)
    # One for each way through the rules: see survey.endings.
    endings: tuple[Ending, ...] = ()

    @property
    def edition(self) -> Edition:
        """The published state of today."""
        return self.editions[-1]

    @cached_property
    def question_by_code(self) -> Mapping[str, Question]:
        """The question for each letter of a token."""
        return {question.code: question for question in self.questions.values()}


# The rules that are still open, each with the questions that it lacks: see survey.position.
Position = tuple[tuple[int, tuple[str, ...]], ...]

# How an answer decides each of the rules' conditions that speak of its question.
Effect = tuple[bool | None, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """A way through the rules: the effect of each answer on it, and the verdict at its end."""

    effects: Mapping[str, Effect]
    verdict: Verdict

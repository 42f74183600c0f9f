"""The nouns of a flow in one language, all of them frozen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from .condition import Answer, Answers, When

STALE_AFTER = timedelta(days=180)


class Verdict(StrEnum):
    """The three answers of the product; the first letter stands in a token's stamp."""

    ACCEPT = "accept"
    PROPOSE = "propose"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say something, for the answers that it suits."""

    when: When
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A single text in its wordings, of which the last suits everybody."""

    wordings: tuple[Wording, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wordings)

    def for_answers(self, answers: Answers) -> str:
        """The first wording that suits the answers; "" for words that were left out."""
        return next((w.text for w in self.wordings if w.when.holds(answers)), "")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from, and the day somebody checked it there."""

    id: str
    title: str
    url: str
    official: bool
    checked: date

    def is_stale(self, today: date) -> bool:
        """Whether the fact wants checking again: older than 180 days (design, part 4)."""
        return today - self.checked > STALE_AFTER


@dataclass(frozen=True, slots=True)
class Desk:
    """A help desk: for what, by which number, when."""

    id: str
    name: str
    note: str
    phone: str
    hours: str
    sources: tuple[Source, ...]


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
class Step:
    """Something to do now."""

    when: When
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the verdict is what it is; its condition names the answers that caused it."""

    when: When
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """Something to change in an app: where to find it, what others see of it, and whether we are sure of it."""

    when: When
    text: str
    path: str
    sees: str
    sure: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """A message to send, in a tone: polite, short, firm, or a report to the site's operator.

    `original` is the message in the flow's first language, which the client reads; "" where that is this language.
    """

    when: When
    text: str
    tone: str
    original: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What happens next: the same walk with `answers` changed, the question `change` asked again, or `advice`."""

    when: When
    text: str
    answers: Answers
    change: str
    advice: str


@dataclass(frozen=True, slots=True)
class Help:
    """A help desk for what has happened, with what to say there."""

    when: When
    text: str
    desk: Desk


@dataclass(frozen=True, slots=True)
class Outcome:
    """One of the result pages."""

    id: str
    verdict: Verdict
    title: Words
    summary: Words
    steps: tuple[Step, ...]
    evidence: tuple[Step, ...]
    settings: tuple[Setting, ...]
    reasons: tuple[Reason, ...]
    replies: tuple[Reply, ...]
    follow_ups: tuple[FollowUp, ...]
    helps: tuple[Help, ...]


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
    questions: Mapping[str, Question]
    rules: tuple[Rule, ...]
    outcomes: Mapping[str, Outcome]
    sources: Mapping[str, Source]
    editions: tuple[Edition, ...]
    retired: frozenset[str] = frozenset()
    # What is ahead in every position of a walk, prepared at start: see proof.survey.
    ahead: Mapping[Position, Ahead] = field(default_factory=dict)
    # One for each way through the rules: see proof.endings.
    endings: tuple[Ending, ...] = ()

    @property
    def edition(self) -> Edition:
        """The published state of today."""
        return self.editions[-1]

    @cached_property
    def question_by_code(self) -> Mapping[str, Question]:
        """The question for each letter of a token."""
        return {question.code: question for question in self.questions.values()}


# The rules that are still open, each with the questions that it lacks: see proof.position.
Position = tuple[tuple[int, tuple[str, ...]], ...]

# How an answer decides each of the rules' conditions that speak of its question.
Effect = tuple[bool | None, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """A way through the rules: the effect of each answer on it, and the verdict at its end."""

    effects: Mapping[str, Effect]
    verdict: Verdict

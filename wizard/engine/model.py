"""The nouns of a flow in one language, all of them frozen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache, reduce

from .ahead import Ahead, Effect, OpenRule, Position, Survey, up_to_true
from .condition import Answer, Answers, Condition, When
from .outcome import Desk, Outcome, Reply, Source, Stage, Tone, Verdict
from .promises import Case, Danger, Promise
from .question import Question
from .ways import Way
from .words import Words

Effects = tuple[tuple[str, Effect], ...]  # each with its question

MOST_EFFECTS = 2_000  # remembered; answers to checkbox questions are too many to remember all


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition with an outcome; `then_ask` is asked before the outcome shows.

    `why` says why the rule is so, and `heading` what it and those after it are about; either may be "".
    """

    when: When
    outcome: str
    then_ask: tuple[str, ...] = ()
    heading: str = ""
    why: str = ""

    def asks(self, answers: Answers) -> str | None:
        """The first question that this rule still needs, None if it is decided."""
        holds = self.when.holds(answers)
        if holds is False:
            return None
        needed = self.then_ask if holds else self.when.questions
        return next((question for question in needed if question not in answers), None)


@dataclass(frozen=True, slots=True)
class Edition:
    """A published state of the rules: the number rises when, and only when, some walk's outcome changes.

    A draft is not published yet. `softer`: whether some verdict became softer, and `why` it may.
    """

    number: int
    date: date
    text: str
    draft: bool = False
    softer: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A headed paragraph of the start page."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """What one way to talk is like, drawn beside its other: `guarded` where somebody watches over both."""

    guarded: bool
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a standard asks of an aid to a decision, whether the flow meets it, and where."""

    met: bool
    text: str
    where: str


@dataclass(frozen=True)
class Flow:
    """One wizard's content in one language.

    `unbroken`: words that a line should not break apart. `forbidden`: phrases that no text says.
    `hedges`: how a reason says that its sources are secondary.
    `made` says who wrote it and how, `untried` what nobody has tried yet, `criteria` what a standard asks of it.
    `published`: the question and option that each pair of codes was ever published for.
    """

    id: str
    language: str
    name: str
    title: str
    lead: str
    description: str
    about: tuple[Section, ...]
    sides: tuple[Side, ...]
    replies: tuple[Reply, ...]
    tones: Mapping[str, Tone]
    hedges: tuple[str, ...]
    unbroken: tuple[str, ...]
    settings_title: Words
    reports_title: Words
    stages_title: Words
    stages: tuple[Stage, ...]
    unknown: tuple[str, ...]
    start: tuple[str, ...]
    prefilled: tuple[str, ...]
    questions: Mapping[str, Question]
    rules: tuple[Rule, ...]
    outcomes: Mapping[str, Outcome]
    sources: Mapping[str, Source]
    editions: tuple[Edition, ...]
    dangers: Mapping[str, Danger] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    aspects: Mapping[str, str] = field(default_factory=dict)
    ways: Mapping[str, Way] = field(default_factory=dict)
    cases: tuple[Case, ...] = ()
    made: tuple[str, ...] = ()
    untried: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    published: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    retired: frozenset[str] = frozenset()
    forbidden: tuple[str, ...] = ()
    survey: Survey = field(default_factory=Survey)

    @property
    def edition(self) -> Edition:
        """The published state of today."""
        return self.editions[-1]

    @cached_property
    def desks(self) -> tuple[Desk, ...]:
        """The help desks that stand with a question already, each once: for whoever cannot wait for a result."""
        return tuple({desk.id: desk for question in self.questions.values() for desk in question.desks}.values())

    @cached_property
    def question_by_code(self) -> Mapping[str, Question]:
        """The question for each code of a token."""
        return {question.code: question for question in self.questions.values()}

    def verdict_of(self, rule: int) -> Verdict:
        """The verdict of the outcome that a rule, by its number, leads to."""
        return self.outcomes[self.rules[rule].outcome].verdict

    def conditions_on(self, question: str) -> Sequence[tuple[int, Condition]]:
        """The rules' conditions that speak of a question, each with its rule's number."""
        return self._conditions.get(question, ())

    @cached_property
    def first_position(self) -> Position:
        """Where every walk starts: nothing is answered."""
        rules = (OpenRule(number, rule.when.questions, rule.then_ask) for number, rule in enumerate(self.rules))
        return Position(self.start, up_to_true(rules))

    @cached_property
    def effect(self) -> Callable[[str, Answer], Effect]:
        """effect(question, answer): what an answer does to the rules. Pages ask it of the same over and over."""
        return lru_cache(maxsize=MOST_EFFECTS)(self._effect)

    @cached_property
    def ahead_after(self) -> Callable[[Effects], Ahead | None]:
        """ahead_after(effects): what may still come of answers with these effects. Pages ask it over and over."""
        return lru_cache(maxsize=MOST_EFFECTS)(lambda effects: self.survey.ahead.get(self.position_after(effects)))

    def position_after(self, effects: Effects) -> Position:
        """The position that answers with these effects, in the order asked, lead to."""
        return reduce(lambda here, step: here.after(*step), effects, self.first_position)

    def _effect(self, question: str, answer: Answer) -> Effect:
        return frozenset(rule for rule, condition in self.conditions_on(question) if condition.is_met_by(answer))

    @cached_property
    def _conditions(self) -> Mapping[str, Sequence[tuple[int, Condition]]]:
        found: dict[str, list[tuple[int, Condition]]] = {}
        for number, rule in enumerate(self.rules):
            for condition in rule.when.conditions:
                found.setdefault(condition.question, []).append((number, condition))
        return found

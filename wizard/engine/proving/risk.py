"""Whether raising a risk answer, all else equal, never softens the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..ahead import Effect
from ..condition import Answer, Answers
from ..model import Flow
from ..outcome import Verdict
from ..question import Question
from ..survey import effect, some_answers
from ..walking import walk
from ..whatif import SEVERITY
from .check import Check, found_in, one_check
from .finding import Finding, Kind
from .pairs import Pairs
from .subject import Subject


def check_risk(subject: Subject) -> Iterator[Check]:
    """Every question with `risk = true`."""
    return one_check("raising a risk answer never softens a verdict", softened(subject))


def softened(subject: Subject) -> Iterator[Finding]:
    """Of each risk question the shortest walk that ends softer for a riskier answer."""
    flow = subject.flow
    pairs = Pairs(subject.effects, lambda one, other: severity(flow, other) < severity(flow, one))
    for question in flow.questions.values():
        if question.risk and (walks := min(softer_walks(subject, pairs, question), key=size, default=None)):
            yield softens(subject, question, *walks)


def softens(subject: Subject, question: Question, lower: Answers, higher: Answers) -> Finding:
    """That one walk ends softer than another, for a riskier answer."""
    flow, wish = subject.flow, "all else equal; let rules on riskier answers stand first"
    change = f"{told(higher[question.id])} instead of {told(lower[question.id])}"
    sentence = f"{change} softens {ended(flow, lower)} to {ended(flow, higher)}, {wish}"
    return found_in(subject.files.named["question"][question.id], Kind.RISK, "risk", sentence, higher)


def softer_walks(subject: Subject, pairs: Pairs, question: Question) -> Iterator[tuple[Answers, Answers]]:
    """Walks that are the same but for a riskier answer, and end softer."""
    flow, others = subject.flow, subject.space.any_answers()
    for here, before in subject.positions.get(question.id, {}).items():
        for (low, low_answer), (high, high_answer) in riskier(flow, question):
            if (after := pairs.differing(here.after(question.id, low), here.after(question.id, high))) is not None:
                shared = subject.space.within(subject.space.region({**before, **after})) or {}
                # A walk may ask what the other's answers have settled: any answer will do.
                alike = {**others, **shared}
                lower, higher = ({**alike, question.id: answer} for answer in (low_answer, high_answer))
                yield walk(flow, lower).path, walk(flow, higher).path


Step = tuple[tuple[Effect, Answer], tuple[Effect, Answer]]


def riskier(flow: Flow, question: Question) -> list[Step]:
    """Answers one step riskier than others, one pair for each pair of effects."""
    found: dict[tuple[Effect, Effect], Step] = {}
    for low, high in one_more_tick(flow, question) if question.many else next_options(question):
        before, after = effect(flow, question.id, low), effect(flow, question.id, high)
        found.setdefault((before, after), ((before, low), (after, high)))
    return list(found.values())


def next_options(question: Question) -> Iterator[tuple[Answer, Answer]]:
    """Each option with the next: whatever rises step by step rises over several."""
    options = list(question.options)
    for low, high in pairwise(options):
        yield (low,), (high,)


def one_more_tick(flow: Flow, question: Question) -> Iterator[tuple[Answer, Answer]]:
    """The answers without an option, as far as rules tell them apart, and with it: one for options alike."""
    conditions = [condition for _, condition in flow.conditions_on(question.id)]
    alike = {tuple(more in condition.options for condition in conditions): more for more in question.options}
    for more in alike.values():
        rest = replace(question, options={id: option for id, option in question.options.items() if id != more})
        for low in some_answers(rest, conditions):
            if (high := question.answer((*low, more))) is not None:
                yield low, high


def severity(flow: Flow, rule: int) -> int:
    """How hard the verdict of a rule is."""
    return SEVERITY[flow.verdict_of(rule)]


def ended(flow: Flow, answers: Answers) -> Verdict | None:
    """The verdict of a walk."""
    outcome = walk(flow, answers).outcome
    return outcome.verdict if outcome else None


def told(answer: Answer) -> str:
    """An answer for a sentence."""
    return " + ".join(answer) or "none of these"


def size(walks: tuple[Answers, Answers]) -> tuple[int, int]:
    """How long a pair of walks is to read."""
    return sum(map(len, walks)), sum(len(answer) for answers in walks for answer in answers.values())

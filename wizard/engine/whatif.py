"""What would change a verdict: found by walking, never written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from .condition import Answer
from .outcome import Verdict
from .question import Question
from .survey import effects
from .walking import Walk

# From the softest to the hardest of the three for whoever decides. Help is on no such scale: it comes last, since it
# is for whoever was harmed, and nobody wants to get there by another answer.
SEVERITY = {verdict: place for place, verdict in enumerate(Verdict)}

NO_VERDICTS: frozenset[Verdict] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """One answer changed, with the verdicts that may come of it (one where the walk has ended), and that before."""

    question: Question
    answer: Answer
    at: Walk
    verdicts: frozenset[Verdict]
    before: Verdict

    @property
    def is_certain(self) -> bool:
        """Whether the change alone leads to another verdict, whatever is answered next."""
        return self.before not in self.verdicts


def changes(at: Walk) -> list[Change]:
    """The single changes that lead, or may lead, away from the verdict of an ended walk, the most useful first.

    First what somebody can change, then what cannot be changed; first what is certain; first the softer verdict.
    Of a flow whose survey does not know its routes, those are missing after which the walk goes on.
    """
    found = [change for id in at.path for change in changes_of(at, at.flow.questions[id])]
    return sorted(found, key=lambda c: (c.question.fixed, not c.is_certain, min(SEVERITY[v] for v in c.verdicts)))


def changes_of(at: Walk, question: Question) -> list[Change]:
    """The changes of one answer, those one step away; where none of these leads away, the nearest that does.

    So there is no change only if no answer leads away.
    """
    near = list(changes_to(at, question, near_answers(question, at.path[question.id])))
    return near or list(islice(changes_to(at, question, far_answers(at, question)), 1))


def changes_to(at: Walk, question: Question, answers: Iterable[Answer]) -> Iterator[Change]:
    """Changes to some of these answers, one for each set of verdicts that may come of it."""
    if not at.outcome:
        return
    seen = {frozenset({at.outcome.verdict}), NO_VERDICTS}
    verdicts_after = possible_verdicts(at, question.id)
    for answer in answers:
        verdicts = verdicts_after(answer)
        if verdicts not in seen:
            seen.add(verdicts)
            yield Change(question, answer, at.with_answer(question.id, answer), verdicts, at.outcome.verdict)


def possible_verdicts(at: Walk, question: str) -> Callable[[Answer], frozenset[Verdict]]:
    """What tells the verdicts that a walk may still end in with one answer to a question given or changed.

    It tells none where the walk goes on and the flow has too many routes to look through.
    """
    flow, survey = at.flow, at.flow.survey
    if not survey.knows_routes:
        return lambda answer: verdicts_at(at.with_answer(question, answer))
    # To walk for each would take ten times as long, and to look each time at what all answers leave, four times.
    others = survey.endings_after(effects(flow, {id: at.given[id] for id in at.given if id != question}))
    return lambda answer: survey.verdicts_of(others & survey.endings_after(effects(flow, {question: answer})))


def verdicts_at(at: Walk) -> frozenset[Verdict]:
    return frozenset({at.outcome.verdict}) if at.outcome else NO_VERDICTS


def near_answers(question: Question, answer: Answer) -> Iterator[Answer]:
    """The answers one step away: another option, or one tick more or less."""
    for option in question.options:
        chosen = ({*answer} ^ {option}) if question.many else {option}
        other = question.answer(chosen)
        if other is not None and other != answer:
            yield other


def far_answers(at: Walk, question: Question) -> list[Answer]:
    """An answer for each effect that any can have: none of these first, then those that add the fewest ticks."""
    before = set(at.path[question.id])
    return sorted(at.flow.survey.answers.get(question.id, ()), key=lambda a: (len(before.union(a)), len(a)))

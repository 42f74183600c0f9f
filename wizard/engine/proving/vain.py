"""Questions asked in vain: whatever is answered, the page says the same."""

from __future__ import annotations

from collections.abc import Iterator

from ..ahead import Position
from ..condition import Answers
from ..model import Question
from .finding import Finding, Kind
from .pairs import Pairs
from .subject import Check, Subject, found_in, one_check
from .texts import Page


def check_vain(subject: Subject) -> Iterator[Check]:
    """Every question, wherever it is asked."""
    return one_check("no question is asked in vain", asked_in_vain(subject))


def asked_in_vain(subject: Subject) -> Iterator[Finding]:
    """Of each question the shortest walk that is asked it and learns nothing by it."""
    rules = subject.flow.rules
    pairs = Pairs(subject.effects, lambda one, other: rules[one].outcome != rules[other].outcome)
    for question in subject.flow.questions.values():
        for here, before in subject.positions.get(question.id, {}).items():
            if not decides(pairs, here, question) and not shows(subject, here, question):
                answers: Answers | None = subject.space.within(subject.space.region(before))
                sentence = (
                    "is asked in vain here: no option of it changes what the page says; ask it elsewhere or not at all"
                )
                table = subject.files.named["question"][question.id]
                yield found_in(table, Kind.VAIN, "", sentence, answers)
                break


def decides(pairs: Pairs, here: Position, question: Question) -> bool:
    """Whether two answers lead to different outcomes, all else equal."""
    first, *others = [here.after(question.id, effect) for effect in pairs.effects[question.id]]
    return any(pairs.differing(first, other) is not None for other in others)


def shows(subject: Subject, here: Position, question: Question) -> bool:
    """Whether a text speaks of the question's answer, on a page that is ahead."""
    outcomes = {subject.flow.rules[rule.number].outcome for rule in here.rules}
    questions = {id for rule in here.rules for id in (*rule.lacking, *rule.then_ask)}
    return any(
        (outcomes if item.page is Page.RESULT else questions).intersection(item.owners)
        for item in subject.items_on.get(question.id, ())
    )

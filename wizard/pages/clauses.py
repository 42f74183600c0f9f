"""Conditions of the rules in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wizard.engine import Condition, Flow, Question, When


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in words: the question as a statement, and the answers that it wants."""

    question: str
    statement: str
    wanted: tuple[str, ...]


def clauses(flow: Flow, when: When) -> tuple[Clause, ...]:
    """A condition in words, for anybody: one clause for each question that has an answer which does not meet it."""
    found = (clause(flow.questions[condition.question], condition) for condition in when.conditions)
    return tuple(clause for clause in found if clause.wanted)


def clause(question: Question, condition: Condition) -> Clause:
    return Clause(question.id, question.statement.for_answers({}), tuple(wanted(question, condition)))


def wanted(question: Question, condition: Condition) -> Sequence[str]:
    """The answers that a condition takes: options by their labels, all but one, or how many of all."""
    labels = {id: option.label.for_answers({}) for id, option in question.options.items()}
    others = [label for id, label in labels.items() if id not in condition.options]
    if not others:
        return [_("at least %(number)s of them") % {"number": condition.at_least}] if question.many else []
    if len(others) == 1 < len(condition.options) - 1 and condition.at_least == 1:
        said = _("any but “%(label)s”") if question.many else _("any answer but “%(label)s”")
        return [said % {"label": others[0]}]
    return [label for id, label in labels.items() if id in condition.options]


def follows(reason: When, rule: When) -> bool:
    """Whether every walk that a rule decides meets the condition of a reason."""
    options = {condition.question: condition.options for condition in rule.conditions if condition.at_least == 1}
    return all(
        condition.question in options and condition.at_least == 1 and options[condition.question] <= condition.options
        for condition in reason.conditions
    )

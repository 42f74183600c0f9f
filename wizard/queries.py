"""Answers that come by query: a checkbox question's submission, and other sites' prefilled links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from wizard.engine import Answer, Answers, Flow, Question

from .addresses import NONE_OF_THESE, SUBMITTED


@dataclass(frozen=True, slots=True)
class Submission:
    """A checkbox form as it was sent: `answer` is None if it is none, and then `error` says what to do."""

    question: Question
    ticked: Sequence[str]
    answer: Answer | None

    @property
    def error(self) -> str:
        if self.answer is not None:
            return ""
        if set(self.ticked) <= self.question.options.keys():
            return self.too_few
        return _("The options have changed since you opened this page. Choose again.")

    @property
    def too_few(self) -> str:
        if self.question.least:
            return _("Choose at least one that applies.")
        return _("Choose what applies, or “None of these apply”.")


def read_submission(flow: Flow, query: QueryDict) -> Submission | None:
    """What a form submitted. Its mark alone makes a submission, so that no unticked form is taken for a visit."""
    by_code = {question.code: question for question in flow.questions.values()}
    named = query.get(SUBMITTED, "")
    question = by_code.get(named) or flow.questions.get(named)
    if question is None:
        return None
    ticked = ticked_of(question, query)
    return Submission(question, ticked, question.answer(ticked) if ticked else None)


def ticked_of(question: Question, query: QueryDict) -> list[str]:
    """The ids of the options that a form ticked.

    It sends codes, which say no more than the address that follows; ids are taken too, for other sites know these.
    """
    by_code = {option.code: id for id, option in question.options.items()}
    codes = [by_code.get(value, value) for value in query.getlist(question.code)]
    return codes + (query.getlist(question.id) if question.id != question.code else [])


def read_prefilled(flow: Flow, query: QueryDict) -> tuple[Answers, tuple[str, ...]]:
    """Answers given by their ids (`?now=asked&signs=fee,loan`), and the questions whose answer could not be read.

    Other keys are none of our business.
    """
    if read_submission(flow, query):
        return {}, ()
    given = {id: chosen_of(flow.questions[id], query.getlist(id)) for id in flow.questions if id in query}
    answers = {id: answer for id, answer in given.items() if answer is not None}
    return answers, tuple(id for id in given if id not in answers)


def chosen_of(question: Question, values: list[str]) -> Answer | None:
    """The answer that a query gives to a question; None if it is none."""
    ids = [id for value in values for id in value.split(",")]
    return question.answer(() if question.many and ids == [NONE_OF_THESE] else ids)


def read_ticks(question: Question, query: QueryDict) -> Answer | None:
    """The ticks that a link fills into a form, to be looked at and sent (`?signs=fee,loan`); None if it does not."""
    return chosen_of(question, query.getlist(question.id)) if question.many and question.id in query else None

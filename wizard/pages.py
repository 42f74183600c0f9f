"""What the templates show: pages made from walks, with every text chosen and every link spelled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import addresses
from .flow import proof, token, whatif
from .flow.condition import Answers, matching
from .flow.model import (
    Ahead,
    Edition,
    FollowUp,
    Help,
    Option,
    Outcome,
    Question,
    Reason,
    Reply,
    Setting,
    Step,
    Verdict,
)
from .flow.walking import Walk

MOST_WHAT_IFS = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as it is offered: a link, or a checkbox where the question takes several."""

    id: str
    label: str
    hint: str
    chosen: bool
    href: str = ""


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question of a walk: the one that it asks, or one on its path, to change the answer."""

    at: Walk
    question: Question
    path: Answers
    ticked: frozenset[str]
    ahead: Ahead
    error: str = ""

    @property
    def number(self) -> int:
        return len(self.path) + 1

    @property
    def title(self) -> str:
        return self.question.title.for_answers(self.path)

    @property
    def hint(self) -> str:
        return self.question.hint.for_answers(self.path)

    @property
    def why(self) -> str:
        return self.question.why.for_answers(self.path)

    @property
    def choices(self) -> list[Choice]:
        return [self.choice(option) for option in self.question.options.values()]

    def choice(self, option: Option) -> Choice:
        return Choice(
            id=option.id,
            label=option.label.for_answers(self.path),
            hint=option.hint.for_answers(self.path),
            chosen=option.id in self.ticked,
            href="" if self.question.many else self.href((option.id,)),
        )

    def href(self, chosen: tuple[str, ...]) -> str:
        return addresses.of_step(self.at.with_answer(self.question.id, chosen))

    @property
    def none(self) -> Choice | None:
        """None of these, where that is an answer."""
        if self.question.answer(()) is None:
            return None
        chosen = self.at.given.get(self.question.id) == ()
        return Choice("none", _("None of these apply"), "", chosen, self.href(()))

    @property
    def is_change(self) -> bool:
        return self.question.id in self.at.path

    @property
    def address(self) -> str:
        """The canonical address of this page."""
        return addresses.of_change(self.at, self.question.id) if self.is_change else addresses.of_step(self.at)

    @property
    def resume(self) -> str:
        """Where a change page leads without a change."""
        return addresses.of_step(self.at) if self.is_change else ""

    @property
    def back(self) -> str:
        """The change page of the question before this one; none before the first."""
        return addresses.of_change(self.at, list(self.path)[-1]) if self.path else ""


def question_page(at: Walk, question: Question, ticked: Iterable[str] | None = None, error: str = "") -> QuestionPage:
    """The page of a question; `ticked` are the checkboxes of a submission that was no answer."""
    path = at.before(question.id)
    return QuestionPage(
        at=at,
        question=question,
        path=path,
        ticked=frozenset(at.given.get(question.id, ()) if ticked is None else ticked),
        ahead=at.flow.ahead[proof.position(at.flow, path)],
        error=error,
    )


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer in the summary: the question as a statement, what was chosen, where to change it."""

    id: str
    statement: str
    labels: tuple[str, ...]
    unsure: bool
    href: str


@dataclass(frozen=True, slots=True)
class Cause:
    """A reason beside the answers that caused it."""

    reason: Reason
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """A follow-up with its link, or with what to do."""

    label: str
    href: str
    advice: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A change of one answer, with the verdicts that may come of it."""

    statement: str
    label: str
    verdicts: tuple[Verdict, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Was:
    """What a link said when it was made, and what has changed since."""

    verdict: Verdict
    edition: Edition
    since: tuple[Edition, ...]


@dataclass(frozen=True)
class ResultPage:
    """An outcome, for the answers of a walk or, as a general page, for nobody's."""

    outcome: Outcome
    at: Walk
    was: Was | None = None

    @property
    def answers(self) -> Answers:
        return self.at.path

    @property
    def general(self) -> bool:
        return not self.at.given

    @property
    def verdict(self) -> Verdict:
        return self.outcome.verdict

    @property
    def title(self) -> str:
        return self.outcome.title.for_answers(self.answers)

    @property
    def summary(self) -> str:
        return self.outcome.summary.for_answers(self.answers)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return matching(self.outcome.steps, self.answers)

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        return matching(self.outcome.replies, self.answers)

    @cached_property
    def evidence(self) -> tuple[Step, ...]:
        return matching(self.outcome.evidence, self.answers)

    @property
    def settings_title(self) -> str:
        return self.at.flow.settings_title.for_answers(self.answers)

    @cached_property
    def settings(self) -> tuple[Setting, ...]:
        return matching(self.outcome.settings, self.answers)

    @cached_property
    def helps(self) -> tuple[Help, ...]:
        """The desks for what has happened; without answers, every desk once."""
        if self.general:
            return tuple({help.desk.id: replace(help, text="") for help in self.outcome.helps}.values())
        return matching(self.outcome.helps, self.answers)

    @property
    def causes(self) -> list[Cause]:
        rows = {row.id: row for row in self.rows}
        return [
            Cause(reason, tuple(rows[id] for id in self.caused_by(reason) if id in rows))
            for reason in matching(self.outcome.reasons, self.answers)
        ]

    def caused_by(self, reason: Reason) -> tuple[str, ...]:
        """The questions whose answers a reason speaks of: its own condition's, else those of the rule."""
        return reason.when.questions or (self.at.rule.when.questions if self.at.rule else ())

    @cached_property
    def follow_ups(self) -> list[Next]:
        if self.general:
            return []
        items = matching(self.outcome.follow_ups, self.answers)
        return [Next(item.text, self.follow(item), item.advice) for item in items]

    def follow(self, item: FollowUp) -> str:
        if item.advice:
            return ""
        if item.change:
            return addresses.of_change(self.at, item.change)
        changed = self.at
        for question, chosen in item.answers.items():
            changed = changed.with_answer(question, chosen)
        return addresses.of_step(changed)

    @property
    def decisive(self) -> list[AnswerRow]:
        """The fewest answers that force this verdict."""
        return [self.row(id) for id in whatif.decisive(self.at)] if self.at.outcome else []

    @cached_property
    def what_ifs(self) -> list[WhatIf]:
        """What would change this verdict, the most useful first."""
        if self.general:
            return []
        return [self.what_if(change) for change in whatif.changes(self.at)[:MOST_WHAT_IFS]]

    def what_if(self, change: whatif.Change) -> WhatIf:
        question, options = change.question, change.question.options
        added = set(change.answer).difference(self.answers[question.id])
        removed = set(self.answers[question.id]).difference(change.answer)
        label = options[next(iter(added or removed))].label.for_answers(self.answers)
        if question.many:
            label = _("more of these apply") if added else _("“%(label)s” turns out not to apply") % {"label": label}
        return WhatIf(
            statement=question.statement.for_answers(self.answers),
            label=label,
            verdicts=tuple(sorted(change.verdicts, key=list(Verdict).index)),
            href=addresses.of_change(self.at, question.id)
            if question.many and added
            else addresses.of_step(change.at),
        )

    @cached_property
    def rows(self) -> list[AnswerRow]:
        return [self.row(question) for question in self.at.path]

    @property
    def off_path(self) -> list[AnswerRow]:
        """Answers that no longer count."""
        return [self.row(question) for question in self.at.off_path]

    def row(self, id: str) -> AnswerRow:
        question, answer = self.at.flow.questions[id], self.at.given[id]
        options = [question.options[option] for option in answer]
        return AnswerRow(
            id=id,
            statement=question.statement.for_answers(self.answers),
            labels=tuple(option.label.for_answers(self.answers) for option in options),
            unsure=any(option.unsure for option in options),
            href=addresses.of_change(self.at, id),
        )

    @property
    def address(self) -> str:
        """The canonical address: the path alone, without answers that do not count."""
        if self.general:
            return addresses.of_outcome(self.at.flow.id, self.outcome.id)
        return addresses.of_step(self.at.alone())

    @property
    def edition(self) -> Edition:
        return self.at.flow.edition

    @property
    def unknown(self) -> tuple[str, ...]:
        return self.at.flow.unknown


def was(at: Walk, stamp: token.Stamp | None) -> Was | None:
    """What an earlier edition said, if today's rules say otherwise or ask more; None for a link of today's."""
    today = token.stamp_of(at)
    if stamp is None or stamp.edition >= at.flow.edition.number or (today and today.verdict == stamp.verdict):
        return None
    made, *since = at.flow.editions[stamp.edition - 1 :]
    return Was(stamp.verdict, made, tuple(since))


def is_forged(at: Walk, stamp: token.Stamp | None) -> bool:
    """Whether a stamp claims what only the rules can say: today's edition or a later one with another verdict."""
    return stamp is not None and stamp.edition >= at.flow.edition.number and stamp != token.stamp_of(at)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Template context of every page: the languages with this page's address in each, and today's date."""
    path = request.get_full_path()
    languages = [
        {
            "code": code,
            "name": name,
            "href": escape_leading_slashes(addresses.in_language(path, code, settings.LANGUAGE_CODE)),
            "current": code == get_language(),
        }
        for code, name in settings.LANGUAGES
    ]
    return {"languages": languages, "today": timezone.localdate(), "first_language": settings.LANGUAGE_CODE}

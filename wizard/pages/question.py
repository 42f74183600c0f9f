"""What a question's page shows: every text chosen, every link spelled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wizard import addresses
from wizard.engine import survey
from wizard.engine.condition import Answers
from wizard.engine.model import Ahead, Option, Question
from wizard.engine.outcome import Verdict
from wizard.engine.walking import Walk


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
    def links(self) -> str:
        return addresses.of_links(self.at.flow.id)

    @property
    def verdicts(self) -> list[Verdict]:
        """What the walk can still end in."""
        return [verdict for verdict in Verdict if verdict in self.ahead.verdicts]

    @property
    def dots(self) -> list[str]:
        """The way as dots: the questions answered, this one, those sure to come, and those that may."""
        sure, maybe = self.ahead.least - 1, self.ahead.most - self.ahead.least
        return ["done"] * len(self.path) + ["now"] + ["sure"] * sure + ["maybe"] * maybe

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
        ahead=at.flow.ahead[survey.position(at.flow, path)],
        error=error,
    )

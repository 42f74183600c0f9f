"""What a question's page shows: every text chosen, every link spelled.

A property that walks, spells or searches is computed once: templates ask for it more often.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from wizard import addresses
from wizard.engine import Ahead, Answer, Answers, Group, Option, Question, Verdict, Walk, ahead_of

# Some 240 characters of a question and its options at 600 a minute: the upper end, so that nobody is kept longer.
SECONDS_A_QUESTION = 25
HELP = frozenset({Verdict.HELP})


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as it is offered: a link, or a checkbox where the question takes several.

    `verdicts` are those that may come of it instead of a result that is being changed; `sign` is the one by which
    somebody finds her way to help.
    """

    id: str
    label: str
    hint: str
    chosen: bool
    href: str = ""
    field: str = ""
    code: str = ""
    verdicts: tuple[Verdict, ...] = ()
    sign: Verdict | None = None

    @property
    def described_by(self) -> str:
        """The id of the hint, for a checkbox."""
        return f"hint-{self.id}" if self.hint else ""


@dataclass(frozen=True)
class QuestionPage:
    """The question that a walk asks.

    `ticks` are the boxes that a form ticked that was no answer, and `error` says what is missing; or those of a link.
    """

    at: Walk
    question: Question
    ticks: Collection[str] | None = None
    error: str = ""

    @cached_property
    def path(self) -> Answers:
        """The answers before this question's."""
        return self.at.before(self.question.id)

    @property
    def number(self) -> int:
        return len(self.path) + 1

    @cached_property
    def ahead(self) -> Ahead | None:
        """What may still come from here; None where the flow is too large to tell."""
        return ahead_of(self.at.flow, self.path)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict of a result that is being changed: of none here."""
        return None

    @property
    def verdicts_of_ticks(self) -> tuple[Verdict, ...]:
        """The verdicts that ticks may lead to instead of that result: of none here."""
        return ()

    @property
    def resume(self) -> str:
        """Where it leads without an answer: nowhere but on."""
        return ""

    @property
    def minutes(self) -> int:
        """About how long the whole way takes: halfway from the shortest to the longest, and rounded up."""
        return math.ceil((self.ahead.least + self.ahead.most) / 2 * SECONDS_A_QUESTION / 60) if self.ahead else 0

    @property
    def all_in_all(self) -> str:
        """How many questions the whole way may take, seen from its start."""
        if not self.ahead:
            return ""
        said = {"least": self.ahead.least, "most": self.ahead.most}
        if self.ahead.least < self.ahead.most:
            return _("%(least)s to %(most)s questions") % said
        return _("one question") if self.ahead.most == 1 else _("%(most)s questions") % said

    @property
    def after_this_one(self) -> str:
        """How many questions may come after this one, least to most; never a total that may turn out wrong."""
        if not self.ahead:
            return ""
        least, most = self.ahead.least - 1, self.ahead.most - 1
        if most == 0:
            return _("the last question")
        if least == most:
            return _("%(most)s more") % {"most": most}
        if least == 0:
            return _("up to %(most)s more") % {"most": most}
        return _("%(least)s to %(most)s more") % {"least": least, "most": most}

    @property
    def verdicts(self) -> list[Verdict]:
        """What the walk can still end in."""
        return [verdict for verdict in Verdict if self.ahead and verdict in self.ahead.verdicts]

    @property
    def dots(self) -> list[str]:
        """The way as dots: the questions answered, this one, those sure to come, and those that may."""
        passed = ["done"] * len(self.path) + ["now"]
        if not self.ahead:
            return passed
        return passed + ["sure"] * (self.ahead.least - 1) + ["maybe"] * (self.ahead.most - self.ahead.least)

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
    def described_by(self) -> str:
        """The ids of what describes a group of checkboxes: the error first, then the hint."""
        return " ".join(id for id, text in (("error", self.error), ("hint", self.hint)) if text)

    @cached_property
    def choices(self) -> list[Choice]:
        return [self.choice(option) for option in self.question.options.values()]

    def choice(self, option: Option) -> Choice:
        return Choice(
            id=option.id,
            label=option.label.for_answers(self.path),
            hint=option.hint.for_answers(self.path),
            chosen=option.id in self.ticked,
            href="" if self.question.many else self.href((option.id,)),
            field=self.field(option),
            code=option.code if self.question.many else "",
            sign=None if self.question.many else self.sign((option.id,)),
        )

    def sign(self, chosen: Answer) -> Verdict | None:
        """The verdict of help, where an answer leaves no other and the question did."""
        after = ahead_of(self.at.flow, {**self.path, self.question.id: chosen})
        leads = after and after.verdicts == HELP and self.ahead and self.ahead.verdicts > HELP
        return Verdict.HELP if leads else None

    @property
    def groups(self) -> list[tuple[Group | None, list[Choice]]]:
        """The choices under the headings of their groups; all of them under none where there are no groups."""
        options = self.question.options
        if not self.question.groups:
            return [(None, self.choices)]
        return [
            (group, [choice for choice in self.choices if options[choice.id].group == group.id])
            for group in self.question.groups.values()
        ]

    @property
    def ticked(self) -> Collection[str]:
        """The options chosen: as ticked in a form, or as answered so far."""
        return self.at.given.get(self.question.id, ()) if self.ticks is None else self.ticks

    def field(self, option: Option) -> str:
        """The id of an option's checkbox. The first has the question's, to which the error summary leads."""
        first = next(iter(self.question.options))
        return self.question.id if option.id == first else f"{self.question.id}-{option.id}"

    def href(self, chosen: Answer) -> str:
        return addresses.of_walk(self.at.with_answer(self.question.id, chosen))

    @cached_property
    def none(self) -> Choice | None:
        """None of these, where that is an answer."""
        if self.question.answer(()) is None:
            return None
        chosen = self.at.given.get(self.question.id) == ()
        return Choice(addresses.NONE_OF_THESE, _("None of these apply"), "", chosen, self.href(()))

    @cached_property
    def address(self) -> str:
        """The canonical address of this page."""
        return addresses.of_walk(self.at)

    @cached_property
    def back(self) -> str:
        """The change page of the question before this one; none before the first."""
        return addresses.of_change(self.at, list(self.path)[-1]) if self.path else ""

    @property
    def mark(self) -> str:
        """What marks the form as sent."""
        return addresses.SUBMITTED

    @property
    def rules(self) -> str:
        return addresses.of_rules(self.at.flow.id)

    @property
    def ways(self) -> str:
        return addresses.of_ways(self.at.flow)

    @property
    def links(self) -> str:
        return addresses.of_links(self.at.flow.id)

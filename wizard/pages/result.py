"""What a result's page shows: the outcome for the answers of a walk, each of which can be changed.

A property that walks, spells or searches is computed once: templates ask for it more often.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from django.utils.translation import gettext as _

from wizard import addresses, verdicts
from wizard.engine import Answers, Change, FollowUp, Help, Reason, Verdict, Walk, changes, matching

from .outcome import AnswerRow, Cause, OutcomePage, Statement

# As many follow-ups show as two screens of a phone hold, the fold with the rest among them.
MOST_FOLLOW_UPS = 4


@dataclass(frozen=True, slots=True)
class Next:
    """A follow-up with its link, or with what to do."""

    label: str
    href: str
    advice: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A change of one answer, with the verdicts that may come of it; `is_option`: the label is an option's own."""

    label: str
    is_option: bool
    verdicts: tuple[Verdict, ...]
    href: str


@dataclass(frozen=True)
class ResultPage(OutcomePage):
    """An outcome for the answers of the walk that ended in it."""

    at: Walk

    @classmethod
    def of(cls, at: Walk) -> Self:
        """The page of a walk that has ended. Raises ValueError if it has not."""
        if not at.outcome:
            raise ValueError("this walk has not ended")
        return cls(at.outcome, at.flow, at)

    @property
    def answers(self) -> Answers:
        return self.at.path

    @property
    def shows_answers(self) -> bool:
        return True

    @cached_property
    def helps(self) -> tuple[Help, ...]:
        """The desks for what has happened."""
        return matching(self.outcome.helps, self.answers)

    @property
    def helps_first(self) -> tuple[Help, ...]:
        """All of them: a number to call is never folded where somebody needs it."""
        return self.helps

    @property
    def helps_rest(self) -> tuple[Help, ...]:
        return ()

    @cached_property
    def causes(self) -> list[Cause]:
        rows = {row.id: Statement(row.id, row.statement) for row in self.rows}
        return [
            Cause(reason, tuple(rows[id] for id in self.caused_by(reason) if id in rows))
            for reason in matching(self.outcome.reasons, self.answers)
        ]

    def caused_by(self, reason: Reason) -> tuple[str, ...]:
        """The questions whose answers a reason speaks of: its own condition's, else those of the rule."""
        return reason.when.questions or (self.at.rule.when.questions if self.at.rule else ())

    @cached_property
    def follow_ups(self) -> list[Next]:
        items = matching(self.outcome.follow_ups, self.answers)
        return [Next(item.text, self.follow(item), item.advice) for item in items if not self.has_happened(item)]

    def has_happened(self, item: FollowUp) -> bool:
        """Whether all that a follow-up would tick is ticked already."""
        return bool(item.tick) and set(item.tick) <= set(self.answers.get(item.change, ()))

    @property
    def follow_ups_first(self) -> list[Next]:
        return self.follow_ups[: self.follow_ups_shown]

    @property
    def follow_ups_rest(self) -> list[Next]:
        return self.follow_ups[self.follow_ups_shown :]

    @property
    def follow_ups_shown(self) -> int:
        return MOST_FOLLOW_UPS - (len(self.follow_ups) > MOST_FOLLOW_UPS)

    def follow(self, item: FollowUp) -> str:
        """Where a follow-up leads; nowhere if it advises."""
        if item.advice:
            return ""
        if item.change:
            return addresses.of_change(self.at, item.change, self.ticks_with(item))
        changed = self.at
        for question, chosen in item.answers.items():
            changed = changed.with_answer(question, chosen)
        return addresses.of_walk(changed)

    def ticks_with(self, item: FollowUp) -> list[str]:
        """The ticks of a question asked again, with those of what has happened; none where it ticks none."""
        ticked = {*self.answers.get(item.change, ()), *item.tick} if item.tick else ()
        return [option for option in self.flow.questions[item.change].options if option in ticked]

    @cached_property
    def stages(self) -> tuple[tuple[str, bool], ...]:
        """The stages on the way to what was asked, each with whether she stands there, for whoever is to go on.

        None where somebody could say where she stands, but her answers do not.
        """
        stages = matching(self.flow.stages, self.answers) if self.verdict is Verdict.PROPOSE else ()
        here = [stage for stage in stages if stage.here and stage.here.holds(self.answers)]
        if not here and any(stage.here for stage in stages):
            return ()
        return tuple((stage.text.for_answers(self.answers), stage in here[-1:]) for stage in stages)

    @cached_property
    def changes(self) -> Sequence[Change]:
        """The single changes that lead away from this verdict, of what somebody can change, the most useful first.

        None of a harm, which no other answer undoes.
        """
        if self.verdict is Verdict.HELP:
            return []
        return [change for change in changes(self.at) if not change.question.fixed]

    @cached_property
    def otherwise(self) -> list[tuple[AnswerRow, list[WhatIf]]]:
        """Each answer with what would follow if it were otherwise."""
        found = [(change.question.id, self.what_if(change)) for change in self.changes]
        return [(row, [what_if for id, what_if in found if id == row.id]) for row in self.rows]

    def what_if(self, change: Change) -> WhatIf:
        ticks_more = change.question.many and bool(self.added_by(change))
        return WhatIf(
            label=self.label_of(change),
            is_option=not change.question.many,
            verdicts=tuple(verdict for verdict in Verdict if verdict in change.verdicts),
            href=addresses.of_change(self.at, change.question.id) if ticks_more else addresses.of_walk(change.at),
        )

    def label_of(self, change: Change) -> str:
        """What is answered instead; of ticks, which others there could be, or which do not apply."""
        question, before = change.question, self.answers[change.question.id]
        if question.many and self.added_by(change):
            return _("Depending on which others apply") if before else _("Depending on which of these apply")
        if question.many and not change.answer and len(before) > 1:
            return _("None of these apply")
        changed = self.added_by(change) or set(before).difference(change.answer)
        options = (option for id, option in question.options.items() if id in changed)
        label = " / ".join(option.label.for_answers(self.answers) for option in options)
        return _("If “%(label)s” does not apply after all") % {"label": label} if question.many else label

    def added_by(self, change: Change) -> set[str]:
        return set(change.answer).difference(self.answers[change.question.id])

    @cached_property
    def rows(self) -> list[AnswerRow]:
        return [self.row(question) for question in self.at.path]

    @cached_property
    def off_path(self) -> list[AnswerRow]:
        """Answers that no longer count."""
        return [self.row(question) for question in self.at.off_path]

    def row(self, id: str) -> AnswerRow:
        question, answer = self.flow.questions[id], self.at.given[id]
        options = [question.options[option] for option in answer]
        return AnswerRow(
            id=id,
            statement=question.statement.for_answers(self.answers),
            labels=tuple(option.label.for_answers(self.answers) for option in options),
            unsure=any(option.unsure for option in options),
            href=addresses.of_change(self.at, id),
        )

    @cached_property
    def address(self) -> str:
        """The canonical address: the path alone, without answers that do not count."""
        return addresses.of_walk(self.at.alone())

    @cached_property
    def rules(self) -> str:
        """Where it says how this was decided."""
        return addresses.of_walk_rules(self.at.alone())

    @property
    def said(self) -> str:
        """What goes along where the result is shown to somebody."""
        return _("I used “%(name)s”. My result: %(symbol)s %(verdict)s.") % self.told

    @property
    def asked(self) -> str:
        """The same where an opinion is wanted."""
        return _("I used “%(name)s”. My result: %(symbol)s %(verdict)s. What do you think?") % self.told

    @property
    def told(self) -> dict[str, str]:
        words = str(verdicts.WORDS[self.verdict])
        return {"name": self.flow.name, "symbol": verdicts.SYMBOLS[self.verdict], "verdict": words}

    @cached_property
    def shared_address(self) -> str:
        """Where the result speaks to a peer."""
        return addresses.of_shared(self.at.alone())

    @cached_property
    def json_address(self) -> str:
        """What programs read."""
        return addresses.of_result_json(self.at.alone())

"""What a result page shows, for the answers of a walk or for nobody's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import gettext as _

from wizard import addresses
from wizard.engine import whatif
from wizard.engine.condition import Answers, matching
from wizard.engine.model import Edition
from wizard.engine.outcome import FollowUp, Help, Outcome, Reason, Reply, Setting, Step, Verdict
from wizard.engine.walking import Walk

from .result_parts import AnswerRow, Cause, Next, WhatIf

MOST_WHAT_IFS = 4


@dataclass(frozen=True)
class ResultPage:
    """An outcome, for the answers of a walk or, as a general page, for nobody's."""

    outcome: Outcome
    at: Walk

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
            return self.general_address
        return addresses.of_step(self.at.alone())

    @property
    def general_address(self) -> str:
        """Where the outcome stands without anybody's answers."""
        return addresses.of_outcome(self.at.flow.id, self.outcome.id)

    @property
    def shared_address(self) -> str:
        """Where the result speaks to a peer."""
        return addresses.of_shared(self.at.alone())

    @property
    def json_address(self) -> str:
        """What programs read."""
        return addresses.of_result_json(self.at.alone())

    @property
    def start(self) -> str:
        return addresses.of_start(self.at.flow.id)

    @property
    def edition(self) -> Edition:
        return self.at.flow.edition

    @property
    def unknown(self) -> tuple[str, ...]:
        return self.at.flow.unknown

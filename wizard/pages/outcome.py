"""What an outcome's page shows to anybody, without answers.

A property that walks, spells or searches is computed once: templates ask for it more often.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from wizard import addresses, contact, verdicts
from wizard.engine import (
    Answers,
    Edition,
    Flow,
    Help,
    Outcome,
    Reason,
    Reply,
    Setting,
    Step,
    Verdict,
    matching,
)

# What a page shows unfolded: as much as two screens of a phone hold.
MOST_STEPS, MOST_SETTINGS, MOST_HELPS = 3, 4, 6


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer in the summary: the question as a statement, what was chosen, where to change it."""

    id: str
    statement: str
    labels: tuple[str, ...]
    unsure: bool
    href: str


class Statement(NamedTuple):
    """A question as a statement, for what its answer caused."""

    id: str
    statement: str


@dataclass(frozen=True, slots=True)
class Cause:
    """A reason beside the answers that caused it."""

    reason: Reason
    rows: tuple[Statement, ...]


@dataclass(frozen=True)
class OutcomePage:
    """An outcome as anybody may read it, without answers."""

    outcome: Outcome
    flow: Flow

    @property
    def answers(self) -> Answers:
        return {}

    @property
    def shows_answers(self) -> bool:
        """Whether the page lists answers, so that its reasons can lead to them."""
        return False

    @property
    def verdict(self) -> Verdict:
        return self.outcome.verdict

    @property
    def title(self) -> str:
        return self.outcome.title.for_answers(self.answers)

    @property
    def headline(self) -> str:
        """The verdict and the title in one line, as browsers' tabs show them."""
        return self.with_verdict(self.title)

    @property
    def card_title(self) -> str:
        """The same for nobody's answers: what the outcome's preview card, which is drawn once, says in its picture."""
        return self.with_verdict(self.outcome.title.for_answers({}))

    def with_verdict(self, text: str) -> str:
        said = {"symbol": verdicts.SYMBOLS[self.verdict], "verdict": verdicts.WORDS[self.verdict], "text": text}
        return _("%(symbol)s %(verdict)s: %(text)s") % said

    @property
    def summary(self) -> str:
        return self.outcome.summary.for_answers(self.answers)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return matching(self.outcome.steps, self.answers)

    @property
    def first(self) -> Step | None:
        """The one thing to do before all else, no step of the list below it; to propose, the message comes first."""
        return self.steps[0] if self.steps and self.verdict is not Verdict.PROPOSE else None

    @property
    def steps_now(self) -> tuple[Step, ...]:
        return self.steps_left[:MOST_STEPS]

    @property
    def steps_later(self) -> tuple[Step, ...]:
        return self.steps_left[MOST_STEPS:]

    @property
    def steps_left(self) -> tuple[Step, ...]:
        return self.steps[1:] if self.first else self.steps

    @property
    def reports_title(self) -> str:
        return self.flow.reports_title.for_answers(self.answers)

    @property
    def stages_title(self) -> str:
        return self.flow.stages_title.for_answers(self.answers)

    @cached_property
    def reports(self) -> tuple[Step, ...]:
        """How to tell those who run the place."""
        return matching(self.outcome.reports, self.answers)

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        return self.outcome.replies_for(self.answers)

    @property
    def messages(self) -> tuple[Reply, ...]:
        """What to send to the one who asked."""
        return tuple(reply for reply in self.replies if not reply.tone.aside)

    @property
    def letters(self) -> tuple[Reply, ...]:
        """What to send to those who run the place."""
        return tuple(reply for reply in self.replies if reply.tone.aside)

    @property
    def has_gaps(self) -> bool:
        """Whether a message has something to fill in."""
        return any("［" in text for reply in self.messages for text in (reply.text, reply.original))

    @cached_property
    def evidence(self) -> tuple[Step, ...]:
        return matching(self.outcome.evidence, self.answers)

    @property
    def settings_title(self) -> str:
        return self.flow.settings_title.for_answers(self.answers)

    @cached_property
    def settings_to_change(self) -> tuple[Setting, ...]:
        return matching(self.outcome.settings, self.answers)

    @property
    def settings_first(self) -> tuple[Setting, ...]:
        return self.settings_to_change[:MOST_SETTINGS]

    @property
    def settings_rest(self) -> tuple[Setting, ...]:
        return self.settings_to_change[MOST_SETTINGS:]

    @cached_property
    def helps(self) -> tuple[Help, ...]:
        """Every desk once: what to say there depends on answers."""
        return tuple({help.desk.id: replace(help, text="") for help in self.outcome.helps}.values())

    @property
    def helps_first(self) -> tuple[Help, ...]:
        """Those that anybody may need; which of the others, only answers can tell."""
        return self.helps[:MOST_HELPS]

    @property
    def helps_rest(self) -> tuple[Help, ...]:
        return self.helps[MOST_HELPS:]

    @cached_property
    def causes(self) -> list[Cause]:
        return [Cause(reason, ()) for reason in matching(self.outcome.reasons, self.answers)]

    @property
    def causes_first(self) -> list[Cause]:
        """The reason that tells most, shown unfolded."""
        return self.causes[:1]

    @property
    def causes_rest(self) -> list[Cause]:
        return self.causes[len(self.causes_first) :]

    @property
    def settings_lead(self) -> bool:
        """Whether settings come before the message: to whoever connects, they are what presses."""
        return self.verdict is Verdict.ACCEPT

    @property
    def helps_lead(self) -> bool:
        """Whether help desks come before all else."""
        return self.verdict is Verdict.HELP

    @cached_property
    def address(self) -> str:
        """The canonical address of this page."""
        return self.general_address

    @cached_property
    def general_address(self) -> str:
        """Where the outcome stands without anybody's answers."""
        return addresses.of_outcome(self.flow.id, self.outcome.id)

    @cached_property
    def rules(self) -> str:
        """Where it says how this is decided."""
        return addresses.of_rules(self.flow.id)

    @property
    def ways(self) -> str:
        """Where the ways are compared, for whoever is to suggest another."""
        return addresses.of_ways(self.flow) if self.verdict is Verdict.PROPOSE else ""

    @property
    def report_link(self) -> str:
        """Where to say that something is wrong with the outcome; "" where nobody is named."""
        return contact.report_link(self.flow.id, self.outcome, self.edition)

    @property
    def start(self) -> str:
        return addresses.of_start(self.flow.id)

    @property
    def edition(self) -> Edition:
        return self.flow.edition

    @property
    def unknown(self) -> tuple[str, ...]:
        return self.flow.unknown

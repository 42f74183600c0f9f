"""What a result page is made of, ready for a template."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.engine.outcome import Reason, Verdict


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

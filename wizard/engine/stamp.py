"""Stamps: the verdict as it was when a link was made, and what has become of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .model import Edition
from .outcome import Verdict
from .walking import Walk

# Six digits: more editions than anybody will publish, and no text too long for int().
VERDICTS = {verdict[0]: verdict for verdict in Verdict}
STAMP = re.compile(rf"-(?P<edition>[1-9][0-9]{{0,5}})(?P<verdict>[{''.join(VERDICTS)}])\Z")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The verdict as it was when the link was made, and under which edition."""

    edition: int
    verdict: Verdict

    def __str__(self) -> str:
        return f"-{self.edition}{self.verdict[0]}"


def stamp_of(at: Walk) -> Stamp | None:
    """The stamp of today's edition for a walk that has ended."""
    return Stamp(at.flow.edition.number, at.outcome.verdict) if at.outcome else None


def is_forged(at: Walk, stamp: Stamp | None) -> bool:
    """Whether a stamp claims what only the rules can say: today's edition with another verdict."""
    if stamp is None or stamp.edition != at.flow.edition.number:
        return False
    return at.outcome is None or at.outcome.verdict != stamp.verdict


def is_later(at: Walk, stamp: Stamp | None) -> bool:
    """Whether a stamp is of an edition still to come: while a new release is brought out, an older one meets these."""
    return stamp is not None and stamp.edition > at.flow.edition.number


@dataclass(frozen=True, slots=True)
class Was:
    """What a link said when it was made, and the editions since."""

    verdict: Verdict
    edition: Edition
    since: tuple[Edition, ...]


def was(at: Walk, stamp: Stamp | None) -> Was | None:
    """What an earlier edition said, if today's rules say otherwise or ask more; None for a link of today's."""
    today = stamp_of(at)
    if stamp is None or stamp.edition >= at.flow.edition.number or (today and today.verdict == stamp.verdict):
        return None
    made, *since = at.flow.editions[stamp.edition - 1 :]
    return Was(stamp.verdict, made, tuple(since))

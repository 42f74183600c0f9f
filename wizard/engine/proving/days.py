"""Whether every source was checked on a day that has come: one of a day to come would not be stale for years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .check import Check, found_in, one_check
from .finding import Finding, Kind
from .subject import Subject


def check_days(subject: Subject, today: date) -> Iterator[Check]:
    """Every source, as of today."""
    return one_check("every source was checked on a day that has come", of_days_to_come(subject, today))


def of_days_to_come(subject: Subject, today: date) -> Iterator[Finding]:
    """Sources that nobody can have checked yet."""
    for source in subject.flow.sources.values():
        if source.checked > today:
            sentence = "is a day to come; give the one on which somebody checked it"
            yield found_in(subject.files.named["source"][source.id], Kind.DAY, "checked", sentence)

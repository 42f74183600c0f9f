"""Proving a flow, check by check: each holds, or says what is wrong and the shortest walk that shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..model import Flow
from ..reading import FlowError, read
from ..reading.names import Reserved
from .cases import check_cases
from .check import Check
from .codes import check_codes
from .days import check_days
from .finding import Finding, Kind, of_mistake
from .hidden import check_hidden
from .off_path import check_off_path
from .promises import check_promises
from .reached import check_reached
from .risk import check_risk
from .solved import can_solve, check_by_solving
from .style import check_style
from .subject import Subject
from .vain import check_vain

CHECKS = (
    check_promises,
    check_cases,
    check_hidden,
    check_reached,
    check_vain,
    check_risk,
    check_off_path,
    check_codes,
    check_style,
)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was checked of a flow; `subject` is None where its files could not be read."""

    id: str
    subject: Subject | None
    checks: tuple[Check, ...]

    @property
    def flow(self) -> Flow | None:
        """The flow in its first language."""
        return self.subject.flow if self.subject else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong."""
        return tuple(finding for check in self.checks for finding in check.findings)

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong but style."""
        return not any(finding.is_error for finding in self.findings)


def prove(
    folder: Path,
    languages: Sequence[str],
    reserved: Reserved | None = None,
    icons: Collection[str] | None = None,
    today: date | None = None,
) -> Proof:
    """Read the flow of a folder and prove it. Raises nothing: mistakes of the files are findings too.

    `today` is the day on which its sources can have been checked at the latest; None: any.
    """
    try:
        reading = read(folder, languages, reserved, icons)
    except FlowError as error:
        return Proof(folder.name, None, (Check("its files can be read", tuple(map(of_mistake, error.mistakes))),))
    subject = Subject.of(reading)
    return Proof(folder.name, subject, tuple(checks_of(subject, today)))


def checks_of(subject: Subject, today: date | None) -> Iterator[Check]:
    """Every check of a flow that could be read, as far as it can be looked through."""
    small = subject.flow.survey.knows_routes
    if not small:
        yield too_large(subject)
    if not small and can_solve():
        yield from check_by_solving(subject)
    for check in CHECKS if small else (check_cases, check_codes, check_style):
        yield from check(subject)
    if today:
        yield from check_days(subject, today)


def too_large(subject: Subject) -> Check:
    """What is not proved of a flow whose routes cannot be looked through."""
    lack = (
        "texts and questions"
        if can_solve()
        else "anything but its cases, codes and style (python-sat would prove more)"
    )
    sentence = (
        f"is too large to look through, so that nothing is known of {lack}; tell fewer answers apart, or split it"
    )
    return Check("the flow can be looked through", (Finding(Kind.SIZE, subject.files.flow.file, "", "", sentence),))

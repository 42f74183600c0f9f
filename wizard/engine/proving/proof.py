"""Proving a flow, check by check: each holds, or says what is wrong and the shortest walk that shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model import Flow
from ..reading import FlowError, read
from ..reading.names import Reserved
from .cases import check_cases
from .finding import Finding, Kind, of_mistake
from .hidden import check_hidden
from .off_path import check_off_path
from .promises import check_promises
from .reached import check_reached
from .risk import check_risk
from .subject import Check, Subject
from .vain import check_vain

CHECKS = (check_promises, check_cases, check_hidden, check_reached, check_vain, check_risk, check_off_path)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was checked of a flow; `flow` is None where its files could not be read."""

    id: str
    flow: Flow | None
    checks: tuple[Check, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong."""
        return tuple(finding for check in self.checks for finding in check.findings)

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong but style."""
        return not any(finding.is_error for finding in self.findings)


def prove(
    folder: Path, languages: Sequence[str], reserved: Reserved | None = None, icons: Collection[str] | None = None
) -> Proof:
    """Read the flow of a folder and prove it. Raises nothing: mistakes of the files are findings too."""
    try:
        reading = read(folder, languages, reserved, icons)
    except FlowError as error:
        return Proof(folder.name, None, (Check("its files can be read", tuple(map(of_mistake, error.mistakes))),))
    subject = Subject.of(reading)
    return Proof(folder.name, subject.flow, tuple(checks_of(subject)))


def checks_of(subject: Subject) -> Iterator[Check]:
    """Every check of a flow that could be read, as far as it can be looked through."""
    if not subject.flow.survey.knows_ways:
        wish = "is too large to look through, so that only its cases are proved; split it, or tell fewer answers apart"
        yield Check("the flow can be looked through", (Finding(Kind.SIZE, subject.files.flow.file, "", "", wish),))
    for check in CHECKS if subject.flow.survey.knows_ways else (check_cases,):
        yield from check(subject)

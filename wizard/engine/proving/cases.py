"""Whether every worked case ends where it must."""

from __future__ import annotations

from collections.abc import Iterator

from ..promises import Case
from ..reading.table import Table
from ..walking import walk
from .check import Check, found_in
from .finding import Finding, Kind
from .subject import Subject


def check_cases(subject: Subject) -> Iterator[Check]:
    """All cases together: there may be many."""
    pairs = zip(subject.flow.cases, subject.listed("case"), strict=True)
    findings = tuple(finding for case, table in pairs for finding in missed(subject, case, table))
    yield Check(f"{len(subject.flow.cases)} worked cases end where they must", findings)


def missed(subject: Subject, case: Case, table: Table) -> Iterator[Finding]:
    """Where a case ends instead."""
    at = walk(subject.flow, case.answers)
    if at.question:
        sentence = f"{case.situation}: goes on to ask {at.question.id}; answer it too"
        yield found_in(table, Kind.CASE, "answers", sentence, at.path)
    elif at.outcome and at.outcome.id != case.outcome:
        sentence = f"{case.situation}: ends in {at.outcome.id} ({at.outcome.verdict}), not in {case.outcome}"
        yield found_in(table, Kind.CASE, "outcome", sentence, at.path)
    if at.off_path:
        sentence = f"{case.situation}: its walk never asks {', '.join(at.off_path)}; take that answer out"
        yield found_in(table, Kind.CASE, "answers", sentence, at.path)

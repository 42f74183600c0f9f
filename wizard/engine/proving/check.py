"""A check: one thing that a flow is held to, and what was found against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..condition import Answers
from ..reading.table import Table
from .finding import Finding, Kind


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a flow is held to, as what is true where it holds, and what was found against it."""

    title: str
    findings: tuple[Finding, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def found_in(table: Table, kind: Kind, key: str, sentence: str, walk: Answers | None = None) -> Finding:
    """A finding in a table of the files."""
    return Finding(kind, table.file, table.path, key, sentence, walk)


def one_check(title: str, findings: Iterator[Finding]) -> Iterator[Check]:
    """All findings of a kind as one check."""
    yield Check(title, tuple(findings))

"""From tables to what a flow is held to: dangers, promises and worked cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..outcome import Verdict
from ..promises import Case, Danger, Promise
from .conditions import read_answers, read_when
from .names import Names
from .table import Table
from .texts import read_line, read_text


def read_danger(names: Names, id: str, table: Table) -> Danger:
    """A danger, whose control some check holds."""
    danger = Danger(
        id=id,
        text=read_line(names, table),
        cause=read_text(names, table, "cause"),
        harm=read_text(names, table, "harm"),
        control=read_text(names, table, "control"),
        held_by=table.take_ids("held_by"),
    )
    if not danger.held_by:
        table.mistake("held_by", "name a promise, or a test as tests/….py::name, that holds its control")
    return danger


@dataclass(frozen=True)
class Promises:
    """Builds promises, whose ids no two may share, each with the dangers that it is named by."""

    names: Names
    dangers: Mapping[str, Danger]
    ids: set[str] = field(default_factory=set)

    def promise(self, table: Table) -> Promise:
        """A promise, which rules out one verdict or outcome at least."""
        id = self.id(table)
        promise = Promise(
            id=id,
            when=read_when(self.names, table, none=True),
            allowed=read_allowed(table),
            never_outcomes=self.never_outcomes(table),
            text=read_line(self.names, table),
            dangers=tuple(danger for danger in self.dangers.values() if id in danger.held_by),
        )
        if len(promise.allowed) == len(Verdict) and not promise.never_outcomes:
            table.mistake("never", "rule out a verdict or an outcome: give `never`, `always` or `never_outcomes`")
        if not promise.dangers:
            self.names.undefined(table, "id", f"{id!r} guards against no danger; name it in `held_by` of one")
        return promise

    def id(self, table: Table) -> str:
        """The id of a promise, by which people speak of it."""
        id = table.take("id", str)
        if id in self.ids:
            table.mistake("id", f"{id!r} is another promise's; give each its own")
        self.ids.add(id)
        return id

    def never_outcomes(self, table: Table) -> frozenset[str]:
        """The outcomes that it rules out."""
        self.names.find_all(table, "never_outcomes", dict.fromkeys(self.names.outcomes), "outcome")
        return frozenset(table.take_ids("never_outcomes"))


def read_allowed(table: Table) -> frozenset[Verdict]:
    """The verdicts that `always` names, all where it is left out, without those of `never`."""
    always = read_verdicts(table, "always") or frozenset(Verdict)
    return always - read_verdicts(table, "never")


def read_verdicts(table: Table, key: str) -> frozenset[Verdict]:
    """A list of verdicts."""
    ids = table.take_ids(key)
    for id in ids:
        if id not in list(Verdict):
            table.mistake(key, f"{id!r} is no verdict; give some of {', '.join(Verdict)}")
    return frozenset(Verdict(id) for id in ids if id in list(Verdict))


def read_case(names: Names, table: Table) -> Case:
    """A worked case; its situation is for whoever reads the file, and shows nowhere."""
    situation = table.take("situation", str)
    answers = read_answers(names, table, "answers")
    if not answers:
        table.mistake("answers", "give an answer to each question that leads to the outcome")
    outcome = table.take("outcome", str)
    names.find(table, "outcome", outcome, dict.fromkeys(names.outcomes), "outcome")
    return Case(situation, answers, outcome)

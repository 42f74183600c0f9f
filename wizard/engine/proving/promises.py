"""Whether every promise is kept, on every walk of somebody of whom it speaks."""

from __future__ import annotations

from collections.abc import Iterator

from ..condition import Answers
from ..model import Flow
from ..promises import Promise
from ..reading.table import Table
from ..walking import walk
from .check import Check, found_in
from .finding import Finding, Kind
from .space import Region, telling_apart
from .subject import Subject


def check_promises(subject: Subject) -> Iterator[Check]:
    """Each promise by its id."""
    for promise, table in zip(subject.flow.promises, subject.listed("promise"), strict=True):
        yield Check(f"promise {promise.id}", tuple(broken(subject, promise, table)))


def broken(subject: Subject, promise: Promise, table: Table) -> Iterator[Finding]:
    """The shortest walk that breaks a promise; or that it speaks of nobody, and so promises nothing."""
    against = [route.region for route in subject.routes if not promise.allows(route.outcome)]
    answers = whom_it_speaks_of(subject, promise, against)
    if answers is not None:
        yield broken_by(subject.flow, promise, table, answers)
    elif whom_it_speaks_of(subject, promise, [route.region for route in subject.routes]) is None:
        yield speaks_of_nobody(promise, table)


def broken_by(flow: Flow, promise: Promise, table: Table, answers: Answers) -> Finding:
    """A walk that breaks a promise."""
    sentence = f"{promise.id} is broken: this walk ends {ends(flow, answers)}"
    return found_in(table, Kind.PROMISE, "", sentence, answers)


def speaks_of_nobody(promise: Promise, table: Table) -> Finding:
    """That a promise promises nothing."""
    return found_in(table, Kind.PROMISE, "when", f"{promise.id} speaks of nobody; mend its `when` or take it out")


def whom_it_speaks_of(subject: Subject, promise: Promise, regions: list[Region]) -> Answers | None:
    """The answers of the shortest walk of somebody whom a promise speaks of."""
    distinct = telling_apart(regions, promise.when.questions)
    found = (subject.space.speaks_of(region, promise.when) for region in distinct)
    return next((answers for answers in found if answers is not None), None)


def ends(flow: Flow, answers: Answers) -> str:
    """Where a walk ends, and by which rule, for a sentence."""
    at = walk(flow, answers)
    if at.outcome is None or at.rule is None:
        return "nowhere"
    return f"in {at.outcome.id} ({at.outcome.verdict}) by rule[{flow.rules.index(at.rule) + 1}]"

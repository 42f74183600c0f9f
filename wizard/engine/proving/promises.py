"""Whether every promise is kept, on every walk of somebody of whom it speaks."""

from __future__ import annotations

from collections.abc import Iterator

from ..condition import Answers
from ..promises import Promise
from ..reading.table import Table
from .finding import Finding, Kind
from .space import Region, telling_apart
from .subject import Check, Subject, ends, found_in


def check_promises(subject: Subject) -> Iterator[Check]:
    """Each promise by its id."""
    for promise, table in zip(subject.flow.promises, subject.listed("promise"), strict=True):
        yield Check(f"promise {promise.id}", tuple(broken(subject, promise, table)))


def broken(subject: Subject, promise: Promise, table: Table) -> Iterator[Finding]:
    """The shortest walk that breaks a promise; or that it speaks of nobody, and so promises nothing."""
    against = [way.region for way in subject.ways if not promise.allows(way.outcome)]
    answers = whom_it_speaks_of(subject, promise, against)
    if answers is not None:
        sentence = f"{promise.id} is broken: this walk ends {ends(subject.flow, answers)}"
        yield found_in(table, Kind.PROMISE, "", sentence, answers)
    elif whom_it_speaks_of(subject, promise, [way.region for way in subject.ways]) is None:
        yield found_in(table, Kind.PROMISE, "when", f"{promise.id} speaks of nobody; mend its `when` or take it out")


def whom_it_speaks_of(subject: Subject, promise: Promise, regions: list[Region]) -> Answers | None:
    """The answers of the shortest walk of somebody whom a promise speaks of."""
    distinct = telling_apart(regions, promise.when.questions)
    found = (subject.space.speaks_of(region, promise.when) for region in distinct)
    return next((answers for answers in found if answers is not None), None)

"""A flow against what it was: what moved, and what is missing of its editions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model import Flow
from ..reading import FlowError, Reading, build, read
from ..reading.names import Reserved
from ..reading.table import Mistake
from .compare import Comparison, compare
from .editions import check_editions, due, owns_up
from .finding import Finding, Kind, of_mistake
from .pairing import TooManyError
from .past import gap_in


@dataclass(frozen=True, slots=True)
class Against:
    """What has changed of a flow: `comparison` is None where one of its two states is missing or cannot be read.

    `notes` say what of the past state today's reader cannot read.
    """

    id: str
    flow: Flow | None
    comparison: Comparison | None
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()


def against(
    past: Path,
    now: Path,
    languages: Sequence[str],
    reserved: Reserved | None = None,
    icons: Collection[str] | None = None,
) -> Against:
    """Compare the flow of a folder with what it was in another. Raises nothing."""
    if not any(now.glob("*.toml")):
        return gone(past, languages)
    try:
        reading = read(now, languages, reserved, icons)
    except FlowError as error:
        return Against(now.name, None, None, tuple(map(of_mistake, error.mistakes)))
    if not any(past.glob("*.toml")):
        return Against(now.name, reading.flows[languages[0]], None, notes=("is new",))
    return edited(past, reading, languages)


def gone(past: Path, languages: Sequence[str]) -> Against:
    """A flow that was: once it is published, people have links to it."""
    before, mistakes = build(past, languages)
    if not before.published and before.editions and all(edition.draft for edition in before.editions):
        return Against(past.name, None, None, notes=("is gone; it was a draft",))
    sentence = "was published and is gone, and so is what its links say; put it back"
    return Against(past.name, None, None, (Finding(Kind.PAST, past.name, "", "", sentence),), notes(mistakes))


def edited(past: Path, reading: Reading, languages: Sequence[str]) -> Against:
    """A flow that is there in both states."""
    flow = reading.flows[languages[0]]
    before, mistakes = build(past, languages)
    try:
        comparison = None if (gap := gap_in(before, mistakes)) else compare(before, flow)
    except TooManyError:
        comparison, gap = None, "has too many routes to be compared; tell fewer answers apart, or split it"
    if comparison is None:
        findings: Iterator[Finding] = iter([uncompared(flow, gap)])
    else:
        findings = check(comparison, reading)
    return Against(
        flow.id,
        flow,
        comparison,
        tuple(findings),
        (*notes(mistakes), *taken_out(before, flow), *new_ticks(before, flow)),
    )


def notes(mistakes: Iterable[Mistake]) -> tuple[str, ...]:
    """What today's reader cannot read of a past state."""
    return tuple(map(str, mistakes))


def taken_out(before: Flow, after: Flow) -> Iterator[str]:
    """What held the past state and holds this one no more."""
    promises = {promise.id: (promise.when, promise.allowed, promise.never_outcomes) for promise in after.promises}
    for promise in before.promises:
        if promises.get(promise.id) != (promise.when, promise.allowed, promise.never_outcomes):
            yield f"promise {promise.id} {'reads otherwise' if promise.id in promises else 'is gone'}"
    if gone_cases := len([case for case in before.cases if case not in after.cases]):
        yield f"{gone_cases} worked cases are gone, or are other cases now"
    for question in before.questions.values():
        if question.risk and question.id in after.questions and not after.questions[question.id].risk:
            yield f"question {question.id} is no risk any more"


def new_ticks(before: Flow, after: Flow) -> Iterator[str]:
    """The ticks that no walk of the past can have, so that what they do is compared with nothing."""
    for question in after.questions.values():
        known = {option.code for option in before.questions.get(question.id, question).options.values()}
        for option in question.options.values():
            if question.many and option.code not in known:
                yield f"tick {question.id}.{option.id} is new: no walk of the past has it"


def check(comparison: Comparison, reading: Reading) -> Iterator[Finding]:
    """What is wrong with how the flow has changed."""
    if not comparison.shared or comparison.routes == 0:
        lack = "route" if comparison.shared else "question"
        yield uncompared(comparison.after, f"shares no {lack} with what it was, so that 0 routes are compared")
    yield from check_editions(comparison, reading.files)
    before, after = comparison.before, comparison.after
    if not before.edition.draft and not owns_up(before, after):
        for lack in taken_out(before, after):
            yield due(reading.files, "softer", f"{lack}; give an [[edition]] softer = true, and say why")


def uncompared(flow: Flow, why: str) -> Finding:
    """That an edit may have done anything."""
    return Finding(Kind.PAST, flow.id, "", "", why)

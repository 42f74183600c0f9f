"""Where each source of a flow is used, so that whoever checks it again knows what rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from .model import Flow
from .outcome import Desk, Help, Outcome, Source


def uses(flow: Flow) -> dict[str, tuple[str, ...]]:
    """The places that cite each source, by its id, each once and in the flow's order.

    A place is the key of a table in the files: "outcome.home.reason", "desk.police", "way.line.cell.files".
    A source that nothing cites has none.
    """
    found: dict[str, dict[str, None]] = {id: {} for id in flow.sources}
    for place, sources in citations(flow):
        for source in sources:
            found[source.id][place] = None
    return {id: tuple(places) for id, places in found.items()}


def citations(flow: Flow) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """Every place that cites sources."""
    for outcome in flow.outcomes.values():
        yield from citations_of(outcome)
    for desk in desks(flow).values():
        yield f"desk.{desk.id}", desk.sources
    for way in flow.ways.values():
        for aspect, cell in way.cells.items():
            yield f"way.{way.id}.cell.{aspect}", cell.sources


def citations_of(outcome: Outcome) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """The items of an outcome's lists; the keys of the files say one of what the fields say many."""
    for field in fields(outcome):
        items = getattr(outcome, field.name)
        for item in items if isinstance(items, tuple) else ():
            key = field.name if field.name == "evidence" else field.name.removesuffix("s")
            yield f"outcome.{outcome.id}.{key}", getattr(item, "sources", ())


def desks(flow: Flow) -> dict[str, Desk]:
    """Every desk that a question or an outcome names."""
    helps: list[Help] = [help for outcome in flow.outcomes.values() for help in outcome.helps]
    return {desk.id: desk for desk in (*flow.desks, *(help.desk for help in helps))}

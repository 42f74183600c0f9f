"""A flow against what it was: what moved, and what is missing of its editions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model import Flow
from ..reading import FlowError, build, read
from ..reading.names import Reserved
from .compare import Comparison, compare
from .editions import check_editions
from .finding import Finding, of_mistake


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
    try:
        reading = read(now, languages, reserved, icons)
    except FlowError as error:
        return Against(now.name, None, None, tuple(map(of_mistake, error.mistakes)))
    flow = reading.flows[languages[0]]
    if not past.is_dir():
        return Against(now.name, flow, None, notes=("is new",))
    before, mistakes = build(past, languages)
    if not before.rules or not before.editions:
        return Against(now.name, flow, None, notes=mistakes)
    comparison = compare(before, flow)
    return Against(now.name, flow, comparison, tuple(check_editions(comparison, reading.files)), mistakes)

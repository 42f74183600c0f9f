"""Ways to act, compared: a row for each aspect, with what holds of each way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wizard import addresses
from wizard.engine import Cell, Flow, Way


@dataclass(frozen=True)
class WaysPage:
    """The ways that a flow compares."""

    flow: Flow

    @cached_property
    def address(self) -> str:
        return addresses.of_ways(self.flow)

    @property
    def start(self) -> str:
        return addresses.of_start(self.flow.id)

    @property
    def rules(self) -> str:
        return addresses.of_rules(self.flow.id)

    @property
    def ways(self) -> list[Way]:
        return list(self.flow.ways.values())

    @property
    def rows(self) -> Iterator[tuple[str, list[tuple[Way, Cell]]]]:
        """Each aspect with the cell of every way."""
        for id, aspect in self.flow.aspects.items():
            yield aspect, [(way, way.cells[id]) for way in self.ways]

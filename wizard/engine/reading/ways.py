"""From tables to the ways that a flow compares: the same aspects for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..outcome import Source
from ..ways import Cell, Way
from .grounds import Hedges, check_hedge, check_judgement
from .names import Names
from .table import Table
from .texts import read_line, read_text


def read_aspect(names: Names, id: str, table: Table) -> str:
    """What all ways are compared by, in a few words."""
    return read_line(names, table)


@dataclass(frozen=True)
class Ways:
    """Builds ways of the aspects and sources that they name."""

    names: Names
    aspects: Mapping[str, str]
    sources: Mapping[str, Source]
    hedges: Hedges

    def way(self, id: str, table: Table) -> Way:
        """A way with a cell for every aspect, so that none looks better for what is not said of it."""
        cells = {aspect: self.cell(table, aspect, part) for aspect, part in table.named("cell")}
        for aspect in self.aspects:
            if aspect not in cells:
                table.mistake(f"cell.{aspect}", "is missing; say of every way what is said of the others")
        name = read_text(self.names, table, "name")
        return Way(id, name, {aspect: cells[aspect] for aspect in self.aspects if aspect in cells})

    def cell(self, way: Table, aspect: str, table: Table) -> Cell:
        """A cell, which rests on sources, hedged where none of them is official, or on our own judgement."""
        self.names.find(way, "cell", aspect, self.aspects, "aspect")
        sources = self.names.find_all(table, "sources", self.sources, "source")
        cell = Cell(read_line(self.names, table), sources)
        check_judgement(table)
        check_hedge(table, sources, self.hedges)
        table.close()
        return cell

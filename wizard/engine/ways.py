"""The nouns of a comparison, all of them frozen: ways to act, and what holds of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .outcome import Source


@dataclass(frozen=True, slots=True)
class Cell:
    """What holds of a way under one aspect; without sources it is our own judgement."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to act, with a cell for each of the flow's aspects, in their order."""

    id: str
    name: str
    cells: Mapping[str, Cell]

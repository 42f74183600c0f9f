"""The record on the accessibility page: every criterion, how it was tried, and what came of it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

RECORD = Path(__file__).with_name("criteria.toml")


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion of WCAG, in the words of one language; `jis` tells whether JIS X 8341-3:2016 has it."""

    number: str
    level: str
    jis: bool
    name: str
    result: str
    ways: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Record:
    """The criteria under their principles, the ways in which they were tried, and how many came out how."""

    principles: tuple[tuple[str, tuple[Criterion, ...]], ...]
    ways: tuple[tuple[str, str], ...]
    results: tuple[tuple[str, int], ...]


@cache
def record(language: str) -> Record:
    """The record in a language. A word, way or result that the file lacks is a KeyError."""
    data = tomllib.loads(RECORD.read_text(encoding="utf-8"))
    criteria = [criterion(row, data, language) for row in data["criterion"]]
    return Record(
        principles=tuple(
            (name[language], tuple(each for each in criteria if each.number.startswith(f"{number}.")))
            for number, name in data["principle"].items()
        ),
        ways=tuple((way["name"][language], way["text"][language]) for way in data["way"].values()),
        results=tuple(
            (words[language], sum(row["result"] == id for row in data["criterion"]))
            for id, words in data["result"].items()
        ),
    )


def criterion(row: dict[str, Any], data: dict[str, Any], language: str) -> Criterion:
    return Criterion(
        number=row["number"],
        level=row["level"],
        jis=row["jis"],
        name=row["name"][language],
        result=data["result"][row["result"]][language],
        ways=tuple(data["way"][way]["name"][language] for way in row["ways"]),
        note=row["note"][language] if "note" in row else "",
    )

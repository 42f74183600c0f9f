"""The files of a flow's folder, merged: any file may hold any of the tables."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .table import ID, Mistake, Table

NAMED = ("question", "outcome", "source", "desk", "danger", "aspect", "way", "shared")
LISTED = ("rule", "edition", "promise", "case")


@dataclass
class Files:
    """The tables of all files by section; `id` is the flow's, from the folder's name."""

    id: str
    flow: Table
    mistakes: list[Mistake]
    are_readable: bool = True
    named: dict[str, dict[str, Table]] = field(default_factory=lambda: {section: {} for section in NAMED})
    listed: dict[str, list[Table]] = field(default_factory=lambda: {section: [] for section in LISTED})


def read_files(folder: Path) -> Files:
    """Merge all TOML files below a folder, in the order of their names. Mistakes are noted, none is raised."""
    mistakes: list[Mistake] = []
    files = Files(folder.name, Table(f"{folder.name}/flow.toml", "flow", {}, mistakes), mistakes)
    if not ID.fullmatch(folder.name):
        wish = "name the folder with ASCII letters, digits and hyphens, for it is an address"
        mistakes.append(Mistake(folder.name, "", "", wish))
    for path in sorted(folder.rglob("*.toml")):
        name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        try:
            merge(files, Table(name, "", load(path), mistakes))
        except (ValueError, OSError, RecursionError) as error:
            files.are_readable = False
            mistakes.append(Mistake(name, "", "", str(error)))
    if not files.are_readable and not files.flow.data:
        files.flow.mistakes = []  # it may well stand in a file that could not be read
    return files


def load(path: Path) -> dict[str, Any]:
    """The data of a file. Raises ValueError, with line and column for what is not TOML; OSError, RecursionError."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"save the file as UTF-8; its byte {error.start} is not") from error


def merge(files: Files, file: Table) -> None:
    """Add one file's tables to those of the others."""
    file.taken.add("flow")
    if "flow" in file.data:
        merge_flow(files, file)
    for section in NAMED:
        merge_named(files.named[section], section, file)
    for section in LISTED:
        if files.listed[section] and section in file.data:
            file.mistake(section, f"keep all of [[{section}]] in one file, so that their order is plain")
        files.listed[section] += file.listed(section)
    file.close()


def merge_flow(files: Files, file: Table) -> None:
    """Take the [flow] table, of which there is one."""
    if files.flow.data:
        file.mistake("flow", f"stands in {files.flow.place} already; keep one of them")
    files.flow = file.table("flow")


def merge_named(known: dict[str, Table], section: str, file: Table) -> None:
    """Add the tables of a section by their ids, each of which stands once."""
    for id, data in file.take(section, dict, {}).items():
        if id in known:
            file.mistake(f"{section}.{id}", f"stands in {known[id].place} already; keep one of them")
        # Under a shared name stands a list, and its items are taken where it is included.
        shared = section == "shared"
        known[id] = file.child("shared", {id: data}) if shared else file.child(f"{section}.{id}", data)

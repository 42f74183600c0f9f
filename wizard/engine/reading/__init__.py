"""Reading a flow: its folder of TOML files to one flow per language, or all that is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from ..model import Flow
from ..survey import survey
from .checks import check
from .files import Files, read_files
from .flow import build_flow
from .names import Names, Reserved, names_in
from .table import Mistake


class FlowError(ValueError):
    """A flow's files have mistakes: one sentence each, with file, table, key and wish."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = tuple(mistakes)


class Reading(NamedTuple):
    """A flow read: its files with the place of every table, the names in them, and the flow in each language."""

    files: Files
    names: Names
    flows: dict[str, Flow]


def read_flow(
    folder: Path, languages: Sequence[str], reserved: Reserved | None = None, icons: Collection[str] | None = None
) -> dict[str, Flow]:
    """Read a flow in each of the languages; see `read`."""
    return read(folder, languages, reserved, icons).flows


def read(
    folder: Path, languages: Sequence[str], reserved: Reserved | None = None, icons: Collection[str] | None = None
) -> Reading:
    """Read a flow in each of the languages, and keep its files.

    `reserved` are ids that no "question" and no "tick" may take, `icons` those that a group may name; None: any.

    Raises FlowError, naming every mistake of the files at once.
    """
    files = read_files(folder)
    names = names_in(files, tuple(languages), reserved or {}, icons)
    first = build_flow(files, names)
    if files.are_readable:
        files.mistakes += check(files, first)
    refuse(files.mistakes)
    found = survey(first)
    # The first language's reading has checked them all, so that the others are only built.
    others = [build_flow(files, replace(names, language=language)) for language in languages[1:]]
    return Reading(files, names, {flow.language: replace(flow, survey=found) for flow in (first, *others)})


def build(folder: Path, languages: Sequence[str]) -> tuple[Flow, tuple[Mistake, ...]]:
    """A flow in the first of the languages as far as it can be read, and its mistakes: for a state that is past.

    What today's reader asks of texts, a past state need not keep.
    """
    files = read_files(folder)
    flow = build_flow(files, names_in(files, tuple(languages), {}, None))
    return flow, tuple(dict.fromkeys(files.mistakes))


def refuse(mistakes: Iterable[Mistake]) -> None:
    """Raise FlowError if there are any mistakes; those of a shared item are found wherever it is included."""
    if found := list(dict.fromkeys(mistakes)):
        raise FlowError(found)

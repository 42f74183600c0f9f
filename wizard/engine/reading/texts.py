"""Texts read from tables: checked in every language, given in one."""

from __future__ import annotations

from itertools import pairwise

from ..condition import When
from ..words import Wording, Words
from .conditions import read_when
from .names import Names
from .table import Table


def read_text(names: Names, table: Table, key: str, *, needed: bool = True) -> str:
    """A text that does not depend on answers."""
    table.taken.add(key)
    if not isinstance(table.data.get(key), dict):
        if needed or key in table.data:
            table.mistake(key, f"write the text in each language: {', '.join(names.languages)}")
        return ""
    part = table.table(key)
    text = read_line(names, part)
    part.close()
    return text


def read_line(names: Names, table: Table) -> str:
    """The text of one table { ja, en } in the language that is built."""
    lines = {language: table.take(language, str).strip() for language in names.languages}
    for language, line in lines.items():
        if isinstance(table.data.get(language), str) and not line:
            table.mistake(language, "is empty; write the text")
    return lines[names.language]


def read_words(names: Names, table: Table, key: str, *, needed: bool = True) -> Words:
    """A text, or its wordings by `when`, of which the last has none."""
    if not isinstance(table.data.get(key), list):
        text = read_text(names, table, key, needed=needed)
        return Words((Wording(When(), text),)) if text else Words()
    items = list(table.listed(key))
    wordings = tuple(read_wording(names, item) for item in items)
    if needed and (not wordings or wordings[-1].when.conditions):
        table.mistake(key, "end with a wording without `when`, so that it suits everybody")
    check_said(items)
    return Words(wordings)


def check_said(wordings: list[Table]) -> None:
    """Note a wording that stands behind one for everybody."""
    for before, wording in pairwise(wordings):
        if not before.data.get("when"):
            wish = "is never said, for the one before suits everybody; move it up or take it out"
            wording.mistake("", wish)


def read_wording(names: Names, table: Table) -> Wording:
    """One wording with the answers that it suits."""
    wording = Wording(read_when(names, table), read_line(names, table))
    table.close()
    return wording

"""What the reader takes of the small flow: every table of its file, with the keys that were asked for."""

import re
import tomllib
from typing import Any

import pytest

from tests.conftest import FLOWS, LANGUAGES
from tools.schema import FILE, INCLUDE, TEXT
from wizard.engine import FlowError, read_flow
from wizard.engine.reading.table import Table


def lunch_data() -> dict[str, Any]:
    """The small flow, in which every key stands once at least."""
    return tomllib.loads((FLOWS / "lunch" / "flow.toml").read_text(encoding="utf-8"))


def read(data: dict[str, Any]) -> tuple[list[Table], tuple[str, ...]]:
    """Every table with what was taken of it, and the mistakes, once data is read as lunch."""
    made: list[Table] = []
    make = Table.__init__

    def remember(table: Table, *args: Any) -> None:
        make(table, *args)
        made.append(table)

    mistakes: tuple[str, ...] = ()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Table, "__init__", remember)
        patch.setattr("wizard.engine.reading.files.load", lambda _: data)
        try:
            read_flow(FLOWS / "lunch", LANGUAGES)
        except FlowError as error:
            mistakes = error.mistakes
    # Of `shared` names are taken, and of conditions nothing: what they hold are questions.
    return [table for table in made if table.taken and table.path != "shared"], mistakes


def section_of(table: Table) -> str:
    """The manual's name for a table: its place without ids and numbers; of texts alike and of includes, one name."""
    if table.taken <= {"when", *LANGUAGES}:
        return TEXT
    if table.taken == {"include"}:
        return INCLUDE
    # The shared list of the small flow is one of steps.
    place = re.sub(r"\[\d+]", "", table.path).replace("shared.wash", "outcome.picnic.step")
    return re.sub(r"(question|option|group|outcome|source|desk|danger)\.[^.]+", r"\1.ID", place) or FILE

"""Planted defects: small broken flows, each with the findings that it must give, word for word.

A folder of tests/planted/ holds the files that differ from those of umbrella/, a sound flow; `expected.txt`, with each
finding in a line after its kind; and, where the linter marks the defect too, `marked.txt` with line, column and words.
To add one, add a folder.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.linter import marks
from wizard.addresses import RESERVED
from wizard.content import ICONS
from wizard.engine import FlowError, read_flow
from wizard.engine.proving import Finding, of_mistake

PLANTED = Path(__file__).parent / "planted"
SOUND = PLANTED / "umbrella"
DEFECTS = sorted(folder for folder in PLANTED.iterdir() if folder.is_dir() and folder != SOUND)


def findings(folder: Path) -> Iterator[Finding]:
    """All that is wrong with a flow."""
    try:
        read_flow(folder, LANGUAGES, RESERVED, ICONS)
    except FlowError as error:
        yield from map(of_mistake, error.mistakes)


def lines(path: Path) -> list[str]:
    """The lines of a file, none where there is no such file."""
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


@pytest.fixture(scope="module")
def marked() -> dict[str, list[str]]:
    """What the linter marks in each folder."""
    found: dict[str, list[str]] = {}
    for mark in marks(PLANTED):
        path, start = Path(mark["path"]).resolve().relative_to(PLANTED), mark["range"]["start"]
        line = f"{path.name}:{start['line']}:{start['column']}: {mark['message']}"
        found.setdefault(path.parts[0], []).append(line)
    return found


def test_the_flow_that_they_change_is_sound(marked):
    assert list(findings(SOUND)) == []
    assert SOUND.name not in marked


@pytest.mark.parametrize("folder", DEFECTS, ids=lambda folder: folder.name)
def test_a_planted_defect_is_found(tmp_path, folder):
    flow = shutil.copytree(SOUND, tmp_path / SOUND.name)
    shutil.copytree(folder, flow, dirs_exist_ok=True)

    assert [f"{finding.kind}: {finding}" for finding in findings(flow)] == lines(folder / "expected.txt") != []


@pytest.mark.parametrize("folder", DEFECTS, ids=lambda folder: folder.name)
def test_an_editor_marks_what_the_schema_tells(marked, folder):
    assert marked.get(folder.name, []) == lines(folder / "marked.txt")


def test_half_of_them_are_marked_while_somebody_writes():
    assert sum((folder / "marked.txt").exists() for folder in DEFECTS) >= 20

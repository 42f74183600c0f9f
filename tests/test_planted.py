"""Planted defects: small broken flows, each with the findings that it must give, word for word.

A folder of tests/planted/ holds the files that differ from those of umbrella/, a sound flow; `expected.txt`, with each
finding in a line after its kind; and, where the linter marks the defect too, `marked.txt` with line, column and words.
To add one, add a folder.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.linter import marks
from wizard.addresses import RESERVED
from wizard.content import ICONS
from wizard.engine.proving import Finding, Kind, against, prove

PLANTED = Path(__file__).parent / "planted"
SOUND = PLANTED / "umbrella"
TODAY = date(2026, 11, 24)
DEFECTS = sorted(folder for folder in PLANTED.iterdir() if folder.is_dir() and folder != SOUND)


def findings(folder: Path) -> tuple[Finding, ...]:
    """All that is wrong with a flow, by itself and as an edit of the sound one; what cannot be read is told once."""
    proof = prove(folder, LANGUAGES, RESERVED, ICONS, TODAY)
    edits = against(SOUND, folder, LANGUAGES, RESERVED, ICONS).findings if proof.flow else ()
    return (*proof.findings, *edits)


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
    assert findings(SOUND) == ()
    assert SOUND.name not in marked


@pytest.mark.parametrize("folder", DEFECTS, ids=lambda folder: folder.name)
def test_a_planted_defect_is_found(tmp_path, folder):
    flow = shutil.copytree(SOUND, tmp_path / SOUND.name)
    shutil.copytree(folder, flow, dirs_exist_ok=True)

    assert [f"{finding.kind}: {finding}" for finding in findings(flow)] == lines(folder / "expected.txt") != []


@pytest.mark.parametrize("folder", DEFECTS, ids=lambda folder: folder.name)
def test_an_editor_marks_what_the_schema_tells(marked, folder):
    assert marked.get(folder.name, []) == lines(folder / "marked.txt")


def test_an_editor_marks_many_of_them_while_somebody_writes():
    assert sum((folder / "marked.txt").exists() for folder in DEFECTS) >= 20


def test_together_they_show_every_kind_of_finding():
    """But those of which these files cannot be guilty: walks that look where they should not, sizes, other pasts."""
    told = {line.partition(":")[0] for folder in DEFECTS for line in lines(folder / "expected.txt")}

    assert told == set(Kind) - {Kind.OFF_PATH, Kind.SIZE, Kind.PAST}

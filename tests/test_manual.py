"""The authors' manual says of every key what the reader takes, and its examples are a flow."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date

import pytest
from django.conf import settings

from tests.conftest import FLOWS, LANGUAGES
from wizard.engine import FlowError, read_flow
from wizard.engine.reading.table import Table

MANUAL = (settings.BASE_DIR / "wizard" / "flows" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)

FILE, TEXT, INCLUDE = "*.toml", "{ ja, en }", "{ include }"
# The kinds of values in the manual's words, and what TOML makes of them.
KINDS = {
    **dict.fromkeys(("string", "id"), str),
    **dict.fromkeys(("text", "table", "condition"), dict),
    **dict.fromkeys(("list", "ids", "strings", "codes"), list),
    "words": (dict, list),
    "integer": int,
    "boolean": bool,
    "date": date,
}


@dataclass
class Row:
    """What the manual says of a key."""

    section: str
    key: str
    kind: str
    needed: str


def rows():
    """Every row of the manual's tables, once for each section in its heading and each key in its first cell."""
    for part in re.split(r"^#+ ", MANUAL, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        for section in re.findall(r"`([^`]+)`", heading):
            for keys, kind, needed in re.findall(r"^\| (`.+?) \| (.+?) \| (.+?) \| .+ \|$", body, re.MULTILINE):
                for key in re.findall(r"`([^`]+)`", keys):
                    yield Row(section.strip("[]"), key, kind, needed)


ROWS = list(rows())


def section_of(table):
    """The manual's name for a table: its place without ids and numbers; of texts alike and of includes, one name."""
    if table.taken <= {"when", *LANGUAGES}:
        return TEXT
    if table.taken == {"include"}:
        return INCLUDE
    # The shared list of the small flow is one of steps.
    place = re.sub(r"\[\d+]", "", table.path).replace("shared.wash", "outcome.picnic.step")
    return re.sub(r"(question|option|group|outcome|source|desk)\.[^.]+", r"\1.ID", place) or FILE


@pytest.fixture
def read(monkeypatch):
    """A function that reads data as lunch and gives every table with what was taken of it, and the mistakes."""
    made = []
    make = Table.__init__

    def remember(table, *args):
        make(table, *args)
        made.append(table)

    def read(data):
        made.clear()
        monkeypatch.setattr("wizard.engine.reading.files.load", lambda _: data)
        try:
            read_flow(FLOWS / "lunch", LANGUAGES)
        except FlowError as error:
            return tables(), error.mistakes
        return tables(), ()

    def tables():
        # Of `shared` names are taken, and of conditions nothing: what they hold are questions.
        return [table for table in made if table.taken and table.path != "shared"]

    monkeypatch.setattr(Table, "__init__", remember)
    return read


@pytest.fixture
def lunch_data():
    return tomllib.loads((FLOWS / "lunch" / "flow.toml").read_text(encoding="utf-8"))


def keys(pairs):
    """Sections with their keys, sorted, for a comparison that reads well."""
    return sorted({f"{section}: {key}" for section, key in pairs})


def test_the_manual_tells_every_key_that_the_reader_takes_and_no_other(read, lunch_data):
    tables, mistakes = read(lunch_data)

    assert mistakes == ()
    assert keys((row.section, row.key) for row in ROWS) == keys(
        (section_of(t), key) for t in tables for key in t.taken
    )


# A `when` is the same wherever it stands, so that the small flow need not show each.
SHOWN = [row for row in ROWS if row.key != "when"]


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: f"{row.section}: {row.key}")
def test_a_key_is_of_the_kind_and_as_needed_as_the_manual_says(read, lunch_data, row):
    """Every key stands in the small flow, else one that is taken only beside another might be missed above."""
    tables, _ = read(lunch_data)
    table = next(table for table in tables if section_of(table) == row.section and row.key in table.data)

    value = table.data.pop(row.key)
    _, mistakes = read(lunch_data)

    assert isinstance(value, KINDS[row.kind])
    if row.needed == "yes":
        assert mistakes
    elif row.needed == "no":
        assert not [mistake for mistake in mistakes if f"{table.within(row.key)}: " in mistake]


def test_every_section_has_an_example():
    for part in MANUAL.split("\n### "):
        if part.startswith(("`[", "`{ include")):
            assert "```toml" in part, part.partition("\n")[0]


def test_the_examples_together_are_a_flow(tmp_path):
    for example in EXAMPLES:
        assert tomllib.loads(example)
    (tmp_path / "flow.toml").write_text("\n".join(EXAMPLES), encoding="utf-8")

    flow = read_flow(tmp_path, LANGUAGES)["en"]

    assert flow.survey.is_whole
    assert {outcome.verdict for outcome in flow.outcomes.values()} == {"accept", "propose", "help"}

"""The authors' manual says of every key what the reader takes, and its examples are a flow."""

import re
import tomllib
from datetime import date

import pytest

from tests.conftest import LANGUAGES
from tests.taken import lunch_data, read, section_of
from tools.manual import MANUAL, rows
from wizard.engine.proving import prove

TEXT = MANUAL.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)

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


ROWS = list(rows())


def keys(pairs):
    """Sections with their keys, sorted, for a comparison that reads well."""
    return sorted({f"{section}: {key}" for section, key in pairs})


def test_the_manual_tells_every_key_that_the_reader_takes_and_no_other():
    tables, mistakes = read(lunch_data())

    assert mistakes == ()
    assert keys((row.section, row.key) for row in ROWS) == keys(
        (section_of(t), key) for t in tables for key in t.taken
    )


# A `when` is the same wherever it stands, so that the small flow need not show each.
SHOWN = [row for row in ROWS if row.key != "when"]


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: f"{row.section}: {row.key}")
def test_a_key_is_of_the_kind_and_as_needed_as_the_manual_says(row):
    """Every key stands in the small flow, else one that is taken only beside another might be missed above."""
    data = lunch_data()
    tables, _ = read(data)
    table = next(table for table in tables if section_of(table) == row.section and row.key in table.data)

    value = table.data.pop(row.key)
    _, mistakes = read(data)

    assert isinstance(value, KINDS[row.kind])
    if row.needed == "yes":
        assert mistakes
    elif row.needed == "no":
        assert not [mistake for mistake in mistakes if f"{table.within(row.key)}: " in mistake]


def test_every_section_has_an_example():
    for part in TEXT.split("\n### "):
        if part.startswith(("`[", "`{ include")):
            assert "```toml" in part, part.partition("\n")[0]


def test_the_examples_together_are_a_flow_that_proves(tmp_path):
    for example in EXAMPLES:
        assert tomllib.loads(example)
    (tmp_path / "flow.toml").write_text("\n".join(EXAMPLES), encoding="utf-8")

    proof = prove(tmp_path, LANGUAGES)

    assert [str(finding) for finding in proof.findings] == []
    assert {outcome.verdict for outcome in proof.flow.outcomes.values()} == {"accept", "propose", "help"}

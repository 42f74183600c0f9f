"""A finding says where, and what."""

import pytest

from wizard.engine.proving import Finding, Kind, of_mistake


def test_a_finding_reads_as_a_mistake_of_the_readers_does():
    finding = Finding(Kind.PROMISE, "line/promises.toml", "promise[3]", "always", "is broken", {"now": ("asked",)})

    assert str(finding) == "line/promises.toml: promise[3].always: is broken"


@pytest.mark.parametrize(
    ("mistake", "file", "table"),
    [
        ("line/rules.toml: rule[3].when: is missing; give a table", "line/rules.toml", "rule[3].when"),
        ("line/flow.toml: Expected '=' after a key: at line 3", "line/flow.toml", ""),
        ("a b: name the folder with ASCII letters", "a b", ""),
    ],
)
def test_a_mistake_of_the_readers_becomes_a_finding_with_its_place(mistake, file, table):
    finding = of_mistake(mistake)

    assert (finding.kind, finding.file, finding.table) == (Kind.READING, file, table)
    assert str(finding) == mistake


def test_only_style_and_size_are_no_errors():
    assert [kind for kind in Kind if not Finding(kind, "", "", "", "").is_error] == [Kind.STYLE, Kind.SIZE]

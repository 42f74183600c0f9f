"""A finding says where, and what."""

import pytest

from wizard.engine.proving import Finding, Kind, of_mistake
from wizard.engine.reading.table import Mistake


def test_a_finding_reads_as_a_mistake_of_the_readers_does():
    finding = Finding(Kind.PROMISE, "line/promises.toml", "promise[3]", "always", "is broken", {"now": ("asked",)})

    assert str(finding) == "line/promises.toml: promise[3].always: is broken"


@pytest.mark.parametrize(
    ("mistake", "sentence"),
    [
        (("line/rules.toml", "rule[3]", "when", "is missing"), "line/rules.toml: rule[3].when: is missing"),
        (("line/flow.toml", "", "", "Expected '=': at line 3"), "line/flow.toml: Expected '=': at line 3"),
        (("line/flow.toml", "", "sky", "is not known"), "line/flow.toml: sky: is not known"),
    ],
)
def test_a_mistake_of_the_readers_becomes_a_finding_with_its_place(mistake, sentence):
    finding = of_mistake(Mistake(*mistake))

    assert (finding.kind, finding.file, finding.table, finding.key, finding.sentence) == (Kind.READING, *mistake)
    assert str(finding) == str(Mistake(*mistake)) == sentence


def test_only_style_and_size_are_no_errors():
    assert [kind for kind in Kind if not Finding(kind, "", "", "", "").is_error] == [Kind.STYLE, Kind.SIZE]

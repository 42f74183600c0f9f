"""The files of a folder, merged; and what is wrong with them before any table is looked at."""

import pytest

from tests.engine.reading.broken import TEXT, broken, changed, mistakes_of, mistakes_with, read
from wizard.engine.reading.files import read_files

ONE = 'kind = "one"'


def line_of(text):
    """The line of the small flow where a text stands."""
    return TEXT.partition(text)[0].count("\n") + 1


@broken(
    {
        "bad TOML": ('kind = "one"', "kind = one", f"Invalid value (at line {line_of(ONE)}, column 8)"),
        "unknown section": (
            "[shared.",
            "[shard.",
            "shard: is not known here; did you mean 'shared'?",
            "outcome.picnic.step[1].include: 'wash' is no shared list; define it or mend its spelling",
        ),
    }
)
def test_a_mistake_is_named_with_its_place(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("source = []", "more.toml: source: give a table here, not []"),
        ("shared = 1", "more.toml: shared: give a table here, not 1"),
        ('edition = "x"', "more.toml: edition: give a list here, not 'x'"),
        ("[source]\nsea = 1", "more.toml: source.sea: give a table here, not 1"),
    ],
)
def test_a_section_of_another_kind_is_named(tmp_path, text, sentence):
    (tmp_path / "flow.toml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "more.toml").write_text(text, encoding="utf-8")

    assert sentence in mistakes_of(tmp_path)


def test_any_file_may_hold_any_of_the_tables(tmp_path):
    start, rest = TEXT.split("[question.weather]")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.toml").write_text(f"[question.weather]{rest}", encoding="utf-8")

    assert list(read(tmp_path, start)["en"].questions) == ["weather", "food", "guests"]


def test_files_are_merged_in_the_order_of_their_names(tmp_path):
    for name in ("c", "a", "b"):
        (tmp_path / f"{name}.toml").write_text(f"[source.{name}]\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("[source.none]\n", encoding="utf-8")

    found = read_files(tmp_path).named["source"]
    assert [(id, table.file.rpartition("/")[2]) for id, table in found.items()] == [
        ("a", "a.toml"),
        ("b", "b.toml"),
        ("c", "c.toml"),
    ]


def test_what_stands_in_two_files_is_refused(tmp_path):
    (tmp_path / "flow.toml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "more.toml").write_text('[source.sky]\n[flow]\n[[rule]]\noutcome = "home"\n', encoding="utf-8")

    found = mistakes_of(tmp_path)

    assert found[:3] == [
        f"more.toml: flow: stands in {tmp_path.name}/flow.toml: flow already; keep one of them",
        f"more.toml: source.sky: stands in {tmp_path.name}/flow.toml: source.sky already; keep one of them",
        "more.toml: rule: keep all of [[rule]] in one file, so that their order is plain",
    ]


def test_what_an_unreadable_file_may_define_is_not_called_unknown(tmp_path):
    text = changed('reason = [{ ja = "雨に', 'step = [{ include = "dry" }]\nreason = [{ ja = "雨に')
    (tmp_path / "flow.toml").write_text(text, encoding="utf-8")
    (tmp_path / "shared.toml").write_text("[[shared.dry\n", encoding="utf-8")

    assert mistakes_of(tmp_path) == [
        "shared.toml: Expected ']]' at the end of an array declaration (at line 1, column 13)"
    ]


def test_of_a_flow_in_an_unreadable_file_nothing_is_said_but_that(tmp_path):
    (tmp_path / "flow.toml").write_text(changed("[source.sky]", "[source.sky"), encoding="utf-8")

    assert mistakes_of(tmp_path) == [
        f"flow.toml: Expected ']' at the end of a table declaration (at line {line_of('[source.sky]')}, column 12)"
    ]


@pytest.mark.parametrize("name", ["lu nch", "昼", "-lunch"])
def test_a_folder_is_named_as_an_address(tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    (folder / "flow.toml").write_text(TEXT, encoding="utf-8")

    assert mistakes_of(folder) == [
        f"{name}: name the folder with ASCII letters, digits and hyphens, for it is an address"
    ]


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    assert read(tmp_path, "\ufeff" + TEXT)["en"].name == "Lunch"


def test_what_is_no_file_or_too_deep_or_no_utf_8_is_named(tmp_path):
    (tmp_path / "flow.toml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "deep.toml").write_text("x = " + "[" * 3000 + "]" * 3000, encoding="utf-8")
    (tmp_path / "old.toml").write_bytes("# 空".encode("shift_jis"))

    deep, folder, old = mistakes_of(tmp_path)
    assert deep.startswith("deep.toml: ")
    assert folder.startswith("folder.toml: ")
    assert old == "old.toml: save the file as UTF-8; its byte 2 is not"

"""A source confirmed in its file changes two values, byte for byte nothing else."""

from datetime import date

import pytest

from wizard.sources import WriteError, confirm

DAY = date(2026, 3, 4)
TEXT = """# 出典 \r
[source.sky]
title = { ja = "空", en = "checked = 2026-01-01" }
url = "https://example.org/sky"
checked  =  2026-01-01   # by hand
how="read"# a copy

[source.sky-high]
title = { ja = "高い空", en = "High" }
checked = 2026-01-01
how = "read"
[source.sky-high.archived]
url = "https://example.org/"
date = 2025-12-31"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.toml").write_bytes(b"[flow]\n")
    (tmp_path / "deep" / "sources.toml").write_bytes(TEXT.encode())
    return tmp_path


@pytest.mark.parametrize(
    ("id", "old", "new"),
    [
        (
            "sky",
            'checked  =  2026-01-01   # by hand\nhow="read"# a copy',
            'checked  =  2026-03-04   # by hand\nhow="opened"# a copy',
        ),
        (
            "sky-high",
            'checked = 2026-01-01\nhow = "read"\n[source.sky-high.a',
            'checked = 2026-03-04\nhow = "opened"\n[source.sky-high.a',
        ),
    ],
)
def test_two_values_change_and_not_a_byte_beside(folder, id, old, new):
    path = confirm(folder, id, DAY)

    assert TEXT.count(old) == 1
    assert path.read_bytes() == TEXT.replace(old, new).encode()
    assert (folder / "a.toml").read_bytes() == b"[flow]\n"


def test_what_is_confirmed_already_stays_as_it_is(folder):
    confirm(folder, "sky", DAY)
    once = (folder / "deep" / "sources.toml").read_bytes()
    confirm(folder, "sky", DAY)

    assert (folder / "deep" / "sources.toml").read_bytes() == once


@pytest.mark.parametrize(
    "text",
    [
        '[source]\nsea = { checked = 2026-01-01, how = "read" }\n',
        '[source.sea]\nchecked = 2026-01-01\n"how" = "read"\n',
        '[source.sea]\nurl = """\nchecked = 2026-01-01\n"""\n"checked" = 2026-01-01\nhow = "read"\n',
        'x = """\n[source.sea]\nchecked = 2026-01-01\nhow = "read"\n"""\n[source.\'sea\']\nchecked = 2026-01-01\n',
    ],
)
def test_what_cannot_be_changed_so_is_left_and_said(folder, text):
    file = folder / "b.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(
        WriteError, match=r'b\.toml: source\.sea: write checked = 2026-03-04 and how = "opened" by hand'
    ):
        confirm(folder, "sea", DAY)
    assert file.read_text(encoding="utf-8") == text


def test_a_source_that_is_in_no_file_is_named(folder):
    with pytest.raises(WriteError, match=r"source\.moon stands in no file"):
        confirm(folder, "moon", DAY)

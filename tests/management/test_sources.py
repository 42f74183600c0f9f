"""`manage.py sources` lists what wants looking after, the oldest first, and opens it on a real server."""

import sys

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.sources.site import served


def test_the_oldest_is_listed_first_with_the_places_that_cite_it(flow_file, capsys):
    text = flow_file.read_text(encoding="utf-8")
    flow_file.write_text(text.replace('checked = 2026-01-01\nhow = "read"', 'checked = 2020-01-01\nhow = "read"'))
    call_command("sources")

    title, first, *lines = capsys.readouterr().out.splitlines()
    assert title == "lunch: 2 sources"
    assert first.startswith("  guest: read on 2020-01-01, ")
    assert first.endswith(" days ago, to be checked again")
    assert lines[:4] == [
        "    客の話, secondary",
        "    https://example.org/guest",
        "    in outcome.cafe: reason",
        "    in way.cafe: cell.cost",
    ]
    sky = lines.index(next(line for line in lines if line.startswith("  sky: opened on 2026-01-01")))
    assert lines[sky + 1] == "    空, official"
    assert lines[sky + 3] == "    expects 青, 8 km"
    assert "    in outcome.picnic: step, report, evidence, setting, reason" in lines[sky:]
    assert "    in desk.cook: itself" in lines[sky:]


def test_a_flow_that_is_not_there_is_named(flow_file):
    with pytest.raises(CommandError, match="there is no flow supper; there are: lunch"):
        call_command("sources", "supper")


@pytest.fixture
def on_a_server(flow_file):
    """The small flow with its sources on a real server: one still says so, the other has moved."""
    with served() as (address, _):
        text = flow_file.read_text(encoding="utf-8").replace('"青", "8 km"', '"屋根", "24時間"')
        text = text.replace("https://example.org/sky", f"{address}/same")
        flow_file.write_text(text.replace("https://example.org/guest", f"{address}/old"), encoding="utf-8")
        yield address


def test_what_was_found_is_said_and_nothing_is_written_unasked(on_a_server, flow_file, capsys):
    before = flow_file.read_bytes()
    with pytest.raises(SystemExit, match="1"):
        call_command("sources", "--open", "--pause=0")

    assert capsys.readouterr().out.splitlines() == [
        "lunch: 2 sources",
        "  unchanged  sky: it still says 屋根, 24時間",
        f"  moved      guest: it has moved to {on_a_server}/new",
        "  1 unchanged, 0 changed, 1 moved, 0 gone, 0 unclear",
    ]
    assert flow_file.read_bytes() == before


def test_what_is_unchanged_is_dated_where_that_is_asked_for(on_a_server, flow_file, capsys):
    before = flow_file.read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        call_command("sources", "lunch", "--open", "--pause=0", "--write")

    assert "written into " in capsys.readouterr().out
    dated = f'checked = {timezone.localdate()}\nhow = "opened"'
    assert flow_file.read_text(encoding="utf-8") == before.replace('checked = 2026-01-01\nhow = "opened"', dated)


def test_all_unchanged_is_a_success(on_a_server, flow_file, capsys):
    text = flow_file.read_text(encoding="utf-8")
    as_sky = text.replace(f"{on_a_server}/old", f"{on_a_server}/new").replace(
        'how = "read"', 'how = "read"\nexpects = ["屋根"]'
    )
    flow_file.write_text(as_sky, encoding="utf-8")
    call_command("sources", "--open", "--pause=0")

    assert capsys.readouterr().out.endswith("  2 unchanged, 0 changed, 0 moved, 0 gone, 0 unclear\n")


def test_writing_wants_opening(flow_file):
    with pytest.raises(CommandError, match="give both"):
        call_command("sources", "--write")


def test_what_is_missing_for_it_is_named(flow_file, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("wizard.sources")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pypdf", None)

    with pytest.raises(CommandError, match="pypdf is missing; make check installs it"):
        call_command("sources", "--open", "--pause=0")


@pytest.mark.parametrize("pause", ["inf", "nan", "-5", "soon"])
def test_a_pause_that_nobody_waits_for_is_refused(lunch_site, pause):
    with pytest.raises(CommandError, match="argument --pause: invalid seconds value"):
        call_command("sources", f"--pause={pause}")

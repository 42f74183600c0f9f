"""`manage.py sources` lists what wants looking after, the oldest first."""

import shutil

import pytest
from django.core.management import CommandError, call_command

from tests.conftest import FLOWS, forget_flows


@pytest.fixture
def flow_file(settings, tmp_path):
    """The file of the small flow, the site's only one, to be changed."""
    shutil.copytree(FLOWS / "lunch", tmp_path / "lunch")
    settings.FLOWS_DIR, settings.DEFAULT_FLOW = tmp_path, "lunch"
    forget_flows()
    yield tmp_path / "lunch" / "flow.toml"
    forget_flows()


def test_the_oldest_is_listed_first_with_the_places_that_cite_it(flow_file, capsys):
    text = flow_file.read_text(encoding="utf-8")
    flow_file.write_text(text.replace('checked = 2026-01-01\nhow = "read"', 'checked = 2020-01-01\nhow = "read"'))
    call_command("sources")

    title, first, *lines = capsys.readouterr().out.splitlines()
    assert title == "lunch: 2 sources"
    assert first.startswith("  guest: read on 2020-01-01, ")
    assert first.endswith(" days ago, to be checked again")
    assert lines[0] == "    https://example.org/guest"
    sky = lines.index(next(line for line in lines if line.startswith("  sky: opened on 2026-01-01")))
    assert lines[sky + 2] == "    expects 青, 8 km"
    assert "    in desk.cook" in lines[sky:]
    assert "    in desk.cook" not in lines[:sky]


def test_a_flow_that_is_not_there_is_named(flow_file):
    with pytest.raises(CommandError, match="there is no flow supper"):
        call_command("sources", "supper")

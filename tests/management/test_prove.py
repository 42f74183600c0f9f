"""`manage.py prove` and Django's checks say what is wrong with the flows as they stand."""

import json
import shutil

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from tests.conftest import FLOWS, forget_flows

BROKEN = "flow.toml: promise[1]: dry is broken: this walk ends in home (propose) by rule[1]"
ADDRESS = "/a2c1-2p/"


@pytest.fixture
def flow_file(settings, tmp_path):
    """The file of the small flow, the site's only one, to be changed."""
    shutil.copytree(FLOWS / "lunch", tmp_path / "lunch")
    settings.FLOWS_DIR, settings.DEFAULT_FLOW = tmp_path, "lunch"
    forget_flows()
    yield tmp_path / "lunch" / "flow.toml"
    forget_flows()


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def prove(capsys, *args):
    """What the command prints, and whether it is content."""
    try:
        call_command("prove", *args)
    except SystemExit as end:
        return capsys.readouterr().out, end.code
    return capsys.readouterr().out, 0


def test_what_holds_is_said_to_hold(flow_file, capsys):
    out, code = prove(capsys)

    assert code == 0
    assert out.startswith("lunch\n  holds  promise dry\n  holds  promise fed\n  holds  1 worked cases")
    assert "FAILS" not in out


def test_what_does_not_hold_is_said_with_its_place_and_an_address_to_open(flow_file, capsys):
    change(flow_file, 'verdict = "decline"', 'verdict = "propose"')
    out, code = prove(capsys, "lunch")

    assert code == 1
    assert f"  FAILS  promise dry\n         lunch/{BROKEN}\n         /lunch{ADDRESS}\n" in out


def test_a_program_reads_the_same(flow_file, capsys):
    change(flow_file, 'verdict = "decline"', 'verdict = "propose"')
    out, code = prove(capsys, "--json")
    (proof,) = json.loads(out)
    (finding,) = [finding for check in proof["checks"] for finding in check["findings"]]

    assert code == 1
    assert (proof["flow"], proof["holds"]) == ("lunch", False)
    assert (finding["kind"], finding["file"], finding["table"]) == ("promise", "lunch/flow.toml", "promise[1]")
    assert finding["address"] == f"/lunch{ADDRESS}"


def test_files_that_cannot_be_read_are_findings_too(flow_file, capsys):
    change(flow_file, 'verdict = "decline"', 'verdict = "refuse"')
    out, code = prove(capsys)

    assert code == 1
    assert "lunch/flow.toml: outcome.home.verdict: give one of accept, propose, decline, help" in out


def test_a_flow_that_is_not_there_is_said_not_to_be(flow_file):
    with pytest.raises(CommandError, match="there is no flow dinner"):
        call_command("prove", "dinner")


def test_a_broken_promise_is_an_error_of_djangos_own_check(flow_file):
    change(flow_file, 'verdict = "decline"', 'verdict = "propose"')
    (error,) = [found for found in run_checks() if found.id == "wizard.E001"]

    assert error.msg == f"lunch/{BROKEN}"
    assert error.hint == f"Open /lunch{ADDRESS}"


def test_a_flow_that_proves_is_no_error(flow_file):
    assert [found for found in run_checks() if found.id == "wizard.E001"] == []

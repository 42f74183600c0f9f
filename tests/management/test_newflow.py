"""A new flow: a folder with a small one that works, or a sentence why not."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.conftest import LANGUAGES
from tests.linter import marks
from wizard.addresses import RESERVED
from wizard.content import ICONS
from wizard.engine import read_flow, walk
from wizard.engine.proving import prove


@pytest.fixture
def place(tmp_path, settings):
    """Where flows stand: one named camera, and a file that is none."""
    settings.FLOWS_DIR = tmp_path
    (tmp_path / "camera").mkdir()
    (tmp_path / "notes").write_text("a file in the way", encoding="utf-8")
    return tmp_path


def test_a_new_flow_works_as_it_stands(place):
    call_command("newflow", "lens", verbosity=0)

    flows = read_flow(place / "lens", LANGUAGES, RESERVED, ICONS)
    assert flows.keys() == {"ja", "en"}
    assert walk(flows["en"], {"budget": ("yes",)}).outcome.title.for_answers({}) == "Buy it"
    assert walk(flows["ja"], {"budget": ("no",)}).outcome.id == "wait"
    assert flows["ja"].edition.date == flows["ja"].sources["shop"].checked == timezone.localdate()
    assert flows["ja"].promises
    assert flows["ja"].cases


def test_a_new_flow_proves(place):
    call_command("newflow", "lens", verbosity=0)

    assert prove(place / "lens", LANGUAGES, RESERVED, ICONS).findings == ()


def test_an_editor_finds_the_schema_of_a_new_flow_and_nothing_to_mark(place):
    call_command("newflow", "lens", verbosity=0)
    file = place / "lens" / "flow.toml"
    first = file.read_text(encoding="utf-8").partition("\n")[0]

    assert (file.parent / first.removeprefix("#:schema ")).is_file()
    assert marks(file) == []


def test_it_says_where_the_flow_is_and_what_to_do_next(place, capsys):
    call_command("newflow", "lens")

    said = capsys.readouterr().out
    assert "lens/flow.toml: one question, two results, a promise and a worked case." in said
    assert "http://127.0.0.1:8000/lens/" in said


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("カメラ", "カメラ: name a flow with ASCII letters, digits and hyphens, for its name is its address"),
        ("../lens", "../lens: name a flow with ASCII letters, digits and hyphens, for its name is its address"),
        ("", ": name a flow with ASCII letters, digits and hyphens, for its name is its address"),
        ("c" * 61, f"{'c' * 61}: name a flow with 60 letters at most, for its name is its address"),
        ("static", "static: is an address of the site's own; take another name"),
        ("en", "en: is an address of the site's own; take another name"),
        ("camera", "camera is there already; take another name, or edit what is there"),
        ("notes", "notes is there already; take another name, or edit what is there"),
    ],
)
def test_a_name_that_no_flow_can_have_is_refused(place, name, reason):
    before = sorted(place.rglob("*"))

    with pytest.raises(CommandError) as refused:
        call_command("newflow", name)

    assert str(refused.value).endswith(reason)
    assert sorted(place.rglob("*")) == before

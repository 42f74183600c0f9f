"""`manage.py prove` and Django's checks say what is wrong with the flows as they stand."""

import json
import re
import shutil
import subprocess

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from tests.conftest import FLOWS

BROKEN = "flow.toml: promise[1]: dry is broken: this walk ends in home (propose) by rule[1]"
ADDRESS = "/a2c1-2p/"


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
    (finding,) = proof["findings"]

    assert code == 1
    assert proof["flow"] == "lunch"
    assert [check["title"] for check in proof["checks"] if not check["holds"]] == ["promise dry"]
    assert (finding["kind"], finding["file"], finding["table"]) == ("promise", "lunch/flow.toml", "promise[1]")
    assert finding["address"] == f"/lunch{ADDRESS}"


def test_files_that_cannot_be_read_are_findings_too(flow_file, capsys):
    change(flow_file, 'verdict = "decline"', 'verdict = "refuse"')
    out, code = prove(capsys)

    assert code == 1
    assert "lunch/flow.toml: outcome.home.verdict: give one of accept, propose, decline, help" in out


def test_a_flow_that_is_not_there_is_said_not_to_be(flow_file):
    with pytest.raises(CommandError, match="there is no flow lanch; did you mean 'lunch'"):
        call_command("prove", "lanch")


def test_a_broken_promise_is_an_error_of_djangos_own_check(flow_file):
    change(flow_file, 'verdict = "decline"', 'verdict = "propose"')
    (error,) = [found for found in run_checks() if found.id == "wizard.E001"]

    assert error.msg == f"lunch/{BROKEN}"
    assert error.hint == f"Open /lunch{ADDRESS}"


def test_a_flow_that_proves_is_no_error(flow_file):
    assert [found for found in run_checks() if found.id == "wizard.E001"] == []


def test_the_deck_lists_pages_to_read_the_most_telling_first(flow_file, capsys):
    out, code = prove(capsys, "--deck")
    first, second, *_, last = out.splitlines()

    assert code == 0
    assert first == "lunch: 6 pages show 49 texts"
    assert second.split()[1].startswith("/lunch/a0b")
    assert last == "  only programs are told: lunch/flow.toml: question.food.title[2]"


def test_a_text_on_no_page_is_an_error_of_the_deck(flow_file, capsys):
    change(flow_file, 'when = { food = ["fruit"] }', 'when = { guests = ["family"] }')
    out, code = prove(capsys, "--deck")

    assert code == 1
    assert "outcome.picnic.step[2]: no walk shows this step: guests is asked on no walk before it" in out


# Against what it was

SOFTER = ('verdict = "decline"', 'verdict = "propose"')
SHORTEST = "The shortest: weather = rain; guests = family"
LATER = """
[[edition]]
number = 3
date = 2026-03-01
softer = true
why = { ja = "雨は弱いものです。", en = "The rain is light." }
ja = "雨の日は相談します。"
en = "On a rainy day we talk it over."

[question.weather]
"""


def test_nothing_has_changed_against_the_same_state(flow_file, capsys):
    assert prove(capsys, "--against", str(FLOWS)) == ("lunch\n  All 4 routes end as before.\n", 0)


def test_a_softer_verdict_is_told_with_an_address_and_wants_to_be_owned_up_to(flow_file, capsys):
    change(flow_file, *SOFTER)
    out, code = prove(capsys, "--against", str(FLOWS))

    assert code == 1
    assert "  Of 4 routes: softer verdicts 1, harder 0, another outcome alike 0." in out
    assert f"softer, 1: home (propose) instead of home (decline). {SHORTEST}\n         /lunch{ADDRESS}\n" in out
    assert (
        "edition[2].number: routes that end elsewhere than it was published with: 1 of 4; add a new [[edition]]" in out
    )
    assert (
        "edition[2].softer: softer verdicts than before: 1 of 4; give an [[edition]] softer = true, and say why" in out
    )


def test_an_edition_that_says_why_lets_it_pass(flow_file, capsys):
    change(flow_file, *SOFTER)
    change(flow_file, "\n[question.weather]\n", LATER)

    assert prove(capsys, "--against", str(FLOWS))[1] == 0


def test_an_edition_that_does_not_say_so_lets_no_softer_verdict_pass(flow_file, capsys):
    change(flow_file, *SOFTER)
    change(flow_file, "\n[question.weather]\n", LATER.replace("softer = true\n", ""))
    out, code = prove(capsys, "--against", str(FLOWS))

    assert code == 1
    assert "edition[3].softer" in out
    assert "edition[2].number" not in out


def test_any_edition_since_may_say_so(flow_file, capsys):
    change(flow_file, *SOFTER)
    fourth = LATER.replace("number = 3", "number = 4").replace("softer = true\n", "")
    change(flow_file, "\n[question.weather]\n", LATER.replace("\n[question.weather]\n", fourth))

    assert prove(capsys, "--against", str(FLOWS))[1] == 0


def test_a_why_of_old_lets_no_softer_verdict_of_a_draft_pass(flow_file, tmp_path, capsys):
    change(flow_file, "draft = false", "draft = true")
    before = shutil.copytree(flow_file.parent, tmp_path / "before" / "lunch").parent
    change(flow_file, *SOFTER)
    change(flow_file, "On a rainy day we eat at home.", "On a rainy day we stay at home.")

    assert prove(capsys, "--against", str(before))[1] == 1

    change(flow_file, "家でも食べられます。", "雨は弱いものです。")

    assert prove(capsys, "--against", str(before))[1] == 0


def test_an_answer_that_is_gone_may_soften_a_verdict_and_is_owned_up_to(flow_file, capsys):
    change(flow_file, '[question.weather.option.cloud]\ncode = "1"\nlabel.ja = "くもり"\nlabel.en = "Cloudy"\n', "")
    change(flow_file, 'retired = ["3"]', 'retired = ["1", "3"]')
    out, code = prove(capsys, "--against", str(FLOWS))

    assert code == 1
    assert (
        "Of 3 more, with an answer that one state lacks: softer verdicts 1, harder 1, another outcome alike 0." in out
    )
    assert "perhaps softer, 1: picnic (accept) instead of cafe (propose). The shortest: weather = sun; food = " in out
    assert "; before: weather = cloud\n         /lunch/a0b12-2a/\n" in out
    assert "edition[2].softer: softer verdicts than before: 0 of 3, perhaps 1 of 3 more; give an [[edition]]" in out


def test_a_harder_verdict_wants_an_edition_once_it_is_published(flow_file, capsys):
    change(flow_file, 'verdict = "propose"', 'verdict = "decline"')
    out, code = prove(capsys, "--against", str(FLOWS))

    assert code == 1
    assert "edition[2].number: routes that end elsewhere than it was published with: 2 of 4" in out
    assert "edition[2].softer" not in out


def test_a_draft_may_be_made_harder_without_a_word(flow_file, tmp_path, capsys):
    change(flow_file, "draft = false", "draft = true")
    before = shutil.copytree(flow_file.parent, tmp_path / "before" / "lunch").parent
    change(flow_file, 'verdict = "propose"', 'verdict = "decline"')

    assert prove(capsys, "--against", str(before))[1] == 0


def test_a_code_taken_off_the_list_is_told(flow_file, capsys):
    change(flow_file, '"a1 weather.cloud", ', "")
    out, code = prove(capsys, "--against", str(FLOWS))

    assert code == 1
    assert "flow.published: a1 was listed as weather.cloud; what was published once stays listed" in out


def save(folder):
    """Commit a folder of flows to a repository of its own."""
    for words in (["init", "--initial-branch", "main"], ["add", "."], ["commit", "--message", "Have lunch"]):
        command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_a_revision_of_git_is_a_state_too(flow_file, capsys):
    save(flow_file.parents[1])
    change(flow_file, *SOFTER)
    out, code = prove(capsys, "--against", "HEAD", "--json")
    (against,) = json.loads(out)

    assert code == 1
    assert (against["routes"], against["softer"], against["harder"]) == (4, 1, 0)
    assert against["moves"] == [
        {
            "before": {"outcome": "home", "verdict": "decline"},
            "after": {"outcome": "home", "verdict": "propose"},
            "sure": True,
            "routes": 1,
            "address": f"/lunch{ADDRESS}",
        }
    ]


def test_a_revision_without_flows_is_nothing_to_compare_with(flow_file, settings):
    save(flow_file.parents[1])
    settings.FLOWS_DIR = shutil.copytree(
        flow_file.parents[1] / "lunch", flow_file.parents[1] / "moved" / "lunch"
    ).parent

    with pytest.raises(CommandError, match=r"^HEAD: holds no flow"):
        call_command("prove", "--against", "HEAD")


def test_without_a_place_it_is_what_the_files_come_from(flow_file, capsys):
    save(flow_file.parents[1])
    change(flow_file, *SOFTER)
    save(flow_file.parents[1])

    assert prove(capsys, "lunch", "--against", "")[1] == 1


def test_a_first_commit_passes_with_a_word(flow_file, capsys):
    save(flow_file.parents[1])
    call_command("prove", "--against", "")

    assert capsys.readouterr().err == "Nothing to compare with: this is the first commit, so there is no past.\n"


def test_a_state_that_is_not_there_is_said_not_to_be(flow_file):
    with pytest.raises(CommandError, match=r"^nowhere: is neither a folder nor a revision of git here$"):
        call_command("prove", "--against", "nowhere")


def test_a_name_is_never_an_option_of_gits(flow_file):
    with pytest.raises(CommandError, match=r"^--output=x: is neither a folder nor a revision of git here$"):
        call_command("prove", "--against=--output=x")


def test_a_folder_without_a_flow_is_nothing_to_compare_with(flow_file, tmp_path):
    (tmp_path / "before").mkdir()

    with pytest.raises(CommandError, match="before: holds no flow; give a folder of flows"):
        call_command("prove", "--against", str(tmp_path / "before"))


def test_a_flow_that_was_not_there_is_new(flow_file, capsys):
    shutil.copytree(flow_file.parent, flow_file.parents[1] / "dinner")
    out, code = prove(capsys, "--against", str(FLOWS))

    assert (out, code) == ("dinner\n  note   is new\nlunch\n  All 4 routes end as before.\n", 0)


def test_a_published_flow_that_is_gone_is_an_error(flow_file, tmp_path, capsys):
    before = shutil.copytree(flow_file.parent, tmp_path / "before" / "dinner").parent
    shutil.copytree(flow_file.parent, before / "lunch")
    out, code = prove(capsys, "--against", str(before))

    assert code == 1
    assert "dinner: was published and is gone, and so is what its links say; put it back" in out


def test_a_draft_may_go(flow_file, tmp_path, capsys):
    before = shutil.copytree(flow_file.parent, tmp_path / "before" / "dinner")
    text = (before / "flow.toml").read_text(encoding="utf-8")
    first, rest = text.split("[[edition]]\nnumber = 2")
    draft = first.replace("number = 1", "number = 1\ndraft = true") + rest[rest.index("[question.weather]") :]
    draft = re.sub(r"published = \[.*?\]\n", "", draft, flags=re.DOTALL)
    (before / "flow.toml").write_text(draft, encoding="utf-8")
    shutil.copytree(flow_file.parent, before.parent / "lunch")
    out, code = prove(capsys, "dinner", "--against", str(before.parent))

    assert (out, code) == ("dinner\n  note   is gone; it was a draft\n", 0)


def test_other_flows_are_nothing_to_compare_with(flow_file, tmp_path):
    before = shutil.copytree(flow_file.parent, tmp_path / "before" / "dinner").parent

    with pytest.raises(CommandError, match="before: has other flows than are here: dinner"):
        call_command("prove", "--against", str(before))


def test_new_words_for_an_old_edition_own_up_to_nothing(flow_file, capsys):
    change(flow_file, *SOFTER)
    change(flow_file, "家でも食べられます。", "雨は弱いものです。")
    change(flow_file, "\n[question.weather]\n", LATER.replace("softer = true\n", ""))
    out, code = prove(capsys, "--against", str(FLOWS))

    assert code == 1
    assert "edition[3].softer" in out


def test_what_was_published_stays_published(flow_file, capsys):
    change(flow_file, "draft = false", "draft = true")
    out, code = prove(capsys, "--against", str(FLOWS))

    assert code == 1
    assert "edition[2]: was published with date = 2026-02-01, draft = false, softer = true; put that back" in out


def test_a_why_without_a_word_says_nothing(flow_file, capsys):
    change(flow_file, 'why = { ja = "家でも食べられます。"', 'why = { ja = "―"')

    assert "edition[2].why: say in words why verdicts are softer" in prove(capsys)[0]


def test_what_held_the_past_state_and_is_gone_is_told(flow_file, capsys):
    change(flow_file, "risk = true\n", "")
    change(flow_file, 'code = "A"', 'code = "B"')

    out, code = prove(capsys, "--against", str(FLOWS))
    assert code == 1
    assert "edition[2].softer: question weather is no risk any more; give an [[edition]] softer = true" in out
    assert "  note   question weather is no risk any more\n" in out
    assert "  note   tick food.fruit is new: no walk of the past has it\n" in out


def test_what_only_warns_is_not_said_to_fail(flow_file, capsys):
    change(flow_file, "On a rainy day we eat at home.", "On a rainy day  we eat at home.")
    out, code = prove(capsys)

    assert code == 0
    assert "  warns  no text has straight quotes or double spaces\n" in out
    assert "FAILS" not in out


@pytest.mark.parametrize("other", ["--json", "--against"])
def test_a_deck_goes_with_nothing_else(flow_file, other):
    with pytest.raises(CommandError, match="--deck goes with neither"):
        call_command("prove", "--deck", *([other] if other == "--json" else [other, str(FLOWS)]))

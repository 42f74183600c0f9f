"""A past state that was not read well enough is said so, and its texts do not matter."""

import shutil

import pytest

from tests.conftest import FLOWS, LANGUAGES
from wizard.engine.proving import against


@pytest.fixture
def past(tmp_path):
    return shutil.copytree(FLOWS / "lunch", tmp_path / "lunch")


def change(folder, old, new):
    path = folder / "flow.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def compared(past):
    """What is found of the small flow against a past of its own."""
    return against(past, FLOWS / "lunch", LANGUAGES)


BROKEN = [
    ('kind = "one"', 'kind = "two"', 'lunch/flow.toml: question.weather.kind: give "one" or "many"'),
    (
        'when = { weather = ["rain"] }\nthen',
        'unless = { weather = ["sun"] }\nthen',
        "rule[1].unless: is not known here",
    ),
    ('verdict = "decline"', 'verdict = "refuse"', "outcome.home.verdict: give one of accept"),
    ("number = 2", 'number = "2"', "edition[2].number: give a whole number here"),
    ("[[rule]]", "[[rule]", "lunch/flow.toml: "),
    ('[[rule]]\noutcome = "cafe"\n', "", "the last rule does not always match"),
    ("[outcome.home]", "[outcome.away]", "rule[1].outcome: 'home' is no outcome"),
    ("[[edition]]", "[[danger_of]]", "no edition is left"),
]


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_past_whose_logic_cannot_be_read_is_not_compared_in_silence(past, old, new, said):
    change(past, old, new)
    found = compared(past)
    (finding,) = found.findings

    assert found.comparison is None
    assert finding.is_error
    assert str(finding).startswith("lunch: cannot be compared with what it was: ")
    assert said in str(finding)


def test_texts_of_the_past_need_not_please_todays_reader(past):
    change(past, 'label.ja = "晴れ"\n', "")
    change(past, 'hint.ja = "あとで変えられます。"\n', "")
    found = compared(past)

    assert found.findings == ()
    assert str(found.comparison) == "All 4 routes end as before."
    assert len(found.notes) == 2


def test_a_past_that_shares_nothing_is_an_error(past):
    text = (past / "flow.toml").read_text(encoding="utf-8")
    text = text[text.index("[[edition]]") : text.index("[question.weather]")] + STRANGER
    (past / "flow.toml").write_text(text, encoding="utf-8")
    said = [str(finding) for finding in compared(past).findings]

    assert "lunch: shares no question with what it was, so that 0 routes are compared" in said


STRANGER = """
[flow]
start = ["mood"]
[question.mood]
code = "m"
kind = "one"
[question.mood.option.good]
code = "1"
[question.mood.option.bad]
code = "2"
[[rule]]
outcome = "home"
[outcome.home]
verdict = "decline"
"""

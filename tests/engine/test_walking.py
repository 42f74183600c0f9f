"""Walking: what is asked next, what decides, what counts."""

import pytest
from hypothesis import given

from tests.engine.test_tokens import ANSWERS, LINE
from wizard.engine.walking import walk

SUNNY = {"weather": ("sun",)}
FOOD = {"food": ("bread", "cheese")}


def test_start_is_asked_first(lunch):
    assert walk(lunch, {}).question.id == "weather"


def test_a_rule_asks_for_what_it_still_needs(lunch):
    assert walk(lunch, SUNNY).question.id == "food"


def test_the_first_rule_that_is_true_decides(lunch):
    assert walk(lunch, {**SUNNY, **FOOD}).outcome.id == "picnic"
    assert walk(lunch, {**SUNNY, "food": ("bread",)}).outcome.id == "cafe"


def test_no_question_is_asked_in_vain(lunch):
    at = walk(lunch, {"weather": ("cloud",)})

    assert at.outcome.id == "cafe"
    assert list(at.path) == ["weather"]


def test_then_ask_comes_before_the_outcome(lunch):
    assert walk(lunch, {"weather": ("rain",)}).question.id == "guests"
    assert walk(lunch, {"weather": ("rain",), "guests": ("family",)}).outcome.id == "home"


def test_an_answer_off_the_path_has_no_say(lunch):
    at = walk(lunch, {**FOOD, "weather": ("cloud",)})

    assert at.path == {"weather": ("cloud",)}
    assert at.off_path == FOOD
    assert at.alone().given == at.path


@given(ANSWERS, ANSWERS)
def test_whatever_is_answered_off_the_path_a_walk_stays_where_it_is(answers, others):
    at = walk(LINE, answers)
    unasked = {id: answer for id, answer in others.items() if id not in at.path and LINE.questions[id] != at.question}
    again = walk(LINE, {**unasked, **at.path})

    assert (again.path, again.question, again.rule) == (at.path, at.question, at.rule)
    assert again.off_path == unasked


def test_an_answer_counts_again_when_the_path_comes_back(lunch):
    changed = walk(lunch, {**SUNNY, **FOOD}).with_answer("weather", ["cloud"])

    assert changed.outcome.id == "cafe"
    assert changed.with_answer("weather", ["sun"]).outcome.id == "picnic"


def test_before_is_the_path_that_led_to_a_question(lunch):
    at = walk(lunch, {**SUNNY, **FOOD})

    assert at.before("weather") == {}
    assert at.before("food") == SUNNY


@pytest.mark.parametrize(
    ("question", "chosen"),
    [("weather", []), ("weather", ["sun", "rain"]), ("weather", ["snow"]), ("guests", []), ("food", ["soup"])],
)
def test_what_is_no_answer_is_refused(lunch, question, chosen):
    with pytest.raises(ValueError, match=question):
        walk(lunch, {}).with_answer(question, chosen)

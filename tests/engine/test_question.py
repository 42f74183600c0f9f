"""Questions as values."""

import pytest


@pytest.mark.parametrize(
    ("question", "chosen", "answer"),
    [
        ("weather", ["sun"], ("sun",)),
        ("weather", [], None),
        ("weather", ["sun", "rain"], None),
        ("weather", ["snow"], None),
        ("food", [], ()),
        ("food", ["fruit", "bread", "fruit"], ("bread", "fruit")),
        ("food", ["bread", "soup"], None),
        ("guests", [], None),
        ("guests", ["family"], ("family",)),
    ],
)
def test_an_answer_is_what_the_question_takes_in_the_flows_order(lunch, question, chosen, answer):
    assert lunch.questions[question].answer(chosen) == answer


def test_a_question_knows_its_options_by_code(lunch):
    assert lunch.questions["food"].option_by_code == {"1": "bread", "2": "cheese", "A": "fruit"}

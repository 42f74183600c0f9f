"""Rules and flows as values."""

from dataclasses import replace

import pytest

from wizard.engine import Rule, When
from wizard.engine.condition import Condition

SUNNY = When((Condition("weather", frozenset({"sun"})), Condition("food", frozenset({"bread"}))))


@pytest.mark.parametrize(
    ("rule", "answers", "asked"),
    [
        (Rule(SUNNY, "x"), {}, "weather"),
        (Rule(SUNNY, "x"), {"weather": ("sun",)}, "food"),
        (Rule(SUNNY, "x"), {"weather": ("rain",)}, None),
        (Rule(SUNNY, "x", ("guests",)), {"weather": ("sun",), "food": ("bread",)}, "guests"),
        (Rule(SUNNY, "x"), {"weather": ("sun",), "food": ("bread",)}, None),
        (Rule(When(), "x", ("guests",)), {"guests": ("family",)}, None),
    ],
)
def test_a_rule_asks_for_the_first_question_that_it_still_needs(rule, answers, asked):
    assert rule.asks(answers) == asked


def test_a_flow_knows_its_questions_by_code(lunch):
    assert {code: question.id for code, question in lunch.question_by_code.items()} == {
        "a": "weather",
        "b": "food",
        "c": "guests",
    }


def test_a_flow_is_at_its_last_edition(lunch):
    assert lunch.edition.number == 2


def test_a_flow_knows_which_rules_speak_of_a_question(lunch):
    assert [number for number, _ in lunch.conditions_on("weather")] == [0, 1]
    assert [number for number, _ in lunch.conditions_on("food")] == [1]
    assert lunch.conditions_on("guests") == ()
    assert [str(lunch.verdict_of(number)) for number in range(3)] == ["decline", "accept", "propose"]


def test_a_flow_knows_the_desks_of_its_questions_each_once(lunch):
    guests = lunch.questions["guests"]
    twice = replace(lunch, questions={**lunch.questions, "again": guests})

    assert [desk.id for desk in lunch.desks] == [desk.id for desk in twice.desks] == ["cook"]

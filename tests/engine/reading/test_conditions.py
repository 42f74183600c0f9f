"""Conditions and answers as they are written: lists of options, or how many are wanted."""

import pytest

from tests.engine.reading.broken import broken, mistakes_with
from wizard.engine import When
from wizard.engine.condition import Condition
from wizard.engine.reading.conditions import read_answers, read_when
from wizard.engine.reading.names import Names
from wizard.engine.reading.table import Table

FOOD = ("bread", "cheese", "fruit")
NAMES = Names("ja", ("ja", "en"), {"weather": ("sun", "rain"), "food": FOOD}, (), {}, {}, True)
FOLLOW_UP = "give the answers that this changes, `change` with a question, or `advice`"
WISH = "rule[2].when.food: give a list of options or { at_least = 1 to 3 }, not"


@broken(
    {
        "unknown question": (
            '{ weather = ["sun"], food = {',
            '{ wether = ["sun"], food = {',
            "rule[2].when.wether: is no question; did you mean 'weather'?",
        ),
        "unknown option": (
            '{ weather = ["sun"], food = {',
            '{ weather = ["son"], food = {',
            "rule[2].when.weather: 'son' is no option; name some of sun, cloud, rain",
        ),
        "condition that is no table": (
            'when = { weather = ["rain"] }\nthen_ask',
            'when = "rain"\nthen_ask',
            "rule[1].when: give a table here, not 'rain'",
        ),
        "more wanted than there is": ("at_least = 2", "at_least = 9", f"{WISH} {{'at_least': 9}}"),
        "none wanted": ("at_least = 2", "at_least = 0", f"{WISH} {{'at_least': 0}}"),
        "count that is no whole number": ("at_least = 2", "at_least = 2.0", f"{WISH} {{'at_least': 2.0}}"),
        "count that is true": ("at_least = 2", "at_least = true", f"{WISH} {{'at_least': True}}"),
        "another kind of count": ("at_least = 2", "at_most = 2", f"{WISH} {{'at_most': 2}}"),
        "two counts": ("at_least = 2", "at_least = 2, x = 1", f"{WISH} {{'at_least': 2, 'x': 1}}"),
        "no option": ("food = { at_least = 2 }", "food = []", f"{WISH} []"),
        "options without a list": ("food = { at_least = 2 }", 'food = "bread"', f"{WISH} 'bread'"),
        "answer to an unknown question": (
            'answers = { weather = ["rain"] }',
            'answers = { sky = ["rain"] }',
            "outcome.picnic.follow_up[1].answers.sky: is no question; name one of weather, food, guests",
        ),
        "answer that is no option": (
            'answers = { weather = ["rain"] }',
            'answers = { weather = ["hail"] }',
            "outcome.picnic.follow_up[1].answers.weather: 'hail' is no option; name some of sun, cloud, rain",
            "outcome.picnic.follow_up.answers.weather: ['hail'] is no answer; give one option, or ticks",
        ),
        "answer without a list": (
            'answers = { weather = ["rain"] }',
            "answers = { weather = 1 }",
            "outcome.picnic.follow_up[1].answers.weather: give a list of options",
            f"outcome.picnic.follow_up[1].answers: {FOLLOW_UP}",
        ),
    }
)
def test_a_mistake_is_named_with_table_key_and_wish(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences


@pytest.mark.parametrize(
    ("data", "when"),
    [
        ({}, When()),
        ({"when": {}}, When()),
        ({"when": {"weather": ["sun"]}}, When((Condition("weather", frozenset({"sun"})),))),
        ({"when": {"food": {"at_least": 2}}}, When((Condition("food", frozenset(FOOD), 2),))),
        (
            {"when": {"food": ["bread", "fruit"], "weather": ["rain"]}},
            When((Condition("food", frozenset({"bread", "fruit"})), Condition("weather", frozenset({"rain"})))),
        ),
    ],
)
def test_a_condition_is_read_in_the_order_written(data, when):
    table = Table("f", "rule[1]", data, [])

    assert read_when(NAMES, table) == when
    table.close()
    assert table.mistakes == []


def test_answers_are_read_by_question():
    table = Table("f", "follow_up[1]", {"answers": {"food": ["bread"], "weather": ["sun"]}}, [])

    assert read_answers(NAMES, table, "answers") == {"food": ("bread",), "weather": ("sun",)}
    assert read_answers(NAMES, table, "others") == {}
    assert table.mistakes == []

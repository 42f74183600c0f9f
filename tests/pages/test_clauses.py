"""Conditions in plain words."""

from dataclasses import replace

import pytest

from wizard.engine import Condition, When
from wizard.pages.clauses import clauses, follows

pytestmark = pytest.mark.usefixtures("english_lunch")


def when(**wanted):
    """when(weather=["sun"]): a condition on one of the options of each question."""
    return When(tuple(Condition(question, frozenset(options)) for question, options in wanted.items()))


def test_a_condition_that_leaves_one_answer_of_many_out_names_that(lunch):
    weather = lunch.questions["weather"]
    options = {**weather.options, "snow": replace(weather.options["sun"], id="snow")}
    wide = replace(lunch, questions={"weather": replace(weather, options=options)})

    (all_but_rain,) = clauses(wide, when(weather=["sun", "cloud", "snow"]))
    assert all_but_rain.wanted == ("any answer but “Rain, or I do not know”",)


def test_a_condition_that_leaves_one_tick_of_many_out_names_that(lunch):
    food = lunch.questions["food"]
    options = {**food.options, "eggs": replace(food.options["fruit"], id="eggs")}
    wide = replace(lunch, questions={"food": replace(food, options=options)})

    (all_but_fruit,) = clauses(wide, when(food=["bread", "cheese", "eggs"]))
    assert all_but_fruit.wanted == ("any but “Fruit”",)


def test_a_condition_on_ticks_names_each(lunch):
    (two_of_three,) = clauses(lunch, when(food=["bread", "cheese"]))
    assert two_of_three.wanted == ("Bread", "Cheese")


def test_a_condition_that_every_answer_meets_is_left_out(lunch):
    assert clauses(lunch, when(weather=["sun", "cloud", "rain"])) == ()


def test_a_rule_gives_the_reasons_that_follow_from_its_condition():
    assert follows(When(), when(weather=["sun"]))
    assert follows(when(weather=["sun", "cloud"]), when(weather=["sun"]))
    assert not follows(when(weather=["sun"]), when(weather=["sun", "cloud"]))
    assert not follows(when(food=["bread"]), when(weather=["sun"]))
    assert not follows(When((Condition("food", frozenset({"bread", "cheese"}), 2),)), when(food=["bread"]))
    assert not follows(when(food=["bread", "cheese"]), When((Condition("food", frozenset({"bread"}), 2),)))

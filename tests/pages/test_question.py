"""What a question's page shows, as values."""

from dataclasses import replace

import pytest

from wizard.addresses import SUBMITTED
from wizard.engine import Ahead, Survey, walk
from wizard.engine.survey import start_of, survey
from wizard.pages.question import Choice, QuestionPage


def page(at, question=None, **more):
    return QuestionPage(at, at.flow.questions[question] if question else at.question, **more)


def test_each_option_leads_on(at):
    first = page(at())

    assert first.choices == [
        Choice("sun", "Sunny", "", False, "/en/lunch/a0/", "weather"),
        Choice("cloud", "Cloudy", "", False, "/en/lunch/a1-2p/", "weather-cloud"),
        Choice("rain", "Rain, or I don't know", "", False, "/en/lunch/a2/", "weather-rain"),
    ]
    assert first.none is None
    assert (first.number, first.title, first.hint) == (1, "What is the weather like?", "")
    assert first.why == "To know whether you can eat outside."


def test_a_checkbox_is_named_for_its_question_first(at):
    food = page(at(weather="sun"))

    assert [choice.field for choice in food.choices] == ["food", "food-cheese", "food-fruit"]
    assert [choice.href for choice in food.choices] == ["", "", ""]
    assert [choice.described_by for choice in food.choices] == ["", "hint-cheese", ""]
    assert food.none == Choice("none", "None of these apply", "", False, "/en/lunch/a0b0-2p/")


def test_the_present_answer_is_marked(at):
    again = page(at(weather="sun", food=["cheese"]), "food")

    assert [choice.id for choice in again.choices if choice.chosen] == ["cheese"]
    assert not again.none.chosen
    assert page(at(weather="sun", food=[]), "food").none.chosen
    assert [choice.chosen for choice in page(at(weather="sun", food=[]), "food").choices] == [False] * 3


def test_a_form_that_was_no_answer_keeps_its_ticks(at):
    again = page(at(weather="sun"), ticks=["fruit", "soup"], error="Choose again.")

    assert [choice.id for choice in again.choices if choice.chosen] == ["fruit"]
    assert again.described_by == "error"


def test_a_group_is_described_by_its_error_then_its_hint(at, lunch):
    food = lunch.questions["food"]
    hinted = replace(food, hint=food.title)

    assert QuestionPage(at(weather="sun"), hinted).described_by == "hint"
    assert QuestionPage(at(weather="sun"), hinted, [], "Choose.").described_by == "error hint"
    assert QuestionPage(at(weather="sun"), food).described_by == ""


def test_a_question_has_an_address_and_a_way_back(at):
    asked = page(at(weather="sun"))

    assert (asked.address, asked.back) == ("/en/lunch/a0/", "/en/lunch/a0/weather/")
    assert page(at()).back == ""


def test_the_way_is_drawn_as_dots_in_their_order(at):
    assert page(at()).dots == ["now", "maybe"]
    assert page(at(weather="sun")).dots == ["done", "now"]
    assert page(at(weather="rain")).dots == ["done", "now"]


def test_sure_questions_come_before_those_that_may(at, lunch):
    home, picnic, cafe = lunch.rules
    rules = (replace(home, then_ask=("food", "guests")), picnic, cafe)
    longer = replace(lunch, rules=rules)
    longer = replace(longer, survey=survey(longer))

    assert page(walk(longer, {})).dots == ["now", "maybe", "maybe"]
    assert page(walk(longer, {"weather": ("rain",)})).dots == ["done", "now", "sure"]

    sure = replace(lunch, start=("weather", "food"))
    sure = replace(sure, survey=survey(sure))
    assert page(walk(sure, {})).dots == ["now", "sure", "maybe"]


def test_what_is_ahead_is_said_as_a_range(at):
    assert page(at()).after_this_one == "up to 1 more"
    assert page(at(weather="sun")).after_this_one == "the last question"
    assert page(at()).verdicts == ["accept", "propose", "decline"]
    assert page(at(weather="sun")).verdicts == ["accept", "propose"]
    assert page(at()).minutes == 1


def test_a_flow_too_large_to_survey_shows_no_range(at, lunch):
    unknown = page(walk(replace(lunch, survey=Survey()), {}))

    assert unknown.ahead is None
    assert unknown.after_this_one == ""
    assert unknown.verdicts == []
    assert unknown.minutes == 0
    assert unknown.dots == ["now"]


@pytest.mark.parametrize(
    ("least", "most", "said"), [(1, 2, "1 to 2 questions"), (1, 1, "one question"), (3, 3, "3 questions")]
)
def test_the_length_of_the_whole_way_is_said_in_words(english_lunch, lunch, least, most, said):
    start = Ahead(least, most, frozenset(), 1)
    flow = replace(lunch, survey=Survey({start_of(lunch): start}))

    assert page(walk(flow, {})).all_in_all == said


def test_a_form_is_marked_as_queries_read_it(at):
    walked = at(weather="sun")

    assert QuestionPage(walked, walked.question).mark == SUBMITTED

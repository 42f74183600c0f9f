"""What the page shows where one answer of a walk is changed, as values."""

from dataclasses import replace

from wizard.engine import Condition, Survey, When, walk
from wizard.pages.change import ChangePage

PICNIC = {"weather": "sun", "food": ["bread", "cheese"]}


def change(at, question):
    return ChangePage(at, at.flow.questions[question])


def after_each(page):
    return {choice.id: choice.verdicts for choice in page.choices}


def test_it_has_an_address_of_its_own_and_leads_back_without_a_change(at):
    page = change(at(**PICNIC), "food")

    assert page.address == "/en/lunch/a0b12-2a/food/"
    assert page.resume == "/en/lunch/a0b12-2a/"
    assert page.back == "/en/lunch/a0b12-2a/weather/"
    assert page.verdict == "accept"


def test_each_option_says_which_verdicts_may_come_of_it(at):
    page = change(at(weather="cloud"), "weather")

    assert after_each(page) == {"sun": ("accept", "propose"), "cloud": ("propose",), "rain": ("decline",)}
    assert page.verdicts_of_ticks == ()


def test_what_was_answered_before_counts(at):
    assert after_each(change(at(**PICNIC), "weather"))["sun"] == ("accept",)


def test_a_group_of_ticks_says_which_other_verdicts_may_come_of_it(at):
    page = change(at(**PICNIC), "food")

    assert after_each(page) == {"bread": (), "cheese": (), "fruit": ()}
    assert page.verdicts_of_ticks == ("accept", "propose")
    assert page.other_verdicts == ("propose",)
    assert page.described_by == "change"


def test_ticks_that_change_nothing_say_so(at):
    page = change(at(weather="rain", guests=["family"]), "guests")

    assert page.verdicts_of_ticks == ("decline",)
    assert page.other_verdicts == ()
    assert page.described_by == "hint change"


def test_before_a_result_there_is_nothing_to_change_it_from(at):
    weather = change(at(weather="sun"), "weather")

    assert weather.verdict is None
    assert set(after_each(weather).values()) == {()}
    assert change(at(weather="rain", food=["bread"]), "weather").described_by == ""


def test_a_flow_too_large_to_survey_says_only_what_is_sure(lunch, english_lunch):
    unknown = replace(lunch, survey=Survey(answers={"food": (("bread", "cheese"), ())}))
    picnic = walk(unknown, {"weather": ("sun",), "food": ("bread", "cheese")})

    assert after_each(change(picnic, "weather")) == {"sun": ("accept",), "cloud": ("propose",), "rain": ()}
    assert change(picnic, "food").verdicts_of_ticks == ("accept", "propose")

    nothing_known = walk(replace(lunch, survey=Survey()), picnic.given)
    assert change(nothing_known, "food").verdicts_of_ticks == ()


def test_ticks_of_which_one_leads_nobody_knows_where_say_nothing(lunch, english_lunch):
    home, _, cafe = lunch.rules
    fruit = When((Condition("food", frozenset({"fruit"})),))
    flow = replace(lunch, start=("food",), rules=(replace(home, when=fruit), cafe))
    flow = replace(flow, survey=Survey(answers={"food": ((), ("fruit",))}))

    assert change(walk(flow, {"food": ()}), "food").verdicts_of_ticks == ()

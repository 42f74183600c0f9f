"""What a result's page shows, as values."""

from dataclasses import replace

import pytest

from wizard.engine import Verdict, When, changes, walk
from wizard.engine.condition import Condition
from wizard.pages.outcome import AnswerRow
from wizard.pages.result import Next, ResultPage, WhatIf

pytestmark = pytest.mark.usefixtures("english_lunch")

FOOD = frozenset({"bread", "cheese", "fruit"})
PICNIC = {"weather": "sun", "food": ["bread", "cheese"]}


@pytest.fixture
def changeable(lunch):
    """The small flow, were its weather something that people can change."""
    weather = replace(lunch.questions["weather"], fixed=False)
    return replace(lunch, questions={**lunch.questions, "weather": weather})


def what_ifs(page):
    return [page.what_if(change) for change in page.changes]


def test_a_result_is_introduced_by_its_verdict(at):
    page = ResultPage.of(at(**PICNIC))

    assert page.verdict == "accept"
    assert page.headline == "○ Accept: Eat outside"
    assert page.summary == "It is sunny, and there is food."


def test_a_walk_that_has_not_ended_has_no_result(at):
    with pytest.raises(ValueError, match="not ended"):
        ResultPage.of(at(weather="sun"))


def test_it_has_what_suits_the_answers(at):
    with_cheese, without = ResultPage.of(at(**PICNIC)), ResultPage.of(at(weather="sun", food=["bread", "fruit"]))

    assert [step.text for step in with_cheese.steps] == ["Wash your hands."]
    assert [step.text for step in without.steps] == ["Wash your hands.", "Wash the fruit."]
    assert [setting.text for setting in without.settings_to_change] == ["Open the parasol"]
    assert [setting.text for setting in with_cheese.settings_to_change] == [
        "Open the parasol",
        "Put the cheese in the shade",
    ]
    assert without.settings_title == "Settings to change"
    assert [item.text for item in without.evidence] == ["Keep a picture.", "Note the colour of the sky."]
    assert [item.text for item in without.reports] == ["Tell the cook.", "Have them look at the sky."]
    assert [reply.text for reply in without.replies] == ["Shall we eat outside?", "Outside?", "We eat outside."]


def test_a_reason_stands_beside_the_answers_that_caused_it(at):
    causes = ResultPage.of(at(**PICNIC)).causes

    assert [(cause.reason.text, [row.id for row in cause.rows]) for cause in causes] == [
        ("It is sunny.", ["weather"]),
        ("It is pleasant outside.", ["weather", "food"]),
    ]


def test_each_answer_can_be_changed(at):
    page = ResultPage.of(at(**PICNIC))

    assert page.rows == [
        AnswerRow("weather", "Weather", ("Sunny",), False, "/en/lunch/a0b12-2a/weather/"),
        AnswerRow("food", "What there is", ("Bread", "Cheese"), False, "/en/lunch/a0b12-2a/food/"),
    ]
    assert page.off_path == []


def test_an_answer_that_doubt_counts_as_says_so(at):
    rows = ResultPage.of(at(weather="rain", guests=["family"])).rows

    assert [(row.id, row.unsure) for row in rows] == [("weather", True), ("guests", False)]


def test_answers_that_no_longer_count_stand_apart_and_are_not_passed_on(at):
    page = ResultPage.of(at(weather="cloud", food=["bread"]))

    assert [row.id for row in page.rows] == ["weather"]
    assert [(row.id, row.labels) for row in page.off_path] == [("food", ("Bread",))]
    assert page.address == "/en/lunch/a1-2p/"
    assert page.shared_address == "/en/lunch/a1-2p/shared/"
    assert page.json_address == "/en/lunch/a1-2p.json"
    assert page.general_address == "/en/lunch/outcomes/cafe/"


def test_a_follow_up_does_one_of_three_things(at):
    assert ResultPage.of(at(**PICNIC)).follow_ups == [
        Next("It began to rain", "/en/lunch/a2b12/", ""),
        Next("There is less food now", "/en/lunch/a0b12-2a/food/", ""),
        Next("No answer", "", "Start eating."),
    ]


def test_as_many_follow_ups_show_unfolded_as_two_screens_hold(lunch):
    picnic = lunch.outcomes["picnic"]
    six = replace(picnic, follow_ups=picnic.follow_ups * 2)
    at = walk(
        replace(lunch, outcomes={**lunch.outcomes, "picnic": six}), {"weather": ("sun",), "food": ("bread", "cheese")}
    )
    page = ResultPage.of(at)

    assert page.follow_ups_first == page.follow_ups[:4]
    assert page.follow_ups_rest == page.follow_ups[4:]
    assert len(page.follow_ups) == 6


def test_what_would_change_the_verdict_is_said_the_most_useful_first(changeable):
    at = walk(changeable, {"weather": ("sun",), "food": ("bread", "cheese")})

    assert what_ifs(ResultPage.of(at)) == [
        WhatIf("Weather", "Cloudy", True, ("propose",), "/en/lunch/a1b12-2p/"),
        WhatIf("What there is", "If “Bread” does not apply after all", False, ("propose",), "/en/lunch/a0b2-2p/"),
        WhatIf("Weather", "Rain, or I don't know", True, ("decline",), "/en/lunch/a2b12/"),
    ]


def test_each_answer_stands_with_what_would_follow_otherwise(changeable):
    page = ResultPage.of(walk(changeable, {"weather": ("sun",), "food": ("bread", "cheese")}))

    assert [(row, [what_if.label for what_if in otherwise]) for row, otherwise in page.otherwise] == [
        (page.rows[0], ["Cloudy", "Rain, or I don't know"]),
        (page.rows[1], ["If “Bread” does not apply after all"]),
    ]


def test_more_ticks_are_asked_for_on_the_change_page(at):
    """One tick more, of those that the reader knows and we do not, is given where all of them can be seen."""
    assert what_ifs(ResultPage.of(at(weather="sun", food=["bread"]))) == [
        WhatIf("What there is", "Another of these applies", False, ("accept",), "/en/lunch/a0b1-2p/food/")
    ]


def test_of_none_it_is_said_that_one_or_more_apply(lunch):
    one = replace(lunch.rules[1], when=When((*lunch.rules[1].when.conditions[:1], Condition("food", FOOD))))
    flow = replace(lunch, rules=(lunch.rules[0], one, lunch.rules[2]))
    page = ResultPage.of(walk(flow, {"weather": ("sun",), "food": ()}))

    assert what_ifs(page) == [
        WhatIf("What there is", "One or more of these apply", False, ("accept",), "/en/lunch/a0b0-2p/food/")
    ]


def test_what_nobody_can_change_is_no_way_out(at):
    page = ResultPage.of(at(**PICNIC))

    assert {change.question.id for change in changes(page.at)} == {"weather", "food"}
    assert {change.question.id for change in page.changes} == {"food"}
    assert [len(otherwise) for _, otherwise in page.otherwise] == [0, 1]


def test_who_was_harmed_is_not_told_what_would_have_been(changeable):
    home = replace(changeable.outcomes["home"], verdict=Verdict.HELP)
    flow = replace(changeable, outcomes={**changeable.outcomes, "home": home})
    page = ResultPage.of(walk(flow, {"weather": ("rain",), "guests": ("friends",)}))

    assert changes(page.at)
    assert page.changes == []
    assert [otherwise for _, otherwise in page.otherwise] == [[], []]


def test_help_desks_say_what_to_say_there(at):
    friends = ResultPage.of(at(weather="rain", guests=["friends"]))

    assert [(help.desk.id, help.text) for help in friends.helps] == [("cook", "Say how many.")]
    assert ResultPage.of(at(weather="rain", guests=["family"])).helps == ()

"""What a result's page shows, as values."""

from dataclasses import replace

import pytest

from wizard.engine import Verdict, When, walk
from wizard.engine.condition import Condition
from wizard.pages.result import AnswerRow, Next, OutcomePage, ResultPage, WhatIf

pytestmark = pytest.mark.usefixtures("english_lunch")

FOOD = frozenset({"bread", "cheese", "fruit"})
PICNIC = {"weather": "sun", "food": ["bread", "cheese"]}


@pytest.fixture
def changeable(lunch):
    """The small flow, were its weather something that people can change."""
    weather = replace(lunch.questions["weather"], fixed=False)
    return replace(lunch, questions={**lunch.questions, "weather": weather})


def general(lunch, outcome):
    return OutcomePage(lunch.outcomes[outcome], lunch)


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
    assert [(reply.tone.id, reply.text) for reply in without.replies] == [
        ("polite", "Shall we eat outside?"),
        ("short", "Outside?"),
    ]


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


def test_what_would_change_the_verdict_is_said_the_most_useful_first(changeable):
    at = walk(changeable, {"weather": ("sun",), "food": ("bread", "cheese")})

    assert ResultPage.of(at).what_ifs == [
        WhatIf("Weather", "Cloudy", True, ("propose",), "/en/lunch/a1b12-2p/"),
        WhatIf("What there is", "If “Bread” does not apply after all", False, ("propose",), "/en/lunch/a0b2-2p/"),
        WhatIf("Weather", "Rain, or I don't know", True, ("decline",), "/en/lunch/a2b12/"),
    ]


def test_more_ticks_are_asked_for_on_the_change_page(at):
    """One tick more, of those that the reader knows and we do not, is given where all of them can be seen."""
    assert ResultPage.of(at(weather="sun", food=["bread"])).what_ifs == [
        WhatIf("What there is", "Another of these applies", False, ("accept",), "/en/lunch/a0b1-2p/food/")
    ]


def test_of_none_it_is_said_that_one_or_more_apply(lunch):
    one = replace(lunch.rules[1], when=When((*lunch.rules[1].when.conditions[:1], Condition("food", FOOD))))
    flow = replace(lunch, rules=(lunch.rules[0], one, lunch.rules[2]))
    page = ResultPage.of(walk(flow, {"weather": ("sun",), "food": ()}))

    assert page.what_ifs == [
        WhatIf("What there is", "One or more of these apply", False, ("accept",), "/en/lunch/a0b0-2p/food/")
    ]


def test_no_more_than_the_four_most_useful_changes_are_named(line):
    site = {"now": ("asked",), "where": ("crowdworks",), "signs": (), "messages": ("agreed",)}
    work = {"stage": ("funded",), "permission": ("approved",), "fit": ("fine",), "shown": ()}
    page = ResultPage.of(walk(line, site | work))
    possible = [change for change in page.changes if not change.question.fixed]

    assert len(possible) > 4
    assert page.what_ifs == [page.what_if(change) for change in possible[:4]]


def test_what_nobody_can_change_is_no_way_out(at):
    page = ResultPage.of(at(**PICNIC))

    assert {change.question.id for change in page.changes} == {"weather", "food"}
    assert [what_if.statement for what_if in page.what_ifs] == ["What there is"]


def test_who_was_harmed_is_not_told_what_would_have_been(changeable):
    home = replace(changeable.outcomes["home"], verdict=Verdict.HELP)
    flow = replace(changeable, outcomes={**changeable.outcomes, "home": home})
    page = ResultPage.of(walk(flow, {"weather": ("rain",), "guests": ("friends",)}))

    assert page.changes
    assert page.what_ifs == []


def test_the_answers_that_force_the_verdict_are_named(at):
    assert [row.id for row in ResultPage.of(at(**PICNIC)).decisive] == ["weather", "food"]
    assert [row.id for row in ResultPage.of(at(weather="cloud")).decisive] == ["weather"]


def test_help_desks_say_what_to_say_there(at):
    friends = ResultPage.of(at(weather="rain", guests=["friends"]))

    assert [(help.desk.id, help.text) for help in friends.helps] == [("cook", "Say how many.")]
    assert ResultPage.of(at(weather="rain", guests=["family"])).helps == ()


def test_an_outcome_without_answers_says_nothing_of_anybodys(lunch):
    page = general(lunch, "picnic")

    assert page.address == page.general_address == "/en/lunch/outcomes/picnic/"
    assert [(cause.reason.text, cause.rows) for cause in page.causes] == [("It is pleasant outside.", ())]
    assert [step.text for step in page.steps] == ["Wash your hands."]
    assert [(help.desk.id, help.text) for help in general(lunch, "home").helps] == [("cook", "")]
    assert (page.start, page.edition.number, page.unknown) == ("/en/", 2, ("Tomorrow's weather",))

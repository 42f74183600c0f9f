"""What a result's page shows, as values."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.template.loader import render_to_string

from wizard.engine import Condition, Stage, Step, Verdict, When, Words, changes, walk
from wizard.engine.words import Wording
from wizard.pages.outcome import AnswerRow, OutcomePage
from wizard.pages.result import Next, ResultPage, WhatIf

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
        ("cook", "We eat outside."),
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
        Next("We were given fruit", "/en/lunch/a0b12-2a/food/?food=bread,cheese,fruit", ""),
        Next("No answer", "", "Start eating."),
    ]


def test_a_follow_up_whose_ticks_are_all_there_has_happened(at):
    with_fruit = ResultPage.of(at(weather="sun", food=["bread", "fruit"]))

    assert "We were given fruit" not in [next.label for next in with_fruit.follow_ups]


def what_ifs(page):
    return [what_if for _, otherwise in page.otherwise for what_if in otherwise]


def test_what_would_change_the_verdict_stands_beside_each_answer(changeable):
    page = ResultPage.of(walk(changeable, {"weather": ("sun",), "food": ("bread", "cheese")}))

    assert [(row.id, otherwise) for row, otherwise in page.otherwise] == [
        (
            "weather",
            [
                WhatIf("Cloudy", True, ("propose",), "/en/lunch/a1b12-2p/"),
                WhatIf("Rain, or I do not know", True, ("decline",), "/en/lunch/a2b12/"),
            ],
        ),
        ("food", [WhatIf("If “Bread” does not apply after all", False, ("propose",), "/en/lunch/a0b2-2p/")]),
    ]


def test_more_ticks_are_asked_for_on_the_change_page(at):
    """One tick more, of those that the reader knows and we do not, is given where all of them can be seen."""
    assert what_ifs(ResultPage.of(at(weather="sun", food=["bread"]))) == [
        WhatIf("Depending on which others apply", False, ("accept",), "/en/lunch/a0b1-2p/food/")
    ]


def test_of_none_it_is_said_that_it_depends_on_the_ticks(lunch):
    one = replace(lunch.rules[1], when=When((*lunch.rules[1].when.conditions[:1], Condition("food", FOOD))))
    flow = replace(lunch, rules=(lunch.rules[0], one, lunch.rules[2]))
    page = ResultPage.of(walk(flow, {"weather": ("sun",), "food": ()}))

    assert what_ifs(page) == [
        WhatIf("Depending on which of these apply", False, ("accept",), "/en/lunch/a0b0-2p/food/")
    ]


def test_what_nobody_can_change_is_no_way_out(at):
    page = ResultPage.of(at(**PICNIC))

    assert {change.question.id for change in changes(page.at)} == {"weather", "food"}
    assert {change.question.id for change in page.changes} == {"food"}


def test_who_was_harmed_is_not_told_what_would_have_been(changeable):
    home = replace(changeable.outcomes["home"], verdict=Verdict.HELP)
    flow = replace(changeable, outcomes={**changeable.outcomes, "home": home})
    page = ResultPage.of(walk(flow, {"weather": ("rain",), "guests": ("friends",)}))

    assert changes(page.at)
    assert what_ifs(page) == []


def many(count):
    return [Step(When(), f"step {number}", ()) for number in range(count)]


def test_the_page_begins_with_the_one_thing_that_presses_and_shows_three_steps_more(lunch):
    picnic = replace(lunch.outcomes["picnic"], steps=tuple(many(6)))
    page = OutcomePage(picnic, lunch)

    assert page.first.text == "step 0"
    assert [step.text for step in page.steps_now] == ["step 1", "step 2", "step 3"]
    assert [step.text for step in page.steps_later] == ["step 4", "step 5"]


def test_where_nothing_presses_the_message_comes_first(lunch):
    cafe = replace(lunch.outcomes["cafe"], steps=tuple(many(4)))
    page = OutcomePage(cafe, lunch)

    assert page.first is None
    assert [step.text for step in page.steps_now] == ["step 0", "step 1", "step 2"]
    assert [step.text for step in page.steps_later] == ["step 3"]


def test_what_goes_to_somebody_else_stands_apart_from_the_messages(at):
    page = ResultPage.of(at(**PICNIC))

    assert [reply.tone.id for reply in page.messages] == ["polite", "short"]
    assert [reply.text for reply in page.letters] == ["We eat outside."]
    assert [step.text for step in page.reports] == ["Tell the cook.", "Have them look at the sky."]


def test_gaps_are_spoken_of_where_there_are_any(lunch):
    picnic = lunch.outcomes["picnic"]
    gap = replace(picnic.replies[0], text="At ［time］?")

    assert not OutcomePage(picnic, lunch).has_gaps
    assert OutcomePage(replace(picnic, replies=(gap,)), lunch).has_gaps


def test_four_settings_and_four_rows_of_follow_ups_show_and_the_rest_folds(lunch):
    picnic = lunch.outcomes["picnic"]
    parasol, follow = picnic.settings[0], picnic.follow_ups[2]
    flow = replace(
        lunch,
        outcomes={**lunch.outcomes, "picnic": replace(picnic, settings=(parasol,) * 6, follow_ups=(follow,) * 7)},
    )
    page = ResultPage.of(walk(flow, {"weather": ("sun",), "food": ("bread", "cheese")}))

    assert (len(page.settings_first), len(page.settings_rest)) == (4, 2)
    assert (len(page.follow_ups_first), len(page.follow_ups_rest)) == (3, 4)


SUN, CLOUD = ("sun",), ("cloud",)


def stage(text, *, when=(), here=()):
    condition = Condition("weather", frozenset(here))
    conditions = (Condition("weather", frozenset(when)),) if when else ()
    return Stage(When(conditions), When((condition,)) if here else None, Words((Wording(When(), text),)))


def proposing(lunch, *stages):
    """The small flow, were its picnic something to propose, with these stages on the way."""
    picnic = replace(lunch.outcomes["picnic"], verdict=Verdict.PROPOSE)
    return replace(lunch, outcomes={**lunch.outcomes, "picnic": picnic}, stages=stages)


@pytest.mark.parametrize(
    ("stages", "drawn"),
    [
        ([stage("a", here=SUN), stage("b", here=CLOUD)], [("a", True), ("b", False)]),
        ([stage("a", here=SUN), stage("b", here=SUN), stage("c")], [("a", False), ("b", True), ("c", False)]),
        ([stage("a", when=CLOUD, here=SUN), stage("b", when=SUN)], [("b", False)]),
        ([stage("a", here=CLOUD), stage("b")], []),
        ([stage("a"), stage("b")], [("a", False), ("b", False)]),
    ],
    ids=["at one", "at the last that holds", "only her way", "not known where", "asked of nobody"],
)
def test_the_way_is_drawn_with_the_stage_where_she_stands(lunch, stages, drawn):
    answers = {"weather": SUN, "food": ("bread", "cheese")}

    assert ResultPage.of(walk(proposing(lunch, *stages), answers)).stages == tuple(drawn)
    assert ResultPage.of(walk(replace(lunch, stages=tuple(stages)), answers)).stages == ()


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
    assert (page.start, page.edition.number, page.unknown) == ("/en/", 2, ("The weather of tomorrow",))


def test_nothing_that_an_outcome_holds_goes_unsaid_though_its_only_step_comes_first(visitor):
    text = visitor.open("/en/lunch/a0b12-2a/").text

    assert text.count("Wash your hands.") == 1
    for said in ("Tell the cook.", "We eat outside.", "Keep a picture.", "Note the colour of the sky."):
        assert said in text


def test_what_is_said_beside_a_link_is_escaped_once(at, lunch, rf):
    page = ResultPage.of(walk(replace(lunch, id="cook", name="The cook's “A & B”"), at(**PICNIC).given))
    shown = render_to_string("_share.html", {"page": page}, rf.get("/", secure=True))
    queries = [parse_qs(urlsplit(unescape(href)).query) for href in re.findall(r'href="(https:[^"]+)"', shown)]

    said = [query["text"][0].partition(" https:")[0] for query in queries]
    assert said == [page.said, page.said, page.asked, page.asked]
    assert page.said == "I used “The cook's “A & B””. My result: ○ Accept."

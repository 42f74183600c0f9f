"""What a peer sees of a shared result, as values."""

from dataclasses import replace

from wizard.engine import When, walk
from wizard.engine.condition import Condition
from wizard.engine.survey import survey
from wizard.engine.tokens import read_token
from wizard.pages.shared import SharedPage


def test_it_is_somebody_elses(at):
    assert SharedPage.of(at(weather="cloud")).tab == "A shared result: △ Suggest another way: Go to a café"


def test_each_answer_stands_with_what_would_follow_otherwise(at):
    (row, otherwise), *others = SharedPage.of(at(weather="cloud")).otherwise

    assert others == []
    assert row.id == "weather"
    assert [(what_if.label, what_if.verdicts) for what_if in otherwise] == [
        ("Rain, or I do not know", ("decline",)),
        ("Sunny", ("accept", "propose")),
    ]


def test_an_answer_that_changes_nothing_stands_alone(at):
    rows = SharedPage.of(at(weather="rain", guests=["family"])).otherwise

    assert [(row.id, len(otherwise)) for row, otherwise in rows] == [("weather", 2), ("guests", 0)]


def labels_of(page):
    return {row.id: [what_if.label for what_if in otherwise] for row, otherwise in page.otherwise}


def test_where_all_ticks_must_go_it_is_said_in_the_words_of_the_question(at):
    page = SharedPage.of(at(weather="sun", food=["bread", "cheese", "fruit"]))

    assert labels_of(page)["food"] == ["None of these apply"]


def test_where_some_ticks_must_go_they_are_named(lunch, at):
    rule = replace(lunch.rules[1], when=When((Condition("guests", frozenset(("family", "friends", "cook")), 2),)))
    guests = lunch.questions["guests"]
    more = {**guests.options, "cook": replace(guests.options["family"], id="cook", code="3")}
    questions = {**lunch.questions, "guests": replace(guests, options=more)}
    flow = replace(lunch, start=("guests",), rules=(rule, lunch.rules[2]), questions=questions)
    flow = replace(flow, survey=survey(flow))

    page = SharedPage.of(walk(flow, {"guests": ("family", "friends", "cook")}))

    assert labels_of(page) == {"guests": ["If “Friends / Family” does not apply after all"]}


def test_a_harmed_persons_reasons_are_folded_away(line):
    harmed, asked = (
        SharedPage.of(walk(line, read_token(line, token).answers)) for token in ("a2b1c0-1h", "a0c0d1-1d")
    )

    assert (harmed.causes_first, harmed.causes_rest) == ([], harmed.causes)
    assert asked.causes_first == asked.causes[:1]
    assert harmed.causes
    assert asked.causes

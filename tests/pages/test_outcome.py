"""What an outcome's page shows to anybody, as values."""

from dataclasses import replace

import pytest

from wizard.engine import Step, Verdict, When
from wizard.pages.outcome import Cause, OutcomePage

pytestmark = pytest.mark.usefixtures("english_lunch")


@pytest.fixture
def page(lunch):
    """page(outcome, …): the page of an outcome of the small flow, with some of its parts replaced."""
    return lambda outcome="picnic", **parts: OutcomePage(replace(lunch.outcomes[outcome], **parts), lunch)


def steps(*texts):
    return tuple(Step(When(), text, ()) for text in texts)


def texts(items):
    return [item.text for item in items]


def test_an_outcome_is_introduced_by_its_verdict(page):
    assert (page().verdict, page().title, page().headline) == ("accept", "Eat outside", "○ Accept: Eat outside")
    assert page().summary == "It is sunny, and there is food."


def test_an_outcome_without_answers_says_nothing_of_anybodys(lunch, page):
    _, pleasant = lunch.outcomes["picnic"].reasons

    assert page().address == page().general_address == "/en/lunch/outcomes/picnic/"
    assert page().causes == [Cause(pleasant, ())]
    assert texts(page().steps) == ["Wash your hands."]
    assert texts(page().settings_to_change) == ["Open the parasol"]
    assert (page().start, page().edition.number, page().unknown) == ("/en/", 2, ("The weather of tomorrow",))
    assert page().settings_title == "Settings to change"


def test_every_desk_is_named_once_without_what_to_say_there(lunch, page):
    help = lunch.outcomes["home"].helps[0]

    assert [(help.desk.id, help.text) for help in page("home", helps=(help, help)).helps] == [("cook", "")]


@pytest.mark.parametrize(
    ("verdict", "first", "left"),
    [
        (Verdict.ACCEPT, "one", ["two", "three"]),
        (Verdict.DECLINE, "one", ["two", "three"]),
        (Verdict.HELP, "one", ["two", "three"]),
        (Verdict.PROPOSE, None, ["one", "two", "three"]),
    ],
)
def test_where_something_presses_the_first_step_stands_alone(page, verdict, first, left):
    pressing = page(verdict=verdict, steps=steps("one", "two", "three"))

    assert (pressing.first.text if pressing.first else None, texts(pressing.steps_left)) == (first, left)


def test_without_steps_there_is_no_first(page):
    assert page(steps=()).first is None
    assert page(steps=()).steps_now == page(steps=()).steps_later == ()


def test_three_steps_show_and_the_others_later(page):
    many = page(verdict=Verdict.PROPOSE, steps=steps("one", "two", "three", "four", "five"))

    assert texts(many.steps_now) == ["one", "two", "three"]
    assert texts(many.steps_later) == ["four", "five"]


def test_four_settings_show_and_the_others_fold(lunch, page):
    many = page(settings=lunch.outcomes["picnic"].settings[:1] * 6)

    assert (len(many.settings_first), len(many.settings_rest)) == (4, 2)


def test_a_message_aside_is_a_letter(page):
    assert texts(page().messages) == ["Shall we eat outside?", "Outside?"]
    assert texts(page().letters) == ["We eat outside."]
    assert texts(page().reports) == ["Tell the cook.", "Have them look at the sky."]


@pytest.mark.parametrize(
    ("text", "original", "gaps"), [("Hello", "", False), ("Hello ［name］", "", True), ("Hello", "［名前］様", True)]
)
def test_a_message_with_something_to_fill_in_is_known(lunch, page, text, original, gaps):
    reply = replace(lunch.replies[0], text=text, original=original)

    assert page(replies=(reply,)).has_gaps is gaps

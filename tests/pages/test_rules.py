"""How a flow decides: its rules in words, as values and as read on the page."""

import pytest

from wizard.pages.clauses import Clause
from wizard.pages.result import ResultPage
from wizard.pages.rules import RulesPage

pytestmark = pytest.mark.usefixtures("english_lunch")


@pytest.fixture
def page(lunch):
    return RulesPage(lunch)


def test_each_rule_stands_in_words_in_the_order_of_trying(page):
    home, picnic, cafe = page.rules

    assert [(rule.number, rule.outcome.id, rule.verdict) for rule in page.rules] == [
        (1, "home", "decline"),
        (2, "picnic", "accept"),
        (3, "cafe", "propose"),
    ]
    assert home.clauses == (Clause("weather", "Weather", ("Rain, or I do not know",)),)
    assert picnic.clauses[1] == Clause("food", "What there is", ("at least 2 of them",))
    assert cafe.clauses == ()
    assert (home.heading, home.why) == ("The sky", "Nobody can eat outside in the rain.")
    assert home.then_asks == (("guests", "Guests"),)


def test_rules_without_a_heading_are_of_the_part_before(page):
    assert [(heading, len(rules)) for heading, rules in page.parts] == [("The sky", 3)]


def test_questions_and_outcomes_name_the_rules_that_they_matter_to(page):
    assert {row.question.id: row.rules for row in page.questions} == {"weather": (1, 2), "food": (2,), "guests": ()}
    assert {row.outcome.id: row.rules for row in page.outcomes} == {"picnic": (2,), "cafe": (3,), "home": (1,)}
    assert page.json_address == "/en/lunch/flow.json"
    assert next(row.address for row in page.outcomes) == "/en/lunch/outcomes/picnic/"


def test_every_source_of_the_flow_stands_once_with_where_it_is_used(visitor, page):
    sky, guest = page.sources

    assert (sky.source.id, [place.name for place in sky.places]) == (
        "sky",
        ["Eat outside", "Go to a café", "Eat at home", "The cook", "The ways compared"],
    )
    assert [place.address for place in sky.places[2:]] == ["#outcome-home", "", "/en/lunch/ways/"]
    assert (guest.source.id, len(guest.places)) == ("guest", 2)
    words = visitor.open("/en/lunch/rules/").words
    assert "The sky official · opened on 1 January 2026" in words
    assert "Used in 5 places Eat outside Go to a café Eat at home The cook The ways compared" in words


def test_each_danger_stands_with_what_holds_it(visitor, page):
    (row,) = page.dangers

    assert [promise.id for promise in row.promises] == ["dry", "fed"]
    assert row.tests == 1
    words = visitor.open("/en/lunch/rules/").words
    assert "Getting wet How it could happen: Nobody looks at the sky." in words
    assert "Held by: Nobody goes out in the rain. Nobody eats outside without food. automatic tests" in words


def test_of_a_result_the_rule_that_decided_is_marked_with_the_answers(lunch, at):
    page = RulesPage(lunch, ResultPage.of(at(weather="sun", food=["bread", "cheese"])))

    assert page.decided == 2
    assert [rule.decided for rule in page.rules] == [False, True, False]
    assert page.answers == [
        Clause("weather", "Weather", ("Sunny",)),
        Clause("food", "What there is", ("Bread", "Cheese")),
    ]
    assert page.address == "/en/lunch/a0b12-2a/rules/"


def test_none_of_these_is_said_as_an_answer(lunch, at):
    assert RulesPage(lunch, ResultPage.of(at(weather="sun", food=[]))).answers[1].wanted == ("None of these apply",)


def test_without_a_walk_nothing_is_marked(page):
    assert page.decided == 0
    assert page.answers == []
    assert page.address == "/en/lunch/rules/"


# As read


@pytest.mark.parametrize("path", ["/en/lunch/rules/", "/en/lunch/a0b12-2a/rules/"])
def test_every_link_within_the_page_leads_somewhere(visitor, path):
    page = visitor.open(path)
    within = {href.removeprefix("#") for href in page.links if href.startswith("#")}

    assert len(within) > 10
    assert within <= {*page.ids, "main"}
    assert len(page.ids) == len(set(page.ids))


def test_a_result_leads_to_the_rule_that_decided_it(visitor):
    result = visitor.open("/en/lunch/a0b12-2a/")
    (link,) = (anchor for anchor in result.anchors if "rules" in anchor["href"])
    page = visitor.open(link["href"])

    assert link["rel"] == "nofollow"
    assert "Rule 2 decided" in page.words
    assert "2. decided here Weather: Sunny What there is: at least 2 of them → ○ Accept Eat outside" in page.words
    assert page.meta["robots"] == "noindex, nofollow"
    assert result.address in page.links


def test_the_start_page_and_each_outcome_lead_to_the_rules(visitor):
    for path in ("/en/", "/en/lunch/outcomes/home/", "/en/lunch/a0b12-2a/shared/"):
        assert "/en/lunch/rules/" in visitor.open(path).links


def test_a_walk_that_has_not_ended_has_no_rule_to_mark(visitor):
    assert visitor.open("/en/lunch/a0/rules/").address == "/en/lunch/a0/"


def test_a_mistyped_verdict_is_put_right(visitor):
    assert visitor.open("/en/lunch/a0b12-2d/rules/").address == "/en/lunch/a0b12-2a/rules/"


@pytest.mark.parametrize(
    ("token", "note"),
    [
        ("a2c1q7-2d", "The questions have changed since this link was made, or part of it was lost on the way."),
        ("a2c1-1a", "On 1 January 2026 (edition 1), the result was: ○ Accept. Today it is: × Decline."),
    ],
)
def test_a_link_half_read_or_of_an_earlier_edition_has_the_note_of_its_result(visitor, token, note):
    for path in (f"/en/lunch/{token}/", f"/en/lunch/{token}/rules/"):
        assert note in visitor.open(path).words


def test_the_edition_is_that_of_the_rules_and_of_a_result_in_words_of_their_own(visitor):
    assert "第2版の規則（2026年2月1日）" in visitor.open("/lunch/rules/").words
    assert "2026年2月1日の規則による結果です（第2版）" in visitor.open("/lunch/a0b12-2a/").words

"""Promises, dangers and worked cases read from tables."""

from tests.engine.reading.broken import broken, mistakes_with, read
from wizard.engine import Condition, When

HELD = 'held_by = ["dry", "fed", "tests/pages/test_rules.py::test_each_danger_stands_with_what_holds_it"]'
NEVER = 'never = ["accept"]\nnever_outcomes = ["picnic"]'


def test_a_promise_is_read_with_what_it_allows_and_guards_against(tmp_path):
    dry, fed = read(tmp_path)["en"].promises

    assert (dry.id, dry.text) == ("dry", "Nobody goes out in the rain.")
    assert dry.allowed == {"decline"}
    assert [danger.text for danger in dry.dangers] == ["Getting wet"]
    assert fed.allowed == {"propose", "decline", "help"}
    assert fed.never_outcomes == {"picnic"}


def test_a_danger_is_read_with_what_holds_its_control(tmp_path):
    flow = read(tmp_path)["en"]
    wet = flow.dangers["wet"]

    assert (wet.cause, wet.harm) == ("Nobody looks at the sky.", "Somebody catches a cold.")
    assert wet.control == "On a rainy day lunch is at home."
    assert wet.promises == ("dry", "fed")
    assert wet.tests == ("tests/pages/test_rules.py::test_each_danger_stands_with_what_holds_it",)
    assert all(promise.dangers == (wet,) for promise in flow.promises)


def test_a_danger_that_nothing_holds_is_a_mistake(tmp_path):
    found = mistakes_with(tmp_path, HELD, "held_by = []")

    assert found[0] == "danger.wet.held_by: name a promise, or a test as tests/….py::name, that holds its control"


def test_none_of_these_may_be_meant_by_a_promise(tmp_path):
    _, fed = read(tmp_path)["en"].promises

    assert fed.when == When((Condition("food", frozenset()),))
    assert fed.when.holds({"food": ()}) is True
    assert fed.when.holds({"food": ("bread",)}) is False


def test_a_promise_allows_outcomes_by_verdict_and_by_id(tmp_path):
    flow = read(tmp_path)["en"]
    dry, fed = flow.promises

    assert [id for id, outcome in flow.outcomes.items() if dry.allows(outcome)] == ["home"]
    assert [id for id, outcome in flow.outcomes.items() if fed.allows(outcome)] == ["cafe", "home"]


def test_a_case_is_read_as_a_situation_with_its_answers(tmp_path):
    (case,) = read(tmp_path)["en"].cases

    assert case.situation == "A sunny day with cheese and fruit"
    assert case.answers == {"weather": ("sun",), "food": ("cheese", "fruit")}
    assert case.outcome == "picnic"


@broken(
    {
        "promise without a verdict": (
            'always = ["decline"]\n',
            "",
            "promise[1].never: rule out a verdict or an outcome: give `never`, `always` or `never_outcomes`",
        ),
        "no verdict": (
            'always = ["decline"]',
            'always = ["refuse"]',
            "promise[1].always: 'refuse' is no verdict; give some of accept, propose, decline, help",
            "promise[1].never: rule out a verdict or an outcome: give `never`, `always` or `never_outcomes`",
        ),
        "no outcome": (
            NEVER,
            'never_outcomes = ["pub"]',
            "promise[2].never_outcomes: 'pub' is no outcome; define it or mend its spelling",
        ),
        "promise with another's id": (
            'id = "fed"',
            'id = "dry"',
            "promise[2].id: 'dry' is another promise's; give each its own",
            "danger.wet.held_by: 'fed' is no promise; name what holds the control now",
        ),
        "promise that guards against nothing": (
            'held_by = ["dry", "fed",',
            'held_by = ["dry",',
            "promise[2].id: 'fed' guards against no danger; name it in `held_by` of one",
        ),
        "danger whose promise is gone": (
            'held_by = ["dry", "fed",',
            'held_by = ["dry", "fed", "full",',
            "danger.wet.held_by: 'full' is no promise; name what holds the control now",
        ),
        "danger in one language": (
            'ja = "雨にぬれること"\nen = "Getting wet"',
            'ja = "雨にぬれること"',
            "danger.wet.en: is missing; give a text",
        ),
        "none of these in a rule": (
            'when = { weather = ["sun"], food = { at_least = 2 } }',
            "when = { food = [] }",
            "rule[2].when.food: give a list of options or { at_least = 1 to 3 }, not []",
        ),
        "case without an outcome": (
            'outcome = "picnic"\n\n[source',
            "\n[source",
            "case[1].outcome: is missing; give a text",
            "case[1].outcome: '' is no outcome; define it or mend its spelling",
        ),
        "case that answers one choice with two": (
            'answers = { weather = ["sun"], food',
            'answers = { weather = ["sun", "rain"], food',
            "case[1].answers.weather: ['sun', 'rain'] is no answer; give one option, or ticks",
        ),
    }
)
def test_a_mistake_is_named_with_table_key_and_wish(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences

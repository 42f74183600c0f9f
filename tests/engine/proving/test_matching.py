"""What is the same in two states is told by what lasts: the code, and by the id while nothing is published."""

from dataclasses import replace

from wizard.engine import Condition, When
from wizard.engine.proving import compare
from wizard.engine.proving.matching import in_todays_ids, with_ids
from wizard.engine.question import Option
from wizard.engine.words import Words


def drafted(flow):
    """The flow as nobody has published it."""
    return replace(flow, editions=(replace(flow.editions[0], draft=True),))


def recoded(flow, question, codes):
    """The flow with other codes for the options of a question."""
    asked = flow.questions[question]
    options = {id: replace(option, code=codes.get(id, option.code)) for id, option in asked.options.items()}
    return replace(flow, questions={**flow.questions, question: replace(asked, options=options)})


def test_an_option_under_another_id_is_the_same_if_its_code_is(lunch):
    rain = lunch.questions["weather"].options["rain"]
    past = {**lunch.questions["weather"].options}
    del past["rain"]
    past["wet"] = replace(rain, id="wet")
    weather = replace(lunch.questions["weather"], options=past)
    rule = replace(lunch.rules[0], when=When((Condition("weather", frozenset({"wet"})),)))
    before = replace(lunch, questions={**lunch.questions, "weather": weather}, rules=(rule, *lunch.rules[1:]))

    assert str(compare(before, lunch)) == "All 4 routes end as before."


def test_ids_that_change_places_are_told_by_their_codes(lunch):
    options = lunch.questions["weather"].options
    swapped = {
        "rain": replace(options["sun"], id="rain"),
        "cloud": options["cloud"],
        "sun": replace(options["rain"], id="sun"),
    }
    weather = replace(lunch.questions["weather"], options=swapped)
    before = replace(lunch, questions={**lunch.questions, "weather": weather})

    assert [move.how for move in compare(before, lunch).moves] == ["softer", "softer", "harder", "harder"]


def test_an_id_that_another_answer_has_now_is_not_the_same(lunch):
    weather = lunch.questions["weather"]
    cloud = Option("cloud", "9", Words(), Words(), False)
    now = replace(weather, options={**weather.options, "cloud": cloud}, retired=frozenset({"1", "3"}))
    after = replace(lunch, questions={**lunch.questions, "weather": now})
    comparison = compare(lunch, after)

    assert comparison.routes == 3
    assert comparison.others == 7


def test_questions_and_options_under_other_ids_get_back_those_of_today(lunch):
    ids = {id: (f"{id}-was", {o: f"{o}-was" for o in asked.options}) for id, asked in lunch.questions.items()}
    before = with_ids(lunch, ids)
    past = in_todays_ids(before, lunch)

    assert before.questions.keys().isdisjoint(lunch.questions)
    assert (past.start, past.rules, past.questions) == (lunch.start, lunch.rules, lunch.questions)
    assert str(compare(before, lunch)) == "All 4 routes end as before."


def test_a_drafts_codes_may_change_and_its_ids_tell(lunch):
    after = recoded(drafted(lunch), "weather", {"sun": "2", "rain": "0"})

    assert str(compare(drafted(lunch), after)) == "All 4 routes end as before."
    assert {move.how for move in compare(lunch, after).moves} == {"softer", "harder"}


def test_a_code_that_was_retired_is_no_answer_of_today_under_the_old_id(lunch):
    weather = lunch.questions["weather"]
    rain = replace(weather.options["rain"], code="8")
    now = replace(weather, options={**weather.options, "rain": rain}, retired=frozenset({"2", "3"}))
    after = replace(lunch, questions={**lunch.questions, "weather": now})

    assert options_of(lunch, after) == {"sun", "cloud", "rain (gone)"}
    assert options_of(lunch, recoded(lunch, "weather", {"rain": "8"})) == {"sun", "cloud", "rain"}


def options_of(before, after):
    """The options of the first question in the past, by the ids of today."""
    return set(in_todays_ids(before, after).questions["weather"].options)

"""What would change a verdict: every claim is held against all walks."""

from dataclasses import replace
from itertools import combinations

import pytest

from tests.line.logic import ANSWERS, WALKS, kind
from wizard.engine import Survey, Verdict, changes, walk
from wizard.engine.whatif import changes_of, possible_verdicts

SEVERITY = list(Verdict)


def agrees(path, answers):
    """Whether the rules see in a path what they see in the answers, as far as it asks for them."""
    return all(kind(id, path[id]) == kind(id, answer) for id, answer in answers.items() if id in path)


SOME = WALKS[::31]


@pytest.mark.parametrize(("answers", "rule"), SOME, ids=lambda value: value.get("outcome", ""))
def test_a_change_leads_away_from_the_verdict(line, answers, rule):
    for change in changes(walk(line, answers)):
        given = {**answers, change.question.id: change.answer}
        possible = {r["verdict"] for path, r in WALKS if agrees(path, given)}

        assert change.at.given == given
        assert change.verdicts == possible != {rule["verdict"]}
        assert change.is_certain is (rule["verdict"] not in possible)


def unchanged(at):
    """The questions of a walk without a change: pages say that another answer there changes nothing."""
    return [id for id in at.path if not changes_of(at, at.flow.questions[id])]


GRAVE = {"now": ("asked",), "where": ("crowdworks",), "signs": ("fee", "selling", "loan")}


@pytest.mark.parametrize("answers", [GRAVE, *(answers for answers, _ in SOME)], ids=lambda answers: str(len(answers)))
def test_where_no_change_is_told_no_answer_leads_away_from_the_verdict(line, answers):
    at = walk(line, answers)
    for id in unchanged(at):
        for other in ANSWERS[id]:
            assert possible_verdicts(at, id)(other) == {at.outcome.verdict}, (id, other)


def test_where_no_change_is_told_of_lunch_no_answer_leads_away(lunch):
    for ticks in ((), ("bread",), ("bread", "cheese"), ("bread", "cheese", "fruit")):
        for weather in lunch.questions["weather"].options:
            at = walk(lunch, {"weather": (weather,), "food": ticks, "guests": ("family",)})
            for id in unchanged(at):
                options = lunch.questions[id].options
                every = [chosen for count in range(4) for chosen in combinations(options, count)]
                for other in filter(None, map(lunch.questions[id].answer, every)):
                    assert possible_verdicts(at, id)(other) == {at.outcome.verdict}


def answers_of(at, question):
    return [change.answer for change in changes_of(at, at.flow.questions[question])]


def test_where_no_single_tick_leads_away_none_of_these_may(line):
    assert answers_of(walk(line, GRAVE), "signs") == [()]


def test_where_one_tick_more_does_not_lead_away_several_may(lunch):
    assert answers_of(walk(lunch, {"weather": ("sun",), "food": ()}), "food") == [("bread", "cheese")]
    assert answers_of(walk(lunch, {"weather": ("sun",), "food": ("bread", "cheese", "fruit")}), "food") == [()]


def test_the_most_useful_change_comes_first(line):
    """What can be changed before what is fixed, what is certain before what is not, the softer verdict first."""
    ranks = []
    for answers, _ in SOME:
        found = changes(walk(line, answers))
        keys = [(c.question.fixed, not c.is_certain, min(map(SEVERITY.index, c.verdicts))) for c in found]
        assert keys == sorted(keys)
        ranks += keys

    for part in range(3):
        assert len({key[part] for key in ranks}) > 1, "each of the three makes a difference somewhere"


def test_a_changed_walk_that_goes_on_may_end_in_several_verdicts(lunch):
    at = walk(lunch, {"weather": ("cloud",)})
    sun = next(change for change in changes(at) if change.answer == ("sun",))

    assert sun.verdicts == {"accept", "propose"}
    assert not sun.is_certain


def test_a_change_that_may_lead_back_is_not_certain_and_one_that_never_does_is(lunch):
    at = walk(lunch, {"weather": ("cloud",)})
    sun = next(change for change in changes(at) if change.answer == ("sun",))

    assert not sun.is_certain
    assert replace(sun, before=Verdict.DECLINE).is_certain, "two verdicts may come of it, and both are other ones"


def test_a_flow_with_too_many_ways_claims_nothing_that_it_cannot_know(lunch):
    at = walk(replace(lunch, survey=Survey()), {"weather": ("cloud",)})

    assert changes(at) == []
    assert [change.answer for change in changes(walk(at.flow, {"weather": ("rain",), "guests": ("family",)}))] == [
        ("cloud",)
    ]

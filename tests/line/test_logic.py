"""The LINE flow decides as its logic was verified: by every walk, by every promise, by every worked case."""

from collections import Counter

import pytest

from tests.line.logic import CASES, PROMISES, QUESTIONS, WALKS, holds, place
from wizard.content import flows
from wizard.engine import Verdict, spell, walk

SEVERITY = list(Verdict)
# How many walks end in each outcome under the edition of today.
COUNTS = {
    "accept": 30,
    "settings-first": 90,
    "business-chat": 136,
    "stay-on-site": 286,
    "apply-first": 24,
    "escrow-first": 180,
    "clear-up": 602,
    "own-account": 40,
    "site-refused": 248,
    "stop": 418,
    "too-many-signs": 152,
    "check-rule": 22,
    "write-terms": 14,
    "no-record": 156,
    "get-help": 110,
    "unpaid": 11,
}


def test_every_question_is_there_as_specified(line):
    assert list(line.questions) == list(QUESTIONS)
    for id, spec in QUESTIONS.items():
        question = line.questions[id]
        assert list(question.options) == spec["options"]
        assert question.many is (spec["kind"] == "many")
        assert question.risk is spec.get("risk", False)
        assert question.least == spec.get("least", 0 if question.many else 1)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_walk_asks_and_ends_as_specified(language):
    flow = flows()["line"][language]
    assert len(WALKS) > 2000
    for answers, rule in WALKS:
        at = walk(flow, answers)

        assert list(at.path) == list(answers)
        assert (at.outcome.id, at.outcome.verdict) == (rule["outcome"], rule["verdict"])


def test_the_walks_of_each_outcome_are_as_many_as_under_this_edition(line):
    """Whoever changes a number here has changed outcomes, and thinks of a new edition."""
    assert {line.edition.number: Counter(rule["outcome"] for _, rule in WALKS)} == {1: COUNTS}


def test_a_walk_takes_3_to_8_questions_and_6_to_8_until_she_accepts():
    assert {len(answers) for answers, _ in WALKS} == {3, 4, 5, 6, 7, 8}
    assert {len(answers) for answers, rule in WALKS if rule["verdict"] == "accept"} == {6, 7, 8}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["situation"][:50])
def test_a_worked_case_ends_where_careful_experts_want_it(line, case):
    given = {id: tuple(answer) for id, answer in case["answers"].items()}
    _, rule = place(given)

    assert walk(line, given).outcome.id == case["outcome"]
    assert rule["outcome"] == case["outcome"]


def speaks_of(promise, answers):
    """Whether somebody with these answers may be meant: what she was not asked counts as any answer."""
    return all(holds(test, answers[id]) for id, test in promise["when"].items() if id in answers)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise["id"])
def test_a_promise_is_kept_on_every_walk_that_it_may_speak_of(line, promise):
    meant = [answers for answers, _ in WALKS if speaks_of(promise, answers)]
    ends = [walk(line, answers).outcome for answers in meant]

    assert ends
    assert {end.verdict for end in ends} <= {Verdict(verdict) for verdict in promise.get("always", Verdict)}
    assert not {end.verdict for end in ends} & {Verdict(verdict) for verdict in promise.get("never", [])}
    assert not {end.id for end in ends} & set(promise.get("never_outcomes", []))


def riskier(question, answer):
    """The answers one step riskier: the next option, or one more tick."""
    options = list(question.options)
    if question.many:
        return [question.answer((*answer, more)) for more in options if more not in answer]
    return [(option,) for option in options[options.index(answer[0]) + 1 :]]


def test_a_riskier_answer_never_softens_the_verdict(line):
    for answers, rule in WALKS:
        for id, answer in answers.items():
            if line.questions[id].risk:
                for worse in riskier(line.questions[id], answer):
                    at = walk(line, {**answers, id: worse})
                    if at.outcome:
                        assert SEVERITY.index(at.outcome.verdict) >= SEVERITY.index(Verdict(rule["verdict"]))


def test_the_longest_walk_with_three_ticks_a_list_fits_in_64_characters(line):
    for answers, _ in WALKS:
        ticked = {}
        for id, answer in answers.items():
            question = line.questions[id]
            ticked[id] = question.answer((*answer, *list(question.options)[-3:])[-3:]) if question.many else answer
        assert len(spell(walk(line, {**answers, **ticked}))) <= 64

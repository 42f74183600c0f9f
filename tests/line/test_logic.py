"""The LINE flow decides as its logic was verified: by every walk, by every worked case."""

import tomllib
from pathlib import Path

import pytest

from tests.line.logic import QUESTIONS, WALKS
from wizard.engine.outcome import Verdict
from wizard.engine.tokens import spell
from wizard.engine.walking import walk

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
SEVERITY = [Verdict.ACCEPT, Verdict.PROPOSE, Verdict.DECLINE]


def test_every_question_is_there_as_specified(line):
    assert list(line.questions) == list(QUESTIONS)
    for id, spec in QUESTIONS.items():
        question = line.questions[id]
        assert list(question.options) == spec["options"]
        assert question.many is (spec["kind"] == "many")
        assert question.risk is spec.get("risk", False)
        assert question.least == spec.get("least", 0 if question.many else 1)


def test_there_are_2301_walks_of_2_to_12_questions():
    assert len(WALKS) == 2301
    assert {len(answers) for answers, _ in WALKS} == set(range(2, 13))


def test_every_walk_asks_and_ends_as_specified(line):
    for answers, rule in WALKS:
        at = walk(line, answers)

        assert list(at.path) == list(answers)
        assert (at.outcome.id, at.outcome.verdict) == (rule["outcome"], rule["verdict"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["situation"][:50])
def test_a_worked_case_gets_the_verdict_of_careful_experts(line, case):
    given = {id: tuple([a] if isinstance(a, str) else a) for id, a in case["answers"].items()}

    assert walk(line, given).outcome.verdict == case["verdict"]


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


def test_the_edition_is_the_first_while_the_outcomes_are_these(line):
    """The edition rises when, and only when, some walk's outcome changes: then add one, and the new count here."""
    counts = {}
    for answers, _ in WALKS:
        outcome = walk(line, answers).outcome.id
        counts[outcome] = counts.get(outcome, 0) + 1

    assert line.edition.number == 1
    assert counts == COUNTS


COUNTS = {
    "business-chat": 72,
    "accept": 432,
    "settings-first": 504,
    "own-account": 24,
    "write-terms": 52,
    "apply-first": 16,
    "stay-on-site": 276,
    "escrow-first": 220,
    "site-refused": 132,
    "check-rule": 4,
    "no-record": 44,
    "clear-up": 280,
    "too-many-signs": 90,
    "stop": 110,
    "get-help": 45,
}

"""What the solver proves is what looking through every route shows; and of a flow too large for that it is quick."""

from time import process_time

import pytest

from tests.conftest import FLOWS, LANGUAGES
from tests.engine.proving.made import made
from tools.made_up import large, promising, subject_of
from wizard.engine import walk
from wizard.engine.proving import prove
from wizard.engine.proving.hidden import check_hidden
from wizard.engine.proving.promises import check_promises
from wizard.engine.proving.risk import check_risk
from wizard.engine.proving.solved import check_by_solving

SEEDS = range(12)


def told(checks):
    """What fails, without the walks that show it."""
    return {(check.title, finding.place) for check in checks for finding in check.findings}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_solver_finds_what_looking_through_every_way_finds(seed):
    subject = subject_of(promising(made(seed, rules=12), seed))
    looked = [*check_promises(subject), *check_hidden(subject), *check_risk(subject)]
    solved = list(check_by_solving(subject))

    assert [check.title for check in solved] == [check.title for check in looked]
    assert told(solved) == told(looked)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_walk_that_the_solver_shows_breaks_the_promise(seed):
    flow = promising(made(seed), seed)
    checks = {check.title: check for check in check_by_solving(subject_of(flow))}
    for promise in flow.promises:
        for finding in checks[f"promise {promise.id}"].findings:
            if finding.walk is not None:
                assert not promise.allows(walk(flow, finding.walk).outcome)
                assert promise.when.holds(finding.walk) is not False


def test_a_flow_of_200_questions_and_400_rules_is_proved_in_time():
    subject = subject_of(large(200))
    began = process_time()
    checks = list(check_by_solving(subject))

    assert process_time() - began < 10  # here less than 2; coverage and other work take their part
    assert len(checks) == 42
    assert told(checks)


def test_of_a_flow_too_large_it_is_said_what_is_not_known(monkeypatch):
    monkeypatch.setattr("wizard.engine.survey.MOST_ENDINGS", 3)
    proof = prove(FLOWS / "lunch", LANGUAGES)
    (finding,) = proof.findings

    assert proof.holds
    assert finding.sentence.startswith(
        "is too large to look through, so that nothing is known of texts and questions;"
    )
    assert "promise dry" in [check.title for check in proof.checks]


def test_without_a_solver_that_is_said(monkeypatch):
    monkeypatch.setattr("wizard.engine.survey.MOST_ENDINGS", 3)
    monkeypatch.setattr("wizard.engine.proving.solved.Minisat22", None)
    proof = prove(FLOWS / "lunch", LANGUAGES)
    (finding,) = proof.findings

    assert proof.holds
    assert "(python-sat would prove more)" in finding.sentence
    assert "promise dry" not in [check.title for check in proof.checks]

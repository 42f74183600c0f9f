"""Every claim of the article that the product grew from is said on some page that somebody's answers lead to."""

import tomllib
from pathlib import Path

import pytest

from tests.line.logic import WALKS
from wizard.content import flows
from wizard.engine.condition import matching
from wizard.engine.walking import walk

CLAIMS = tomllib.loads((Path(__file__).parent / "claims.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shown():
    """Every text that a walk meets, on its questions' pages and on its result."""
    flow = flows()["line"]["ja"]
    met = {section.text for section in flow.about}
    for answers, _ in WALKS:
        path = {}
        for id, answer in answers.items():
            question = flow.questions[id]
            options = question.options.values()
            words = [
                question.title,
                question.hint,
                question.why,
                *(o.label for o in options),
                *(o.hint for o in options),
            ]
            met |= {w.for_answers(path) for w in words}
            path[id] = answer
        outcome = walk(flow, answers).outcome
        met |= {outcome.title.for_answers(answers), outcome.summary.for_answers(answers)}
        for items in (outcome.steps, outcome.reasons, outcome.settings):
            met |= {item.text for item in matching(items, answers)}
        met |= {reply.text for reply in outcome.replies_for(answers)}
    return met


def test_all_33_claims_are_listed():
    assert list(CLAIMS) == [f"S{number}" for number in range(1, 34)]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_is_said_to_somebody(shown, claim):
    assert any(CLAIMS[claim] in text for text in shown)

"""An answer that a walk does not ask for has no say: a walk that looked at one would be found."""

from dataclasses import replace

import pytest

from tests.conftest import FLOWS, LANGUAGES
from wizard.engine import walk
from wizard.engine.proving import Kind, prove


def off_path():
    """What is found of answers off the path."""
    proof = prove(FLOWS / "lunch", LANGUAGES)
    (check,) = [check for check in proof.checks if check.title == "an answer off the path changes no result"]
    return check


def test_no_walk_looks_at_an_answer_that_it_does_not_ask_for():
    assert off_path().holds


LOOKS = {
    "item": lambda given: given["guests"],
    "get": lambda given: given.get("guests"),
    "in": lambda given: "guests" in given,
    "items": lambda given: dict(given.items())["guests"],
    "values": lambda given: list(given.values()),
    "spread": lambda given: {**given}["guests"],
    "keys": lambda given: "guests" in [*given],
    "length": lambda given: len(given) > 2,
    "equal": lambda given: given == {"guests": ("family",)},
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_walk_that_looked_at_one_is_found(monkeypatch, look):
    def nosy(flow, given):
        at = walk(flow, given)
        return replace(at, rule=flow.rules[-1]) if look(given) else at

    monkeypatch.setattr("wizard.engine.proving.off_path.walk", nosy)
    (finding,) = off_path().findings

    assert finding.kind is Kind.OFF_PATH
    assert "guests" in finding.sentence

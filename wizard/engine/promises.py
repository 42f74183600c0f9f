"""What a flow is held to, all of it frozen: its promises, and the worked cases."""

from __future__ import annotations

from dataclasses import dataclass

from .condition import Answers, When
from .outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Danger:
    """What must not be said or happen: how it could, whom it would harm, and what controls it.

    `held_by` are the checks that hold the control: promises by their ids, tests of the project by their places.
    """

    id: str
    text: str
    cause: str
    harm: str
    control: str
    held_by: tuple[str, ...]

    @property
    def tests(self) -> tuple[str, ...]:
        """The tests among its checks: "tests/test_urls.py::test_every_page_opens"."""
        return tuple(check for check in self.held_by if "::" in check)

    @property
    def promises(self) -> tuple[str, ...]:
        """The promises among its checks, by their ids."""
        return tuple(check for check in self.held_by if "::" not in check)


@dataclass(frozen=True, slots=True)
class Promise:
    """Which verdicts and outcomes whoever is in a situation may end in.

    `when` is spoken of the whole situation: an answer that a walk never asks counts as any answer. `allowed` are the
    verdicts left by `never` and `always`.
    """

    id: str
    when: When
    allowed: frozenset[Verdict]
    never_outcomes: frozenset[str]
    text: str
    dangers: tuple[Danger, ...]

    def allows(self, outcome: Outcome) -> bool:
        """Whether somebody of whom it speaks may end in an outcome."""
        return outcome.verdict in self.allowed and outcome.id not in self.never_outcomes


@dataclass(frozen=True, slots=True)
class Case:
    """A situation in a sentence, how whoever is in it answers, and the outcome where she must end."""

    situation: str
    answers: Answers
    outcome: str

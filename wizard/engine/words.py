"""Texts that depend on answers."""

from __future__ import annotations

from dataclasses import dataclass

from .condition import Answers, When


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say something, for the answers that it suits."""

    when: When
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A single text in its wordings, of which the last suits everybody."""

    wordings: tuple[Wording, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wordings)

    def for_answers(self, answers: Answers) -> str:
        """The first wording that suits the answers; "" for words that were left out."""
        return next((w.text for w in self.wordings if w.when.holds(answers)), "")

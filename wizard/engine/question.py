"""The nouns of a question, all of them frozen: what it asks, and the options that answer it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .condition import Answer
from .outcome import Desk
from .words import Words


@dataclass(frozen=True, slots=True)
class Group:
    """Options of a checkbox question that stand together, under a heading with an icon."""

    id: str
    title: str
    icon: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen; `unsure` marks the one that not knowing counts as."""

    id: str
    code: str
    label: Words
    hint: Words
    unsure: bool
    group: str = ""


@dataclass(frozen=True)
class Question:
    """A question with one choice or, as a checkbox question (`many`), with at least `least`.

    `risk`: its options stand from harmless to harmful, or every tick adds risk. `fixed`: nobody can change the answer.
    """

    id: str
    code: str
    many: bool
    least: int
    risk: bool
    fixed: bool
    title: Words
    hint: Words
    why: Words
    statement: Words
    options: Mapping[str, Option]
    groups: Mapping[str, Group] = field(default_factory=dict)
    desks: tuple[Desk, ...] = ()
    retired: frozenset[str] = frozenset()

    @cached_property
    def option_by_code(self) -> Mapping[str, str]:
        """The option's id for each code of a token."""
        return {option.code: option.id for option in self.options.values()}

    def answer(self, chosen: Iterable[str]) -> Answer | None:
        """The options chosen as an answer in the flow's order; None if they are not one.

        A one-choice question has exactly one option, a checkbox question at least `least`, and both none that
        the question does not offer.
        """
        wanted = set(chosen)
        if not wanted <= self.options.keys() or len(wanted) < self.least or not (self.many or len(wanted) == 1):
            return None
        return tuple(option for option in self.options if option in wanted)

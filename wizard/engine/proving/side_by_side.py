"""Two states of a flow walked side by side, by every pair of positions: which routes end where, and how many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..ahead import Position
from ..model import Flow
from ..survey import MOST_POSITIONS, MOST_QUESTIONS, start_of
from .ends import Ends, Shown
from .pairing import Pair, Pairing, TooManyError


class Trail(NamedTuple):
    """The answers from a pair of positions on, the first of them ahead."""

    question: str
    pair: Pair
    rest: Trail | None


class Found(NamedTuple):
    """How many routes end so, and of the shortest how many questions today's walk asks on it, and its answers."""

    routes: int
    length: int
    trail: Trail | None

    def with_more(self, other: Found) -> Found:
        """The routes of both."""
        shorter = min(self, other, key=lambda found: found.length)
        return Found(self.routes + other.routes, shorter.length, shorter.trail)

    def shown(self) -> Shown:
        """The same with its answers apart."""
        pairs = dict(steps(self.trail))
        before = {id: pair.before for id, pair in pairs.items() if pair.before is not None}
        return Shown(self.routes, before, {id: pair.after for id, pair in pairs.items() if pair.after is not None})


def steps(trail: Trail | None) -> Iterator[tuple[str, Pair]]:
    """The questions of a trail with the answers to each."""
    while trail:
        yield trail.question, trail.pair
        trail = trail.rest


@dataclass
class SideBySide:
    """Two states of a flow walked together, the past one in today's ids."""

    before: Flow
    after: Flow
    pairing: Pairing = field(init=False)
    found: dict[tuple[Position, Position], dict[Ends, Found]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pairing = Pairing(self.before, self.after)

    def ends(self) -> dict[Ends, Shown]:
        """All routes by their ends, each with the shortest. Raises TooManyError."""
        if len(self.before.questions.keys() | self.after.questions.keys()) > MOST_QUESTIONS:
            raise TooManyError
        found = self.below(start_of(self.before), start_of(self.after))
        return {ends: below.shown() for ends, below in found.items()}

    def below(self, old: Position, new: Position) -> dict[Ends, Found]:
        """Those from a pair of positions on."""
        if (old, new) not in self.found:
            if len(self.found) >= MOST_POSITIONS:
                raise TooManyError
            self.found[old, new] = {}  # it counts while it is looked at
            self.found[old, new] = self.beyond(old, new)
        return self.found[old, new]

    def beyond(self, old: Position, new: Position) -> dict[Ends, Found]:
        asked = new.asks
        question = asked or old.asks
        if question is None:
            return {Ends(outcome_at(self.before, old), outcome_at(self.after, new), sure=True): Found(1, 0, None)}
        found: dict[Ends, Found] = {}
        for pair in self.pairing.pairs(question):
            for ends, below in self.below(old.after(question, pair.was), new.after(question, pair.now)).items():
                key = Ends(ends.before, ends.after, ends.sure and pair.sure)
                here = Found(below.routes, below.length + bool(asked), Trail(question, pair, below.trail))
                found[key] = found[key].with_more(here) if key in found else here
        return found


def outcome_at(flow: Flow, here: Position) -> str:
    """The outcome of a position where a rule has decided."""
    return flow.rules[here.rules[0].number].outcome

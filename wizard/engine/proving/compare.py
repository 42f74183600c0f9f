"""What an edit changes by meaning: where the routes of two states of a flow end that do not end as before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..condition import Answers
from ..model import Flow
from ..outcome import Outcome
from ..walking import walk
from ..whatif import SEVERITY
from .compared_by_solving import ends_by_solving
from .ends import Ends, Shown
from .matching import in_todays_ids
from .pairing import TooManyError
from .side_by_side import SideBySide

KINDS = "softer verdicts {}, harder {}, another outcome alike {}"


@dataclass(frozen=True, slots=True)
class Move:
    """Routes that end elsewhere than before: how many, and the shortest as a walk of today.

    Where they are too many to count, `routes` is None, and the walk some walk.

    `sure`: whether both states know the answers; else whoever gave one that is gone, or gives a new one, may have
    given any other. `past` are the answers of the past that the walk does not share.
    """

    before: Outcome
    after: Outcome
    sure: bool
    routes: int | None
    walk: Answers
    past: Answers

    @property
    def is_softer(self) -> bool:
        """Whether the verdict was harder before."""
        return SEVERITY[self.after.verdict] < SEVERITY[self.before.verdict]

    @property
    def is_harder(self) -> bool:
        """Whether the verdict was softer before."""
        return SEVERITY[self.after.verdict] > SEVERITY[self.before.verdict]

    @property
    def how(self) -> str:
        """How the verdict changed, in a word or two."""
        how = "softer" if self.is_softer else "harder" if self.is_harder else "alike"
        return how if self.sure else f"perhaps {how}"

    def __str__(self) -> str:
        there, instead = f"{self.after.id} ({self.after.verdict})", f"{self.before.id} ({self.before.verdict})"
        past = f"; before: {told(self.past)}" if self.past else ""
        how, which = (self.how, "A walk") if self.routes is None else (f"{self.how}, {self.routes}", "The shortest")
        return f"{how}: {there} instead of {instead}. {which}: {told(self.walk)}{past}"


def told(answers: Answers) -> str:
    """Answers for a sentence."""
    return "; ".join(f"{id} = {' + '.join(answer) or 'none'}" for id, answer in answers.items())


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a flow: how many routes both know, and where those end that do not end as before.

    A route is here of both states: walks whose answers do the same to the rules of either. `routes` are
    those whose answers both states know, `others` those with an answer that only one of the two knows; of a question
    that only one asks, the other knows any answer. `shared` counts the questions of both.
    Where routes are too many to count, both are None.
    """

    before: Flow
    after: Flow
    shared: int
    routes: int | None
    others: int | None
    moves: tuple[Move, ...]

    @property
    def softer(self) -> tuple[Move, ...]:
        """The moves to a softer verdict."""
        return tuple(move for move in self.moves if move.is_softer)

    @property
    def harder(self) -> tuple[Move, ...]:
        """The moves to a harder verdict."""
        return tuple(move for move in self.moves if move.is_harder)

    @property
    def alike(self) -> tuple[Move, ...]:
        """The moves to another outcome with the same verdict."""
        return tuple(move for move in self.moves if not (move.is_softer or move.is_harder))

    def share(self, moves: Iterable[Move]) -> str:
        """How many of all routes some moves are, for a sentence."""
        if self.routes is None:
            return "some, too many to count"
        sure, perhaps = counted(moves)
        return f"{sure} of {self.routes}" + (f", perhaps {perhaps} of {self.others} more" if perhaps else "")

    def __str__(self) -> str:
        if not self.moves:
            return (
                f"All {self.routes + (self.others or 0)} routes end as before."
                if self.routes
                else "All routes end as before."
            )
        kinds = self.softer, self.harder, self.alike
        if self.routes is None:
            return (
                f"Routes are too many to count. Moves from one outcome to another: {KINDS.format(*map(len, kinds))}."
            )
        sure, perhaps = (KINDS.format(*routes) for routes in zip(*map(counted, kinds), strict=True))
        if not self.others:
            return f"Of {self.routes} routes: {sure}."
        return (
            f"Of {self.routes} routes: {sure}. Of {self.others} more, with an answer that one state lacks: {perhaps}."
        )


def counted(moves: Iterable[Move]) -> tuple[int, int]:
    """How many routes surely moved, and how many perhaps."""
    routes = {True: 0, False: 0}
    for move in moves:
        routes[move.sure] += move.routes or 0
    return routes[True], routes[False]


def compare(before: Flow, after: Flow) -> Comparison:
    """Give two states of a flow the same answers, all there are, and see where they end.

    Questions and options are the same if their codes are. Raises TooManyError if there are too many routes, and no
    solver to ask.
    """
    past = in_todays_ids(before, after)
    shared = len(past.questions.keys() & after.questions.keys())
    try:
        found = SideBySide(past, after).ends()
    except TooManyError:
        return Comparison(before, after, shared, None, None, moves_in(ends_by_solving(past, after), past, after))
    routes, others = (
        sum(shown.routes or 0 for ends, shown in found.items() if ends.sure is sure) for sure in (True, False)
    )
    return Comparison(before, after, shared, routes, others, moves_in(found, past, after))


def moves_in(found: Mapping[Ends, Shown], before: Flow, after: Flow) -> tuple[Move, ...]:
    """The ends that are others than before, the most telling first."""
    moves = (moved(before, after, ends, shown) for ends, shown in found.items() if ends.are_apart(before, after))
    return tuple(sorted(moves, key=most_telling))


def moved(before: Flow, after: Flow, ends: Ends, shown: Shown) -> Move:
    """Routes that end elsewhere, as a move."""
    path = walk(after, shown.after).path
    differing = {id: answer for id, answer in walk(before, shown.before).path.items() if answer != path.get(id)}
    return Move(before.outcomes[ends.before], after.outcomes[ends.after], ends.sure, shown.routes, path, differing)


def most_telling(move: Move) -> tuple[bool, bool, bool, int]:
    """Softer verdicts first, then harder ones; of these first what is sure, then the most routes."""
    return not move.is_softer, not move.is_harder, not move.sure, -(move.routes or 0)

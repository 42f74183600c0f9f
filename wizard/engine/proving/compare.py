"""What an edit changes by meaning: where the ways of two states of a flow end that do not end as before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..condition import Answers
from ..model import Flow
from ..outcome import Outcome
from ..walking import walk
from ..whatif import SEVERITY
from .matching import in_todays_ids
from .side_by_side import Ends, Found, SideBySide


@dataclass(frozen=True, slots=True)
class Move:
    """Ways that end elsewhere than before: how many, and the shortest as a walk of today.

    `sure`: whether both states know the answers; else whoever gave one that is gone, or gives a new one, may have
    given any other. `past` are the answers of the past that the walk does not share.
    """

    before: Outcome
    after: Outcome
    sure: bool
    ways: int
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
        return f"{self.how}, {self.ways}: {there} instead of {instead}. The shortest: {told(self.walk)}{past}"


def told(answers: Answers) -> str:
    """Answers for a sentence."""
    return "; ".join(f"{id} = {' + '.join(answer) or 'none'}" for id, answer in answers.items())


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a flow: how many ways both know, and where those end that do not end as before.

    A way is a class of walks: those whose answers meet the same conditions of the rules, of both states. `ways` are
    those whose answers both states know, `others` those with an answer that only one of the two knows; of a question
    that only one asks, the other knows any answer. `shared` counts the questions of both.
    """

    before: Flow
    after: Flow
    shared: int
    ways: int
    others: int
    moves: tuple[Move, ...]

    @property
    def softer(self) -> tuple[Move, ...]:
        """The moves to a softer verdict."""
        return tuple(move for move in self.moves if move.is_softer)

    @property
    def harder(self) -> tuple[Move, ...]:
        """The moves to a harder verdict."""
        return tuple(move for move in self.moves if move.is_harder)

    def share(self, moves: Iterable[Move]) -> str:
        """How many of all ways some moves are, for a sentence."""
        sure, perhaps = counted(moves)
        return f"{sure} of {self.ways}" + (f", perhaps {perhaps} of {self.others} more" if perhaps else "")

    def __str__(self) -> str:
        if not self.moves:
            return f"All {self.ways + self.others} ways end as before."
        alike = [move for move in self.moves if not (move.is_softer or move.is_harder)]
        kinds = zip(*map(counted, (self.softer, self.harder, alike)), strict=True)
        sure, perhaps = ("softer verdicts {}, harder {}, another outcome alike {}".format(*kind) for kind in kinds)
        if not self.others:
            return f"Of {self.ways} ways: {sure}."
        return f"Of {self.ways} ways: {sure}. Of {self.others} more, with an answer that one state lacks: {perhaps}."


def counted(moves: Iterable[Move]) -> tuple[int, int]:
    """How many ways surely moved, and how many perhaps."""
    ways = {True: 0, False: 0}
    for move in moves:
        ways[move.sure] += move.ways
    return ways[True], ways[False]


def compare(before: Flow, after: Flow) -> Comparison:
    """Walk two states of a flow with the same answers and see where they end.

    Questions and options are the same if their codes are. Raises TooManyError if there are too many ways.
    """
    past = in_todays_ids(before, after)
    ends = SideBySide(past, after).ends()
    moves = [moved(before, after, its, found) for its, found in ends.items() if is_move(before, after, its)]
    ways, others = (sum(found.ways for its, found in ends.items() if its.sure is sure) for sure in (True, False))
    shared = len(past.questions.keys() & after.questions.keys())
    return Comparison(before, after, shared, ways, others, tuple(sorted(moves, key=most_telling)))


def is_move(before: Flow, after: Flow, ends: Ends) -> bool:
    """Whether outcome or verdict are others than before."""
    was, now = before.outcomes[ends.before], after.outcomes[ends.after]
    return (was.id, was.verdict) != (now.id, now.verdict)


def moved(before: Flow, after: Flow, ends: Ends, found: Found) -> Move:
    """Ways that end elsewhere, as a move."""
    past, answers = found.answers()
    path = walk(after, answers).path
    differing = {id: answer for id, answer in past.items() if answer != path.get(id)}
    return Move(before.outcomes[ends.before], after.outcomes[ends.after], ends.sure, found.ways, path, differing)


def most_telling(move: Move) -> tuple[bool, bool, bool, int]:
    """Softer verdicts first, then harder ones; of these first what is sure, then the most ways."""
    return not move.is_softer, not move.is_harder, not move.sure, -move.ways

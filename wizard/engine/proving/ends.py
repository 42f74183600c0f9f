"""Where routes end in two states of a flow, with answers that show it."""

from __future__ import annotations

from typing import NamedTuple

from ..condition import Answers
from ..model import Flow


class Ends(NamedTuple):
    """The outcomes in which a route ends in the past and today; `sure` if each pair of its answers is."""

    before: str
    after: str
    sure: bool

    def are_apart(self, before: Flow, after: Flow) -> bool:
        """Whether outcome or verdict are others than before."""
        was, now = before.outcomes[self.before], after.outcomes[self.after]
        return (was.id, was.verdict) != (now.id, now.verdict)


class Shown(NamedTuple):
    """How many routes end so, None if they are too many to count, and the answers of one of them, in both states."""

    routes: int | None
    before: Answers
    after: Answers

"""Two people whose answers are the same but for one: whether they may end differently."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ..ahead import Effect, Position

# The answers that both give alike, as effects, on the way to where they differ.
Shared = dict[str, Effect]


@dataclass
class Pairs:
    """Walks two positions on together; `differ` says of two rules whether ending in these is a difference."""

    effects: Mapping[str, Sequence[Effect]]
    differ: Callable[[int, int], bool]
    found: dict[tuple[Position, Position], Shared | None] = field(default_factory=dict)

    def differing(self, one: Position, other: Position) -> Shared | None:
        """The fewest further answers after which the two end differently; None if they never do."""
        if one == other or not self.may_differ(one, other):
            return None
        if (one, other) not in self.found:
            self.found[one, other] = self.beyond(one, other)
        return self.found[one, other]

    def may_differ(self, one: Position, other: Position) -> bool:
        """Whether any rule that is open to the one differs from any that is open to the other."""
        return any(self.differ(first.number, second.number) for first in one.rules for second in other.rules)

    def beyond(self, one: Position, other: Position) -> Shared | None:
        question = next(iter((*one.rules[0].lacking, *other.rules[0].lacking)), None)
        if question is None:
            return {}  # both have ended, and `may_differ` has compared these two rules alone
        best: Shared | None = None
        for effect in self.effects[question]:
            below = self.differing(one.after(question, effect), other.after(question, effect))
            if below is not None and (best is None or len(below) + 1 < len(best)):
                best = {question: effect, **below}
        return best

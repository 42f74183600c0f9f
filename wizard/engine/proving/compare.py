"""What an edit changes by meaning: two states of a flow walked side by side, over all answers that both know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..ahead import Effect, Position
from ..condition import Answer, Answers
from ..model import Flow, Question
from ..outcome import Outcome
from ..survey import effect, some_answers, start_of
from ..walking import walk
from ..whatif import SEVERITY


@dataclass(frozen=True, slots=True)
class Move:
    """Ways that end elsewhere than before: how many, and the shortest as a walk of today."""

    before: Outcome
    after: Outcome
    ways: int
    walk: Answers

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
        return "softer" if self.is_softer else "harder" if self.is_harder else "alike"

    def __str__(self) -> str:
        there, instead = f"{self.after.id} ({self.after.verdict})", f"{self.before.id} ({self.before.verdict})"
        answers = "; ".join(f"{id} = {' + '.join(answer) or 'none'}" for id, answer in self.walk.items())
        return f"{self.how}, {self.ways}: {there} instead of {instead}. The shortest: {answers}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a flow: how many ways both know, and where those end that do not end as before."""

    before: Flow
    after: Flow
    ways: int
    moves: tuple[Move, ...]

    @property
    def softer(self) -> int:
        """How many ways end with a softer verdict."""
        return sum(move.ways for move in self.moves if move.is_softer)

    @property
    def harder(self) -> int:
        """How many ways end with a harder verdict."""
        return sum(move.ways for move in self.moves if move.is_harder)

    @property
    def elsewhere(self) -> int:
        """How many ways end in another outcome with the same verdict."""
        return sum(move.ways for move in self.moves) - self.softer - self.harder

    def __str__(self) -> str:
        if not self.moves:
            return f"All {self.ways} ways end as before."
        counts = f"softer verdicts {self.softer}, harder {self.harder}, another outcome alike {self.elsewhere}"
        return f"Of {self.ways} ways: {counts}."


def compare(before: Flow, after: Flow) -> Comparison:
    """Walk two states of a flow with the same answers, those that both know, and see where they end."""
    both = SideBySide(before, after)
    ways = 0
    moves: dict[tuple[str, str], Move] = {}
    for old, new, answers in both.ends():
        ways += 1
        if old.id != new.id or old.verdict != new.verdict:
            here = Move(old, new, 1, walk(after, answers).path)
            seen = moves.get((old.id, new.id), replace(here, ways=0))
            shorter = min(seen.walk, here.walk, key=len)
            moves[old.id, new.id] = replace(seen, ways=seen.ways + 1, walk=shorter)
    told = sorted(moves.values(), key=lambda move: (not move.is_softer, not move.is_harder, -move.ways))
    return Comparison(before, after, ways, tuple(told))


@dataclass
class SideBySide:
    """Two states of a flow walked together."""

    before: Flow
    after: Flow
    answers: dict[str, dict[tuple[Effect, Effect], Answer]] = field(default_factory=dict)

    def ends(self) -> Iterator[tuple[Outcome, Outcome, Answers]]:
        """Where each way ends before and after, and the answers that lead there."""
        yield from self.below(start_of(self.before), start_of(self.after), {})

    def below(self, old: Position, new: Position, given: Answers) -> Iterator[tuple[Outcome, Outcome, Answers]]:
        question = new.asks or old.asks
        if question is None:
            yield outcome(self.before, old), outcome(self.after, new), given
            return
        for (was, now), answer in self.answers_to(question).items():
            yield from self.below(old.after(question, was), new.after(question, now), {**given, question: answer})

    def answers_to(self, question: str) -> dict[tuple[Effect, Effect], Answer]:
        """The answers that both know, one for each pair of effects."""
        if question not in self.answers:
            found: dict[tuple[Effect, Effect], Answer] = {}
            for answer in common_answers(self.before, self.after, question):
                pair = effect(self.before, question, answer), effect(self.after, question, answer)
                found.setdefault(pair, answer)
            self.answers[question] = found
        return self.answers[question]


def outcome(flow: Flow, here: Position) -> Outcome:
    """The outcome of a position where a rule has decided."""
    return flow.outcomes[flow.rules[here.rules[0].number].outcome]


def common_answers(before: Flow, after: Flow, id: str) -> list[Answer]:
    """Answers to a question, as far as rules tell them apart; to a question of both states those that both know."""
    asked = [flow.questions[id] for flow in (before, after) if id in flow.questions]
    known = set[str].intersection(*(set(question.options) for question in asked))
    question: Question = replace(asked[-1], options={o: v for o, v in asked[-1].options.items() if o in known})
    conditions = [condition for flow in (before, after) for _, condition in flow.conditions_on(id)]
    found = some_answers(question, conditions)
    return [answer for answer in found if all(each.answer(answer) is not None for each in asked)]

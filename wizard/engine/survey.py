"""The survey: what is ahead in every position of a flow, found before anybody walks it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from .ahead import Ahead, Effect, Ending, Position, Survey
from .condition import Answer, Answers, Condition
from .model import Flow
from .question import Question

# What a survey may cost, so that no flow keeps the site from starting: positions looked at, answers weighed for one
# checkbox question, and questions in a row, for each is a call within a call.
MOST_POSITIONS = 20_000
MOST_ANSWERS = 4_000
MOST_QUESTIONS = 300
# Up to so many routes through the rules are kept one by one; what-ifs look through all of them.
MOST_ENDINGS = 5_000


@dataclass
class Surveyor:
    """Looks at every position of a flow once, as far as the budget lets it."""

    flow: Flow
    ahead: dict[Position, Ahead] = field(default_factory=dict)
    reached: set[int] = field(default_factory=set)
    answers: dict[str, dict[Effect, Answer]] = field(default_factory=dict)
    looked_at: int = 0
    is_whole: bool = True

    def explore(self, here: Position) -> Ahead | None:
        """What is ahead of a position, noted on the way for every position below it; None past the budget."""
        if here in self.ahead:
            return self.ahead[here]
        self.looked_at += 1
        if self.looked_at > MOST_POSITIONS:
            self.is_whole = False
            return None
        found = self.beyond(here, here.asks) if here.asks else self.at_end(here)
        if found:
            self.ahead[here] = found
        return found

    def at_end(self, here: Position) -> Ahead:
        """Nothing but the verdict of the rule that has decided."""
        rule = here.rules[0].number
        self.reached.add(rule)
        return Ahead(0, 0, frozenset({self.flow.verdict_of(rule)}), 1)

    def beyond(self, here: Position, question: str) -> Ahead | None:
        """What is ahead of a question: one more than what is ahead of its answers."""
        below = list(map(self.explore, (here.after(question, effect) for effect in self.effects_of(question))))
        known = [ahead for ahead in below if ahead]
        if not known or len(known) < len(below):
            return None
        return Ahead(
            least=1 + min(ahead.least for ahead in known),
            most=1 + max(ahead.most for ahead in known),
            verdicts=frozenset().union(*(ahead.verdicts for ahead in known)),
            routes=sum(ahead.routes for ahead in known),
        )

    def effects_of(self, question: str) -> Collection[Effect]:
        """The effects that a question's answers can have; none if they are too many to tell."""
        if question not in self.answers:
            self.answers[question] = answer_by_effect(self.flow, self.flow.questions[question])
            self.is_whole &= bool(self.answers[question])
        return self.answers[question].keys()

    def endings(self) -> Iterator[Ending]:
        """The ending of each route through the rules, once."""
        yield from self.endings_below(start_of(self.flow), {})

    def endings_below(self, here: Position, effects: dict[str, Effect]) -> Iterator[Ending]:
        question = here.asks
        if question is None:
            rule = here.rules[0].number
            yield Ending(effects, rule, self.flow.verdict_of(rule))
            return
        for effect in self.effects_of(question):
            yield from self.endings_below(here.after(question, effect), {**effects, question: effect})


def survey(flow: Flow) -> Survey:
    """Walk every position of a flow once, within the budget. The positions are few where the walks are many."""
    if len(flow.questions) > MOST_QUESTIONS:
        return Survey()
    found = Surveyor(flow)
    start = found.explore(start_of(flow))
    endings = tuple(found.endings()) if start and start.routes <= MOST_ENDINGS else ()
    answers = {id: tuple(by_effect.values()) for id, by_effect in found.answers.items()}
    return Survey(found.ahead, endings, answers, frozenset(found.reached), found.is_whole)


def start_of(flow: Flow) -> Position:
    """The position before the first answer."""
    return flow.first_position


def ahead_of(flow: Flow, path: Answers) -> Ahead | None:
    """What may still come after a path; None where the flow is too large to tell."""
    return flow.ahead_after(tuple(effects(flow, path).items()))


def effects(flow: Flow, answers: Answers) -> dict[str, Effect]:
    """The effect of each answer on the rules."""
    return {id: flow.effect(id, answer) for id, answer in answers.items()}


def effect(flow: Flow, question: str, answer: Answer) -> Effect:
    """The rules whose condition on a question its answer meets."""
    return flow.effect(question, answer)


def answer_by_effect(flow: Flow, question: Question) -> dict[Effect, Answer]:
    """An answer for each effect that the question's can have; none if there are too many answers to weigh."""
    found: dict[Effect, Answer] = {}
    for answer in some_answers(question, [condition for _, condition in flow.conditions_on(question.id)]):
        found.setdefault(flow.effect(question.id, answer), answer)
    return found


def some_answers(question: Question, conditions: list[Condition]) -> list[Answer]:
    """Answers enough for every effect. Of ticks only their number in each condition matters, up to what it wants."""
    if not question.many:
        return [(option,) for option in question.options]
    enough = Condition(question.id, frozenset(question.options), question.least)
    counted = list(dict.fromkeys([enough, *conditions]))
    found: dict[tuple[int, ...], Answer] = {(0,) * len(counted): ()}
    for option in question.options:
        for counts, chosen in list(found.items()):
            grown = tuple(min(c.at_least, n + (option in c.options)) for c, n in zip(counted, counts, strict=True))
            found.setdefault(grown, (*chosen, option))
        if len(found) > MOST_ANSWERS:
            return []
    return [chosen for chosen in found.values() if question.answer(chosen) is not None]

"""A flow's rules as clauses for a SAT solver: one variable for every option of every question, chosen or not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ..condition import Answers, Condition, When
from ..model import Flow
from ..question import Question

Literal = int
# The variable of each option, by question and option.
Chosen = Mapping[tuple[str, str], Literal]


class Formula:
    """Whatever somebody answers to every question, and which rule decides: the first whose condition holds.

    That is where her walk ends, whatever it asks, for a rule that the walk leaves behind is false. Clauses are lists
    of literals, of which one at least is true; a negative literal is the opposite of its variable.
    """

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.clauses: list[list[Literal]] = []
        self.variables = 0
        self.true = self.variable()
        self.clauses.append([self.true])
        self.chosen: dict[tuple[str, str], Literal] = {}
        for question in flow.questions.values():
            self.chosen |= self.answer(question)
        self.known: dict[Condition, Literal] = {}
        self.whens = [self.when(rule.when) for rule in flow.rules]
        self.decides = self.first(self.whens)

    def variable(self) -> Literal:
        """A new variable."""
        self.variables += 1
        return self.variables

    def some(self, literals: Iterable[Literal]) -> Literal:
        """A literal that is true where any of these is."""
        found = list(literals)
        if len(found) == 1:
            return found[0]
        some = self.variable()
        self.clauses.append([-some, *found])
        self.clauses += [[some, -literal] for literal in found]
        return some

    def all(self, literals: Iterable[Literal]) -> Literal:
        """A literal that is true where all of these are."""
        return -self.some(-literal for literal in literals)

    def at_least(self, count: int, literals: Sequence[Literal]) -> Literal:
        """A literal that is true where so many of these are, counted one after the other."""
        # counted[n]: whether more than n of those so far are true.
        counted: list[Literal] = [-self.true] * count
        for literal in literals:
            before = [self.true, *counted]
            counted = [
                self.some([before[n + 1], self.all([before[n], literal])]) if n else self.some([before[1], literal])
                for n in range(count)
            ]
        return counted[-1] if count else self.true

    def answer(self, question: Question) -> dict[tuple[str, str], Literal]:
        """Variables for an answer to a question: exactly one option, or ticks enough."""
        chosen = {(question.id, option): self.variable() for option in question.options}
        literals = list(chosen.values())
        self.clauses.append([self.at_least(question.least if question.many else 1, literals)])
        if not question.many:
            pairs = ((one, other) for n, one in enumerate(literals) for other in literals[n + 1 :])
            self.clauses += [[-one, -other] for one, other in pairs]
        return chosen

    def when(self, when: When) -> Literal:
        """A literal that is true where a condition holds."""
        return self.all([self.true, *(self.condition(condition) for condition in when.conditions)])

    def condition(self, condition: Condition) -> Literal:
        """A literal for one question's part of a condition, the same each time."""
        if condition not in self.known:
            self.known[condition] = self.meets(condition, self.chosen)
        return self.known[condition]

    def meets(self, condition: Condition, chosen: Chosen) -> Literal:
        """Whether chosen options meet a condition; one without options wants none."""
        if not condition.options:
            options = self.flow.questions[condition.question].options
            return -self.some(chosen[condition.question, option] for option in options)
        literals = [chosen[condition.question, option] for option in sorted(condition.options)]
        return self.some(literals) if condition.at_least == 1 else self.at_least(condition.at_least, literals)

    def first(self, whens: Sequence[Literal]) -> list[Literal]:
        """For each of the rules whether it is the first to hold."""
        still, found = self.true, []
        for when in whens:
            found.append(self.all([still, when]))
            still = self.all([still, -when])
        return found

    def raised(self, question: Question) -> tuple[Chosen, list[Literal]]:
        """A second answer to one question, a step riskier than the first, and which rule decides with it.

        Of checkbox answers any with more ticks: what rises over several ticks rises at one of them.
        """
        higher = self.answer(question)
        low, high = ([chosen[question.id, id] for id in question.options] for chosen in (self.chosen, higher))
        if question.many:
            self.clauses += [[-one, other] for one, other in zip(low, high, strict=True)]
        else:
            self.clauses += [[-one, other] for one, other in zip(low, high[1:], strict=False)]
            self.clauses.append([-low[-1]])
        chosen = {**self.chosen, **higher}
        whens = list(self.whens)
        for number in {number for number, _ in self.flow.conditions_on(question.id)}:
            conditions = self.flow.rules[number].when.conditions
            whens[number] = self.all(
                self.meets(c, chosen) if c.question == question.id else self.condition(c) for c in conditions
            )
        return chosen, self.first(whens)

    def answers(self, model: Collection[Literal], chosen: Chosen) -> Answers:
        """The answers of a solution."""
        true = {literal for literal in model if literal > 0}
        return {
            id: tuple(option for option in question.options if chosen[id, option] in true)
            for id, question in self.flow.questions.items()
        }

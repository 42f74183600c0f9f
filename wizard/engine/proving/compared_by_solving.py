"""What a SAT solver finds moved between two states too large to walk side by side.

Exact as well; but it counts no routes, and the walk that it shows is some walk, and not always the shortest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from ..condition import Answers
from ..model import Flow
from ..question import Question
from .ends import Ends, Shown
from .formula import Formula, Literal
from .matching import with_ids
from .pairing import TooManyError
from .solved import Solver, can_solve, solver_of

# How often a solver may be wrong before one question to it is given up; a flow of 200 questions and 400 rules takes
# some hundred.
MOST_CONFLICTS = 20_000


class Both(Formula):
    """What one person answers to both states, and which rule of each decides; see `pairing` for what may go together.

    Questions that are not alike in both have variables for each state: that of the past under another id.
    """

    def __init__(self, before: Flow, after: Flow) -> None:
        both = [id for id in before.questions if id in after.questions]
        unlike = [id for id in both if not are_alike(before.questions[id], after.questions[id])]
        ids = {
            id: (past_id(id) if id in unlike else id, {o: o for o in q.options}) for id, q in before.questions.items()
        }
        past = with_ids(before, ids)
        super().__init__(replace(after, questions={**past.questions, **after.questions}))
        self.sure = self.all(
            [self.true, *(self.paired(past.questions[past_id(id)], after.questions[id]) for id in unlike)]
        )
        self.has_free = bool(unlike)
        self.ends_before = self.ends(before, self.first([self.when(rule.when) for rule in past.rules]))
        self.ends_after = self.ends(after, self.decides)

    def ends(self, flow: Flow, decides: list[Literal]) -> dict[str, Literal]:
        """For each outcome that a rule leads to whether one of these decides."""
        rules: dict[str, list[Literal]] = {}
        for rule, literal in zip(flow.rules, decides, strict=True):
            rules.setdefault(rule.outcome, []).append(literal)
        return {outcome: self.some(literals) for outcome, literals in rules.items()}

    def ends_apart(self, before: Flow, after: Flow) -> Iterator[Ends]:
        """Every two outcomes that would be a move, first with answers that follow from each other."""
        for sure in (True, False) if self.has_free else (True,):
            for was, now in product(self.ends_before, self.ends_after):
                if (ends := Ends(was, now, sure)).are_apart(before, after):
                    yield ends

    def wanted(self, ends: Ends) -> list[Literal]:
        """What is true where somebody ends so."""
        return [self.ends_before[ends.before], self.ends_after[ends.after], self.sure if ends.sure else -self.sure]

    def paired(self, past: Question, now: Question) -> Literal:
        """Lets only those answers go together that one person may give; true where the one follows from the other."""
        common = [option for option in now.options if option in past.options]
        was, here = ([self.chosen[question.id, option] for option in common] for question in (past, now))
        alike = self.all([self.true, *(self.equal(*pair) for pair in zip(was, here, strict=True))])
        fits = self.all([self.is_answer(now, was), self.is_answer(past, here)])
        self.clauses.append([alike, -fits])
        return self.all([alike, fits])

    def equal(self, one: Literal, other: Literal) -> Literal:
        """Whether both are true, or neither."""
        return self.all([self.some([-one, other]), self.some([one, -other])])

    def is_answer(self, question: Question, chosen: list[Literal]) -> Literal:
        """Whether these options, and no others, are an answer."""
        if question.many:
            return self.at_least(question.least, chosen)
        return self.all([self.at_least(1, chosen), -self.at_least(2, chosen)])


def past_id(id: str) -> str:
    """Another id for a question of the past."""
    return f"{id} (before)"


def are_alike(past: Question, now: Question) -> bool:
    """Whether both take the same answers."""
    return (past.options.keys(), past.many, past.least) == (now.options.keys(), now.many, now.least)


def ends_by_solving(before: Flow, after: Flow) -> dict[Ends, Shown]:
    """Every two outcomes, others than before, in which somebody ends.

    Raises TooManyError where there is no solver, or where it takes too long.
    """
    if not can_solve():
        raise TooManyError
    both, found = Both(before, after), {}
    with solver_of(both) as solver:
        for ends in both.ends_apart(before, after):
            if is_possible(solver, both.wanted(ends)):
                answers = both.answers(solver.get_model(), both.chosen)
                found[ends] = Shown(None, *apart(before, after, answers))
    return found


def is_possible(solver: Solver, wanted: Iterable[Literal]) -> bool:
    """Whether all this may be true together. Raises TooManyError if that takes too long to find out."""
    solver.conf_budget(MOST_CONFLICTS)
    found = solver.solve_limited(assumptions=list(wanted))
    if found is None:
        raise TooManyError
    return bool(found)


def apart(before: Flow, after: Flow, answers: Answers) -> tuple[Answers, Answers]:
    """The answers of the past, and those of today."""
    past = {id: answers[past_id(id) if past_id(id) in answers else id] for id in before.questions}
    return past, {id: answers[id] for id in after.questions}

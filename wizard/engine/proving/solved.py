"""What a SAT solver proves of a flow too large to look through: promises, hidden rules, and risk.

Exact as well; but the walk that it shows is some walk, and not always the shortest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..condition import Answers
from ..outcome import Outcome
from ..question import Question
from ..walking import walk
from .check import Check, one_check
from .finding import Finding
from .formula import Formula, Literal
from .hidden import never_decides
from .promises import broken_by, speaks_of_nobody
from .risk import severity, softens
from .subject import Subject

try:  # the tests bring it; whoever serves the site needs none
    from pysat.solvers import Minisat22
except ImportError:
    Minisat22 = None

Solver = Any


def can_solve() -> bool:
    """Whether there is a solver here."""
    return Minisat22 is not None


def solver_of(formula: Formula) -> Solver:
    """A solver of the formula, which its user closes."""
    return Minisat22(bootstrap_with=formula.clauses)


def check_by_solving(subject: Subject) -> Iterator[Check]:
    """The checks of promises, rules and risk."""
    formula = Formula(subject.flow)
    yield from check_promises(subject, formula)
    with solver_of(formula) as solver:
        yield from one_check("every rule decides on some walk", hidden_rules(subject, formula, solver))
    yield from one_check("raising a risk answer never softens a verdict", softened(subject, formula))


def check_promises(subject: Subject, formula: Formula) -> Iterator[Check]:
    """Each promise by its id."""
    promises = subject.flow.promises
    speaks = [formula.when(promise.when) for promise in promises]
    ends = [[n for n, outcome in enumerate(outcomes(subject)) if not promise.allows(outcome)] for promise in promises]
    against = [formula.some([-formula.true, *(formula.decides[n] for n in rules)]) for rules in ends]
    with solver_of(formula) as solver:
        for promise, table, spoken, bad in zip(promises, subject.listed("promise"), speaks, against, strict=True):
            found: tuple[Finding, ...] = ()
            if solver.solve([spoken, bad]):
                answers = walked(subject, formula.answers(solver.get_model(), formula.chosen))
                found = (broken_by(subject.flow, promise, table, answers),)
            elif not solver.solve([spoken]):
                found = (speaks_of_nobody(promise, table),)
            yield Check(f"promise {promise.id}", found)


def outcomes(subject: Subject) -> list[Outcome]:
    """The outcome of every rule."""
    return [subject.flow.outcomes[rule.outcome] for rule in subject.flow.rules]


def hidden_rules(subject: Subject, formula: Formula, solver: Solver) -> Iterator[Finding]:
    """A rule that is never the first to hold, with those before it that hide it, of which none can be spared."""
    for number, table in enumerate(subject.listed("rule")):
        if not solver.solve([formula.decides[number]]):
            yield never_decides(table, hiding(formula, solver, number))


def hiding(formula: Formula, solver: Solver, number: int) -> list[int]:
    """The solver names some that hide a rule; of these each is tried without."""
    rule_of = {-when: rule for rule, when in enumerate(formula.whens[:number])}
    solver.solve([formula.whens[number], *rule_of])
    needed: list[Literal] = [literal for literal in solver.get_core() or () if literal in rule_of]
    for literal in list(needed):
        rest = [other for other in needed if other != literal]
        if not solver.solve([formula.whens[number], *rest]):
            needed = rest
    return sorted(rule_of[literal] for literal in needed)


def softened(subject: Subject, formula: Formula) -> Iterator[Finding]:
    """Of each risk question a walk that ends softer for a riskier answer."""
    for question in subject.flow.questions.values():
        if question.risk and (walks := softer_walks(subject, formula, question)):
            yield softens(subject, question, *walks)


def softer_walks(subject: Subject, formula: Formula, question: Question) -> tuple[Answers, Answers] | None:
    """Two walks that are the same but for a riskier answer, of which that one ends softer."""
    clauses, variables, known = len(formula.clauses), formula.variables, dict(formula.known)
    chosen, decides = formula.raised(question)
    hard = [severity(subject.flow, rule) for rule in range(len(subject.flow.rules))]
    steps = [(at_least(formula, hard, step), below(formula, decides, hard, step)) for step in sorted({*hard})[1:]]
    try:
        with solver_of(formula) as solver:
            for higher, lower in steps:
                if solver.solve([higher, lower]):
                    model = solver.get_model()
                    low, high = formula.answers(model, formula.chosen), formula.answers(model, chosen)
                    return walked(subject, low), walked(subject, high)
        return None
    finally:  # each question's second answer is its own
        del formula.clauses[clauses:]
        formula.variables, formula.known = variables, known


def at_least(formula: Formula, hard: list[int], step: int) -> Literal:
    """Whether a rule decides that is so hard, or harder."""
    return formula.some(decides for decides, severity in zip(formula.decides, hard, strict=True) if severity >= step)


def below(formula: Formula, decides: list[Literal], hard: list[int], step: int) -> Literal:
    """Whether a softer one does."""
    return formula.some(decide for decide, severity in zip(decides, hard, strict=True) if severity < step)


def walked(subject: Subject, answers: Answers) -> Answers:
    """The answers that a walk asks for."""
    return walk(subject.flow, answers).path

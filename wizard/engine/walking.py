"""Walking a flow: the rules, tried in order, say what is asked next and where it ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .condition import Answer, Answers
from .model import Flow, Rule
from .outcome import Outcome
from .question import Question


@dataclass(frozen=True, slots=True)
class Walk:
    """A flow walked with some answers: the path so far, and the question or the rule where it stands."""

    flow: Flow
    given: Answers
    path: Answers
    question: Question | None = None
    rule: Rule | None = None

    @property
    def outcome(self) -> Outcome | None:
        """The outcome, once a rule has decided."""
        return self.flow.outcomes[self.rule.outcome] if self.rule else None

    @property
    def off_path(self) -> Answers:
        """Answers that the walk does not ask for: they do not count, unless the path comes back to them."""
        rest = self.given.keys() - self.path.keys()
        return {id: self.given[id] for id in self.flow.questions if id in rest} if rest else {}

    def alone(self) -> Walk:
        """The same walk without the answers that do not count."""
        return Walk(self.flow, self.path, self.path, self.question, self.rule)

    def with_answer(self, question: str, chosen: Iterable[str]) -> Walk:
        """The walk with one answer given or changed.

        Raises ValueError if `chosen` is no answer to the question.
        """
        answer: Answer | None = self.flow.questions[question].answer(chosen)
        if answer is None:
            raise ValueError(f"{tuple(chosen)} is no answer to {question}")
        return walk(self.flow, {**self.given, question: answer})

    def before(self, question: str) -> Answers:
        """The part of the path that led to a question; all of it for the question that is still to be answered."""
        ids = list(self.path)
        return {id: self.path[id] for id in (ids[: ids.index(question)] if question in ids else ids)}


def walk(flow: Flow, given: Answers) -> Walk:
    """Walk a flow with the answers given, as far as they lead.

    Rules are tried in order. The first that is not false decides: if true, the walk ends in its outcome; if not
    known yet, the walk asks the first question that the rule still needs. An answer that is not asked for on the way
    has no say. Each rule is left for good once it is false, so the cost grows no faster than the number of rules.
    """
    path: dict[str, Answer] = {}
    for question in flow.start:
        if question not in given:
            return Walk(flow, given, path, flow.questions[question])
        path[question] = given[question]
    for rule in flow.rules:
        if rule.when.holds(path) is False:
            continue
        while asked := rule.asks(path):
            if asked not in given:
                return Walk(flow, given, path, flow.questions[asked])
            path[asked] = given[asked]
        if rule.when.holds(path):
            return Walk(flow, given, path, rule=rule)
    raise AssertionError("a flow's last rule always matches: reading a flow makes sure of it")

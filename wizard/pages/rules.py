"""How a flow decides: its rules in plain words, in the order in which they are tried; of a walk, which one decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from wizard import addresses
from wizard.engine import Flow, Rule, count_walks, desks, uses

from .clauses import Clause, clauses, follows
from .result import ResultPage
from .rule_rows import DangerRow, OutcomeRow, Place, QuestionRow, RuleRow, SourceRow


@dataclass(frozen=True)
class RulesPage:
    """The rules of a flow; `result` is that of the walk to be marked in them."""

    flow: Flow
    result: ResultPage | None = None

    @cached_property
    def address(self) -> str:
        return self.result.rules if self.result else addresses.of_rules(self.flow.id)

    @property
    def json_address(self) -> str:
        return addresses.of_flow_json(self.flow.id)

    @property
    def map_address(self) -> str:
        """Where its drawing is, which depends on the rule alone and on nobody's answers."""
        return addresses.of_map(self.flow.id, self.decided)

    @property
    def start(self) -> str:
        return addresses.of_start(self.flow.id)

    @cached_property
    def walks(self) -> int:
        """How many ways of answering there are, over which the promises are proven."""
        return count_walks(self.flow)

    @cached_property
    def decided(self) -> int:
        """The number of the rule that decided the walk; 0 without one."""
        rule = self.result.at.rule if self.result else None
        return next((number for number, other in enumerate(self.flow.rules, start=1) if other is rule), 0)

    @cached_property
    def rules(self) -> list[RuleRow]:
        return [self.rule(number, rule) for number, rule in enumerate(self.flow.rules, start=1)]

    def rule(self, number: int, rule: Rule) -> RuleRow:
        outcome = self.flow.outcomes[rule.outcome]
        return RuleRow(
            number=number,
            heading=rule.heading,
            why=rule.why,
            clauses=clauses(self.flow, rule.when),
            outcome=outcome,
            reasons=tuple(reason for reason in outcome.reasons if follows(reason.when, rule.when)),
            then_asks=tuple((id, self.flow.questions[id].statement.for_answers({})) for id in rule.then_ask),
            decided=number == self.decided,
        )

    @property
    def answers(self) -> list[Clause]:
        """The answers of the walk that is marked."""
        rows = self.result.rows if self.result else []
        return [Clause(row.id, row.statement, row.labels or (_("None of these apply"),)) for row in rows]

    @property
    def parts(self) -> list[tuple[str, list[RuleRow]]]:
        """The rules by what they are about."""
        headings: list[str] = []
        for row in self.rules:
            headings.append(row.heading or (headings[-1] if headings else ""))
        pairs = zip(headings, self.rules, strict=True)
        return [(heading, [row for _, row in rows]) for heading, rows in groupby(pairs, key=lambda pair: pair[0])]

    @property
    def questions(self) -> Iterator[QuestionRow]:
        for id, question in self.flow.questions.items():
            numbers = {number + 1: None for number, _ in self.flow.conditions_on(id)}
            yield QuestionRow(question, tuple(numbers))

    @property
    def outcomes(self) -> Iterator[OutcomeRow]:
        for id, outcome in self.flow.outcomes.items():
            numbers = tuple(row.number for row in self.rules if row.outcome is outcome)
            yield OutcomeRow(outcome, addresses.of_outcome(self.flow.id, id), numbers)

    @property
    def dangers(self) -> Iterator[DangerRow]:
        for danger in self.flow.dangers.values():
            yield DangerRow(danger, tuple(promise for promise in self.flow.promises if danger in promise.dangers))

    @property
    def sources(self) -> Iterator[SourceRow]:
        """Every source of the flow, with each place that cites it once."""
        for id, keys in uses(self.flow).items():
            yield SourceRow(self.flow.sources[id], tuple(dict.fromkeys(map(self.place, keys))))

    def place(self, key: str) -> Place:
        """What a key of the flow's files is called on its pages."""
        table, id, *_below = key.split(".")
        if table == "outcome":
            return Place(self.flow.outcomes[id].title.for_answers({}), f"#outcome-{id}")
        if table == "desk":
            return Place(desks(self.flow)[id].name)
        return Place(_("The ways compared"), addresses.of_ways(self.flow))

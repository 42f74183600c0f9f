"""Every single edit of a flow's rules that an author might make by mistake, and what notices it.

`python -m tests.line.edits` prints the figures of the LINE flow.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from wizard.engine import Answers, Condition, Flow, Outcome, Promise, Rule, When, walk
from wizard.engine.ahead import OpenRule, Position, up_to_true
from wizard.engine.proving import compare
from wizard.engine.proving.pairs import Pairs
from wizard.engine.proving.promises import whom_it_speaks_of
from wizard.engine.proving.space import Space
from wizard.engine.proving.subject import Subject
from wizard.engine.survey import answer_by_effect, survey

Rules = tuple[Rule, ...]


def edits(flow: Flow) -> Iterator[tuple[str, Flow]]:
    """The flow with its rules edited in one place, with the kind of edit. The last rule always matches, and stays."""
    *rules, last = flow.rules
    for kind, edited in edits_of(flow, rules):
        yield kind, replace(flow, rules=(*edited, last))
    for outcome in flow.outcomes:
        if outcome != last.outcome:
            yield "another outcome", replace(flow, rules=(*rules, replace(last, outcome=outcome)))


def edits_of(flow: Flow, rules: Sequence[Rule]) -> Iterator[tuple[str, Sequence[Rule]]]:
    for number, rule in enumerate(rules):
        others = [*rules[:number], *rules[number + 1 :]]
        yield "drop", others
        for place in range(len(rules)):
            if abs(place - number) > 1:  # to the next place it is a swap
                yield "move", [*others[:place], rule, *others[place:]]
        for kind, edited in edits_of_rule(flow, rule):
            yield kind, [*rules[:number], edited, *rules[number + 1 :]]
    for one, other in combinations(range(len(rules)), 2):
        swapped = list(rules)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        yield "swap", swapped


def edits_of_rule(flow: Flow, rule: Rule) -> Iterator[tuple[str, Rule]]:
    for outcome in flow.outcomes:
        if outcome != rule.outcome:
            yield "another outcome", replace(rule, outcome=outcome)
    for number, condition in enumerate(rule.when.conditions):
        conditions = list(rule.when.conditions)
        if len(conditions) > 1:
            yield "lose a condition", with_conditions(rule, [*conditions[:number], *conditions[number + 1 :]])
        for kind, edited in edits_of_condition(flow, condition):
            yield kind, with_conditions(rule, [*conditions[:number], edited, *conditions[number + 1 :]])


def edits_of_condition(flow: Flow, condition: Condition) -> Iterator[tuple[str, Condition]]:
    """A number that is one too high or too low; of a list of options, one less."""
    question = flow.questions[condition.question]
    is_count = question.many and len(condition.options) == len(question.options)  # written { at_least = n }
    if condition.at_least > 1:
        yield "threshold - 1", replace(condition, at_least=condition.at_least - 1)
    if is_count and condition.at_least < len(question.options):
        yield "threshold + 1", replace(condition, at_least=condition.at_least + 1)
    else:
        for option in condition.options if len(condition.options) > 1 else ():
            yield "lose an option", replace(condition, options=condition.options - {option})


def with_conditions(rule: Rule, conditions: Sequence[Condition]) -> Rule:
    return replace(rule, when=When(tuple(conditions)))


class Verdicts:
    """What verdicts a flow gives; its rules are numbered once for all the edits of them."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.numbers = {rule: number for number, rule in enumerate(flow.rules)}
        self.effects = {id: tuple(answer_by_effect(flow, question)) for id, question in flow.questions.items()}

    def are_others_in(self, edited: Flow) -> bool:
        """Whether the edit softens or hardens the verdict of anybody, whose answers are the same to both."""
        added = tuple(rule for rule in edited.rules if rule not in self.numbers)
        both = replace(self.flow, rules=(*self.flow.rules, *added))
        numbers = self.numbers | {rule: number for number, rule in enumerate(added, start=len(self.flow.rules))}
        asked = {id for rule in added for id in rule.when.questions}
        effects = self.effects | {id: tuple(answer_by_effect(both, both.questions[id])) for id in asked}
        verdicts = [both.verdict_of(number) for number in range(len(both.rules))]
        pairs = Pairs(effects, lambda one, other: verdicts[one] is not verdicts[other])
        return pairs.differing(*(first_position(flow.rules, numbers) for flow in (self.flow, edited))) is not None


def first_position(rules: Rules, numbers: Mapping[Rule, int]) -> Position:
    """Where walks by some rules start."""
    return Position((), up_to_true(OpenRule(numbers[rule], rule.when.questions, ()) for rule in rules))


class Net:
    """What is held against an edited flow: its promises, and its cases."""

    def __init__(self, flow: Flow) -> None:
        self.space = Space(flow)
        self.witnesses: list[tuple[Promise, Answers]] = []

    def catches(self, edited: Flow) -> bool:
        """Whether a promise is broken, or a case ends elsewhere: first by those who saw the same of other edits."""
        return self.a_case_fails(edited) or self.a_witness_tells(edited) or self.a_promise_is_broken(edited)

    def a_case_fails(self, edited: Flow) -> bool:
        ends = ((walk(edited, case.answers).outcome, case.outcome) for case in edited.cases)
        return any(outcome is None or outcome.id != expected for outcome, expected in ends)

    def a_witness_tells(self, edited: Flow) -> bool:
        """Whether somebody whom a promise speaks of ends where it says that nobody does."""
        return any(not promise.allows(ended(edited, answers)) for promise, answers in self.witnesses)

    def a_promise_is_broken(self, edited: Flow) -> bool:
        flow = replace(edited, survey=survey(edited))
        # What answers there are within some bounds is the same for every edit of the rules.
        subject = Subject(flow, None, None, Space(flow, self.space.answers))
        for promise in flow.promises:
            against = [route.region for route in subject.routes if not promise.allows(route.outcome)]
            if (answers := whom_it_speaks_of(subject, promise, against)) is not None:
                self.witnesses.append((promise, self.situation(promise, answers)))
                return True
        return False

    def situation(self, promise: Promise, answers: Answers) -> Answers:
        """A walk of somebody of whom a promise speaks, with answers to all that it does not ask."""
        spoken = self.space.within(self.space.whole(), promise.when)
        return {**spoken, **answers}


def ended(flow: Flow, answers: Answers) -> Outcome:
    """Where somebody ends who has answered every question."""
    outcome = walk(flow, answers).outcome
    assert outcome is not None
    return outcome


@dataclass
class Figures:
    """How many edits there are of each kind, how many soften or harden a verdict, and which of these pass."""

    made: Counter[str] = field(default_factory=Counter)
    telling: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        rows = [f"{kind:16} {self.made[kind]:5} edits, {self.telling[kind]:5} soften or harden" for kind in self.made]
        total = self.telling.total()
        caught = f"{total} soften or harden, promises and cases catch {total - len(self.missed)} of these"
        return "\n".join([*rows, f"{'all':16} {self.made.total():5} edits, {caught}"])


def figures_of(flow: Flow) -> Figures:
    """Make every edit, and see what catches it."""
    verdicts, net, found = Verdicts(flow), Net(flow), Figures()
    for kind, edited in edits(flow):
        found.made[kind] += 1
        if verdicts.are_others_in(edited):
            found.telling[kind] += 1
            if not net.catches(edited):
                found.missed.append(f"{kind}: {compare(flow, edited).moves[0]}")
    return found


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wizard.settings")
    from wizard.content import flows

    sys.stdout.write(f"{figures_of(flows()['line']['ja'])}\n")

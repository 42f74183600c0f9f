"""What two states of a flow share: the past one in today's ids, for codes last where ids may be renamed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from ..condition import Condition, When
from ..model import Flow, Rule
from ..question import Option, Question

Item = Question | Option
# Of every question its new id, and of every option of it.
Ids = Mapping[str, tuple[str, Mapping[str, str]]]


def in_todays_ids(before: Flow, after: Flow) -> Flow:
    """The past flow with the ids that today's gives to the questions and options of the same code.

    Nothing lasts of a draft, so that there the id is asked first while nothing is published.
    """
    keys: list[Callable[[Item], str]] = [lambda item: item.code, lambda item: item.id]
    keys = keys[::-1] if all(edition.draft for edition in before.editions) else keys
    questions = new_ids(before.questions, after.questions, after.retired, keys)
    ids = {}
    for id, question in before.questions.items():
        now = after.questions.get(questions[id])
        ids[id] = (
            questions[id],
            new_ids(question.options, now.options if now else {}, now.retired if now else (), keys),
        )
    return with_ids(before, ids)


def new_ids(
    past: Mapping[str, Item], now: Mapping[str, Item], retired: Collection[str], keys: Sequence[Callable[[Item], str]]
) -> dict[str, str]:
    """The id of today for each of the past; of what is gone one that nothing has today."""
    found: dict[str, str] = {}
    for key in keys:
        left = {key(item): id for id, item in now.items() if id not in found.values()}
        for id, item in past.items():
            if id not in found and item.code not in retired and key(item) in left:
                found[id] = left[key(item)]
    return {id: found.get(id, f"{id} (gone)" if id in now else id) for id in past}


def with_ids(flow: Flow, ids: Ids) -> Flow:
    """The flow as far as a comparison looks at it, its questions and options under other ids."""
    questions = {ids[id][0]: with_id(question, *ids[id]) for id, question in flow.questions.items()}
    rules = tuple(rule_with_ids(rule, ids) for rule in flow.rules)
    return replace(flow, questions=questions, rules=rules, start=tuple(ids[id][0] for id in flow.start))


def with_id(question: Question, id: str, options: Mapping[str, str]) -> Question:
    """The question under another id, and so its options."""
    renamed = {options[option.id]: replace(option, id=options[option.id]) for option in question.options.values()}
    return replace(question, id=id, options=renamed)


def rule_with_ids(rule: Rule, ids: Ids) -> Rule:
    """The rule, speaking of the same questions and options under their other ids."""
    conditions = (with_options(condition, *ids[condition.question]) for condition in rule.when.conditions)
    return replace(rule, when=When(tuple(conditions)), then_ask=tuple(ids[id][0] for id in rule.then_ask))


def with_options(condition: Condition, question: str, options: Mapping[str, str]) -> Condition:
    """The condition on the same options under their other ids."""
    return replace(condition, question=question, options=frozenset(options[option] for option in condition.options))

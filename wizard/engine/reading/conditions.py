"""Conditions read from tables: a list of options, or { at_least = n }; no expression language."""

from __future__ import annotations

from ..condition import Answers, Condition, When
from .names import Names
from .spelling import meant
from .table import Table, is_list_of_ids


def read_when(names: Names, table: Table, *, none: bool = False) -> When:
    """The condition under `when`; none where it is left out. `none`: whether [] may stand for none of these."""
    table.taken.add("when")
    if "when" not in table.data:
        return When()
    tests = table.table("when")
    found = [read_condition(names, tests, question, test, none=none) for question, test in tests.data.items()]
    return When(tuple(condition for condition in found if condition))


def read_condition(names: Names, table: Table, question: str, test: object, *, none: bool) -> Condition | None:
    """What is wanted of one question's answer; None where it cannot be read."""
    options = names.options.get(question)
    if options is None:
        names.undefined(table, question, no_question(names, question))
        return None
    if (test or none) and is_list_of_ids(test):
        check_options(names, table, question, test)
        return Condition(question, frozenset(test))
    count = test.get("at_least") if isinstance(test, dict) and len(test) == 1 else None
    if type(count) is int and 0 < count <= len(options):
        return Condition(question, frozenset(options), count)
    table.mistake(question, f"give a list of options or {{ at_least = 1 to {len(options)} }}, not {test!r}")
    return None


def no_question(names: Names, id: str) -> str:
    """What is said of an id in a question's place that no question has."""
    return f"is no question; {meant(id, names.options, 'name one of ' + ', '.join(names.options))}"


def check_options(names: Names, table: Table, question: str, ids: list[str]) -> None:
    """Note every id that is no option of the question."""
    for id in ids:
        if id not in names.options[question]:
            wish = meant(id, names.options[question], f"name some of {', '.join(names.options[question])}")
            names.undefined(table, question, f"{id!r} is no option; {wish}")


def read_answers(names: Names, table: Table, key: str) -> Answers:
    """Answers by question; none where the key is left out."""
    table.taken.add(key)
    if key not in table.data:
        return {}
    given = table.table(key)
    for question, options in given.data.items():
        if question not in names.options:
            names.undefined(given, question, no_question(names, question))
        elif not is_list_of_ids(options):
            given.mistake(question, "give a list of options")
        else:
            check_options(names, given, question, options)
    return {question: tuple(options) for question, options in given.data.items() if is_list_of_ids(options)}

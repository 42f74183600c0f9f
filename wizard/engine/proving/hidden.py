"""Rules that never decide, and which rules hide them."""

from __future__ import annotations

from collections.abc import Iterator

from ..condition import When
from ..reading.table import Table
from .check import Check, found_in, one_check
from .finding import Finding, Kind
from .subject import Subject


def check_hidden(subject: Subject) -> Iterator[Check]:
    """Every rule at once: one that decides needs no word."""
    return one_check("every rule decides on some walk", hidden_rules(subject))


def hidden_rules(subject: Subject) -> Iterator[Finding]:
    """A rule that is never reached, with the fewest rules before it that together catch all that it would decide."""
    for number, table in enumerate(subject.listed("rule")):
        if number not in subject.flow.survey.reached:
            yield never_decides(table, hiding(subject, number))


def never_decides(table: Table, rules: list[int]) -> Finding:
    """That some rules hide one."""
    which = f"rule{'' if len(rules) == 1 else 's'} {listing([str(rule + 1) for rule in rules])}"
    catch = "catches" if len(rules) == 1 else "together catch"
    wish = f"never decides, for {which} {catch} all that it would; move it up or take it out"
    return found_in(table, Kind.HIDDEN, "", wish)


def hiding(subject: Subject, number: int) -> list[int]:
    """A set of rules that hide one, of which none can be spared."""
    rules = subject.flow.rules
    needed = list(range(number))
    for rule in range(number):
        others = [other for other in needed if other != rule]
        if subject.space.within(subject.space.whole(), rules[number].when, whens(subject, others)) is None:
            needed = others
    return needed


def whens(subject: Subject, numbers: list[int]) -> list[When]:
    """The conditions of some rules."""
    return [subject.flow.rules[number].when for number in numbers]


def listing(words: list[str]) -> str:
    """Words in a sentence: "1, 2 and 3"."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last

"""What is wrong with a flow as a whole, though each of its tables is well-formed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ..model import Flow
from .files import Files
from .spelling import meant


def check(files: Files, flow: Flow) -> Iterator[str]:
    """Every such mistake, as far as it shows without walking."""
    place = files.flow.place
    if not flow.start:
        yield f"{place}.start: name the question that everybody is asked first"
    if [edition.number for edition in flow.editions] != list(range(1, len(flow.editions) + 1)) or not flow.editions:
        yield f"{place}: give the editions the numbers 1, 2, 3 … in order, with at least one [[edition]]"
    yield from check_dates(files, flow)
    yield from check_questions(files, flow)
    yield from check_rules(files)
    for id, table in files.named["shared"].items():
        if id not in table.taken:
            yield f"{table.place}.{id}: is included nowhere; take it out"
    yield from check_follow_ups(files, flow)
    yield from check_cases(files, flow)
    yield from check_dangers(files, flow)
    decided = {rule.outcome for rule in flow.rules}
    for id in flow.outcomes:
        if id not in decided:
            yield f"{files.named['outcome'][id].place}: no rule leads here; write one or take it out"


def check_dates(files: Files, flow: Flow) -> Iterator[str]:
    """Editions that are older than the one before; a date that is missing is told already."""
    for (before, edition), table in zip(pairwise(flow.editions), files.listed["edition"][1:], strict=False):
        if date.min < edition.date < before.date:
            yield f"{table.place}.date: is before that of the edition before; give the day of its publication"


def check_questions(files: Files, flow: Flow) -> Iterator[str]:
    """Questions that nobody can answer as they ask to be."""
    for question in flow.questions.values():
        place = files.named["question"][question.id].place
        if not question.options:
            yield f"{place}: give it at least one option"
        if not (0 <= question.least <= len(question.options) and (question.many or question.least == 1)):
            yield f"{place}.least: give 0 to the number of options, and only where several can be ticked"


def check_rules(files: Files) -> Iterator[str]:
    """Rules that let a walk run out, or that stand behind one that lets none pass."""
    rules = files.listed["rule"]
    if not rules or rules[-1].data.get("when"):
        yield f"{files.flow.place}: let the last [[rule]] always match, so that every walk ends; give it no `when`"
    for before, table in pairwise(rules):
        if not before.data.get("when"):
            yield f"{table.place}: the rule before it always matches; move it up or take it out"


def check_follow_ups(files: Files, flow: Flow) -> Iterator[str]:
    """Follow-ups that give what is no answer to their question."""
    for outcome in flow.outcomes.values():
        place = files.named["outcome"][outcome.id].place
        for question, chosen in ((q, c) for item in outcome.follow_ups for q, c in item.answers.items()):
            if question in flow.questions and flow.questions[question].answer(chosen) is None:
                yield f"{place}.follow_up.answers.{question}: {list(chosen)} is no answer; give one option, or ticks"
        for question in {item.change: None for item in outcome.follow_ups if item.tick}:
            if question in flow.questions and not flow.questions[question].many:
                yield f"{place}.follow_up.tick: {question} takes one option; give it under `answers`"


def check_cases(files: Files, flow: Flow) -> Iterator[str]:
    """Cases that give what is no answer to its question."""
    for case, table in zip(flow.cases, files.listed["case"], strict=True):
        for question, chosen in case.answers.items():
            if question in flow.questions and flow.questions[question].answer(chosen) is None:
                yield f"{table.place}.answers.{question}: {list(chosen)} is no answer; give one option, or ticks"


def check_dangers(files: Files, flow: Flow) -> Iterator[str]:
    """Dangers whose control is held by a promise that is gone."""
    promises = [promise.id for promise in flow.promises]
    for danger in flow.dangers.values():
        for id in danger.promises:
            if id not in promises:
                place = files.named["danger"][danger.id].place
                wish = meant(id, promises, "name what holds the control now")
                yield f"{place}.held_by: {id!r} is no promise; {wish}"

"""What is wrong with a flow as a whole, though each of its tables is well-formed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from ..model import Flow
from .files import Files
from .spelling import meant
from .table import Mistake


def check(files: Files, flow: Flow) -> Iterator[Mistake]:
    """Every such mistake, as far as it shows without walking."""
    if not flow.start:
        yield files.flow.wrong("start", "name the question that everybody is asked first")
    if [edition.number for edition in flow.editions] != list(range(1, len(flow.editions) + 1)) or not flow.editions:
        yield files.flow.wrong("", "give the editions the numbers 1, 2, 3 … in order, with at least one [[edition]]")
    yield from check_dates(files, flow)
    yield from check_questions(files, flow)
    yield from check_rules(files)
    for id, table in files.named["shared"].items():
        if id not in table.taken:
            yield table.wrong(id, "is included nowhere; take it out")
    yield from check_follow_ups(files, flow)
    yield from check_cases(files, flow)
    yield from check_dangers(files, flow)
    decided = {rule.outcome for rule in flow.rules}
    for id in flow.outcomes:
        if id not in decided:
            yield files.named["outcome"][id].wrong("", "no rule leads here; write one or take it out")


def check_dates(files: Files, flow: Flow) -> Iterator[Mistake]:
    """Editions that are older than the one before, and drafts that others follow; what is missing is told already."""
    tables = pairwise(files.listed["edition"])
    for (before, edition), (earlier, table) in zip(pairwise(flow.editions), tables, strict=True):
        if date.min < edition.date < before.date:
            yield table.wrong("date", "is before that of the edition before; give the day of its publication")
        if before.draft:
            yield earlier.wrong("draft", "only the last edition can be a draft; take it out")


def check_questions(files: Files, flow: Flow) -> Iterator[Mistake]:
    """Questions that nobody can answer as they ask to be."""
    for question in flow.questions.values():
        table = files.named["question"][question.id]
        if not question.options:
            yield table.wrong("", "give it at least one option")
        if not (0 <= question.least <= len(question.options) and (question.many or question.least == 1)):
            yield table.wrong("least", "give 0 to the number of options, and only where several can be ticked")


def check_rules(files: Files) -> Iterator[Mistake]:
    """Rules that let a walk run out, or that stand behind one that lets none pass."""
    rules = files.listed["rule"]
    if not rules or rules[-1].data.get("when"):
        yield files.flow.wrong("", "let the last [[rule]] always match, so that every walk ends; give it no `when`")
    for before, table in pairwise(rules):
        if not before.data.get("when"):
            yield table.wrong("", "the rule before it always matches; move it up or take it out")


def check_follow_ups(files: Files, flow: Flow) -> Iterator[Mistake]:
    """Follow-ups that give what is no answer to their question."""
    for outcome in flow.outcomes.values():
        table = files.named["outcome"][outcome.id]
        for question, chosen in ((q, c) for item in outcome.follow_ups for q, c in item.answers.items()):
            if question in flow.questions and flow.questions[question].answer(chosen) is None:
                yield table.wrong(f"follow_up.answers.{question}", no_answer(chosen))
        for question in {item.change: None for item in outcome.follow_ups if item.tick}:
            if question in flow.questions and not flow.questions[question].many:
                yield table.wrong("follow_up.tick", f"{question} takes one option; give it under `answers`")


def check_cases(files: Files, flow: Flow) -> Iterator[Mistake]:
    """Cases that give what is no answer to its question."""
    for case, table in zip(flow.cases, files.listed["case"], strict=True):
        for question, chosen in case.answers.items():
            if question in flow.questions and flow.questions[question].answer(chosen) is None:
                yield table.wrong(f"answers.{question}", no_answer(chosen))


def check_dangers(files: Files, flow: Flow) -> Iterator[Mistake]:
    """Dangers whose control is held by a promise that is gone."""
    promises = [promise.id for promise in flow.promises]
    for danger in flow.dangers.values():
        for id in danger.promises:
            if id not in promises:
                wish = meant(id, promises, "name what holds the control now")
                yield files.named["danger"][danger.id].wrong("held_by", f"{id!r} is no promise; {wish}")


def no_answer(chosen: Iterable[str]) -> str:
    """What is wrong with options that are no answer to their question."""
    return f"{list(chosen)} is no answer; give one option, or ticks"

"""Reading a flow: its folder of TOML files to one flow per language, or all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from wizard.engine.model import Flow
from wizard.engine.survey import endings, survey

from .files import Files, read_files
from .flow import Builder


class FlowError(ValueError):
    """A flow's files have mistakes: one sentence each, with file, table, key and wish."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


def read_flow(folder: Path, languages: Sequence[str]) -> dict[str, Flow]:
    """Read a flow in each of the languages.

    Raises FlowError, naming every mistake of the files at once.
    """
    mistakes: list[str] = []
    files = read_files(folder, mistakes)
    vocabulary = {id: options_of(table.data.get("option")) for id, table in files.named["question"].items()}
    flows = {language: Builder(files, language, tuple(languages), vocabulary).flow() for language in languages}
    files.flow.close()
    if not files.unreadable:
        mistakes += check(files, flows[languages[0]])
    if mistakes:
        raise FlowError(list(dict.fromkeys(mistakes)))
    return {language: surveyed(flow, files) for language, flow in flows.items()}


def options_of(data: object) -> tuple[str, ...]:
    """The ids of a question's options, whatever stands in their place."""
    return tuple(data) if isinstance(data, dict) else ()


def check(files: Files, flow: Flow) -> Iterator[str]:
    """What is wrong with the flow as a whole, as far as it shows without walking."""
    place = files.flow.place
    if not flow.start:
        yield f"{place}.start: name the question that everybody is asked first"
    if [edition.number for edition in flow.editions] != list(range(1, len(flow.editions) + 1)) or not flow.editions:
        yield f"{place}: give the editions the numbers 1, 2, 3 … in order, with at least one [[edition]]"
    for question in flow.questions.values():
        place_of = files.named["question"][question.id].place
        if not question.options:
            yield f"{place_of}: give it at least one option"
        if not (0 <= question.least <= len(question.options) and (question.many or question.least == 1)):
            yield f"{place_of}.least: give 0 to the number of options, and only where several can be ticked"
    if not flow.rules or flow.rules[-1].when.conditions:
        yield f"{place}: let the last [[rule]] always match, so that every walk ends; give it no `when`"
    for number, rule in enumerate(flow.rules[:-1]):
        if not rule.when.conditions:
            place = files.listed["rule"][number + 1].place
            yield f"{place}: the rule before it always matches; move it up or take it out"
    for id, table in files.named["shared"].items():
        if id not in table.taken:
            yield f"{table.place}.{id}: is included nowhere; take it out"
    yield from idle_follow_ups(files, flow)
    for id in flow.outcomes.keys() - {rule.outcome for rule in flow.rules}:
        yield f"{files.named['outcome'][id].place}: no rule leads here; write one or take it out"


def idle_follow_ups(files: Files, flow: Flow) -> Iterator[str]:
    """Follow-ups that give what is no answer to their question."""
    for outcome in flow.outcomes.values():
        for question, chosen in ((q, c) for item in outcome.follow_ups for q, c in item.answers.items()):
            if question in flow.questions and flow.questions[question].answer(chosen) is None:
                place = files.named["outcome"][outcome.id].place
                yield f"{place}.follow_up.answers.{question}: {list(chosen)} is no answer; give one option, or ticks"


def surveyed(flow: Flow, files: Files) -> Flow:
    """The flow with what is ahead in every position. Raises FlowError if no answers reach some rule."""
    found = survey(flow)
    unreached = [table.place for n, table in enumerate(files.listed["rule"]) if n not in found.reached]
    if unreached:
        wish = "no answers reach this rule, those before it catch them all; move it up or take it out"
        raise FlowError([f"{place}: {wish}" for place in unreached])
    return replace(flow, ahead=found.ahead, endings=tuple(endings(flow)))

"""Whether a past state of a flow was read well enough to be compared: today's reader need not like its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from ..model import Flow
from ..reading.table import Mistake

# Mistakes of whole files, and those of the logic: what was read may not be what was meant.
OF_LOGIC = re.compile(r"|(rule|question|flow\.start|outcome\.[^.]+\.verdict|edition\[\d+\]\.(number|draft))\b.*")
OF_TEXTS = re.compile(r".*\.(title|hint|why|statement|label|heading|group|icon|desks)\b.*")


def gap_in(flow: Flow, mistakes: Iterable[Mistake]) -> str:
    """Why a past state cannot be compared, as a sentence; "" if it can."""
    of_logic = (str(mistake) for mistake in mistakes if is_of_logic(mistake))
    found = next(chain(of_logic, gaps(flow)), None)
    return f"cannot be compared with what it was: {found}" if found else ""


def is_of_logic(mistake: Mistake) -> bool:
    """Whether a mistake of the reader's may change where walks end."""
    return bool(OF_LOGIC.fullmatch(mistake.path)) and not OF_TEXTS.fullmatch(mistake.path)


def gaps(flow: Flow) -> Iterator[str]:
    """What is missing of the past state."""
    if not flow.editions:
        yield "no edition is left"
    if not flow.rules or flow.rules[-1].when.conditions:
        yield "the last rule does not always match"
    if any(rule.outcome not in flow.outcomes for rule in flow.rules):
        yield "an outcome that a rule names is missing"
    if not named_by(flow) <= {*flow.questions, *options_of(flow)}:
        yield "a question or an option that the rules name is missing"


def named_by(flow: Flow) -> set[str | tuple[str, str]]:
    """The questions that somebody is asked, and the options that rules speak of."""
    conditions = [condition for rule in flow.rules for condition in rule.when.conditions]
    asked = {*flow.start, *(id for rule in flow.rules for id in (*rule.then_ask, *rule.when.questions))}
    return asked | {(condition.question, option) for condition in conditions for option in condition.options}


def options_of(flow: Flow) -> Iterator[tuple[str, str]]:
    """Every option with its question."""
    return ((question.id, option) for question in flow.questions.values() for option in question.options)

"""Every text of a flow that depends on where a walk stands: its place in the files, and when a page shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Protocol

from ..condition import Answers, When
from ..model import Flow
from ..outcome import Outcome
from ..question import Question
from ..reading.files import Files
from ..reading.names import Names
from ..reading.table import Table
from ..words import Words


class Page(Enum):
    """Where a text shows: on a question's page, beside its answer on a result, or on the result itself."""

    QUESTION = auto()
    ROW = auto()
    RESULT = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """A text: shown to whom `when` applies and none of its rivals does, which are asked first.

    `owners` are the questions or outcomes on whose pages it stands; `uses` the sources and desks that come with it.
    """

    place: tuple[str, str, str]  # file, table, key
    noun: str
    page: Page
    owners: tuple[str, ...]
    when: When
    rivals: tuple[When, ...] = ()
    uses: frozenset[tuple[str, str]] = frozenset()

    @property
    def questions(self) -> set[str]:
        """The questions whose answers it depends on."""
        return {condition.question for when in (self.when, *self.rivals) for condition in when.conditions}

    def shows(self, answers: Answers) -> bool:
        """Whether it shows to whom these answers are."""
        return self.when.holds(answers) is True and not any(rival.holds(answers) for rival in self.rivals)


class Shown(Protocol):
    """An item of a list of an outcome."""

    @property
    def when(self) -> When: ...


# The lists of an outcome by their keys in the files.
LISTS: dict[str, Callable[[Outcome], Sequence[Shown]]] = {
    "step": lambda outcome: outcome.steps,
    "report": lambda outcome: outcome.reports,
    "evidence": lambda outcome: outcome.evidence,
    "setting": lambda outcome: outcome.settings,
    "reason": lambda outcome: outcome.reasons,
    "reply": lambda outcome: outcome.replies,
    "follow_up": lambda outcome: outcome.follow_ups,
    "help": lambda outcome: outcome.helps,
}


def items_in(flow: Flow, files: Files, names: Names) -> Iterator[Item]:
    """Every such text of a flow."""
    for question in flow.questions.values():
        yield from items_of_question(question, files.named["question"][question.id])
    for outcome in flow.outcomes.values():
        yield from items_of_outcome(outcome, files.named["outcome"][outcome.id], names)
    for key, words, section in (
        ("settings_title", flow.settings_title, "setting"),
        ("reports_title", flow.reports_title, "report"),
    ):
        owners = tuple(id for id, outcome in flow.outcomes.items() if LISTS[section](outcome))
        yield from wordings(files.flow, key, words, Page.RESULT, *owners)


def items_of_question(question: Question, table: Table) -> Iterator[Item]:
    """The words of a question and of its options."""
    for key, words in (("title", question.title), ("hint", question.hint), ("why", question.why)):
        yield from wordings(table, key, words, Page.QUESTION, question.id)
    yield from wordings(table, "statement", question.statement, Page.ROW, question.id)
    for id, part in table.named("option"):
        option = question.options[id]
        yield from wordings(part, "label", option.label, Page.QUESTION, question.id)
        yield from wordings(part, "hint", option.hint, Page.QUESTION, question.id)


def wordings(table: Table, key: str, words: Words, page: Page, *owners: str) -> Iterator[Item]:
    """Each wording of words, with those before it as its rivals."""
    before: tuple[When, ...] = ()
    for number, wording in enumerate(words.wordings, start=1):
        path = f"{table.within(key)}[{number}]" if isinstance(table.data[key], list) else table.within(key)
        yield Item((table.file, path, ""), f"wording of `{key}`", page, owners, wording.when, before)
        before = (*before, wording.when)


def items_of_outcome(outcome: Outcome, table: Table, names: Names) -> Iterator[Item]:
    """The title, the summary, and the items of every list."""
    for key, words in (("title", outcome.title), ("summary", outcome.summary)):
        yield from wordings(table, key, words, Page.RESULT, outcome.id)
    for key, list_of in LISTS.items():
        for item, part in zip(list_of(outcome), names.items(table, key), strict=True):
            found = Item((part.file, part.path, ""), key.replace("_", "-"), Page.RESULT, (outcome.id,), item.when)
            yield replace(found, uses=uses(item), rivals=rivals(outcome, item))


def uses(item: Shown) -> frozenset[tuple[str, str]]:
    """The sources that an item cites, and the desk that it names."""
    desk = getattr(item, "desk", None)
    cited = (("source", source.id) for source in getattr(item, "sources", ()))
    return frozenset([*cited, *([("desk", desk.id)] if desk else [])])


def rivals(outcome: Outcome, item: Shown) -> tuple[When, ...]:
    """The replies that would show in an item's place: those of its tone before it."""
    before = outcome.replies[: next((n for n, reply in enumerate(outcome.replies) if reply is item), 0)]
    return tuple(reply.when for reply in before if reply.tone == getattr(item, "tone", None))

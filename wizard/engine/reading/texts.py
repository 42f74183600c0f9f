"""Texts and conditions read from tables, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from wizard.engine.condition import Condition, When
from wizard.engine.words import Wording, Words

from .files import Files
from .table import Table, is_list_of_ids

X = TypeVar("X")


@dataclass
class TextReader:
    """Reads the texts of one language; `vocabulary` has every question's options, known before the first text."""

    files: Files
    language: str
    languages: tuple[str, ...]
    vocabulary: dict[str, tuple[str, ...]]

    def text(self, table: Table, key: str, needed: bool = True) -> str:
        """A text that does not depend on answers."""
        table.taken.add(key)
        if not isinstance(table.data.get(key), dict):
            if needed or key in table.data:
                table.mistake(key, f"write the text in each language: {', '.join(self.languages)}")
            return ""
        part = table.table(key)
        text = self.line(part)
        part.close()
        return text

    def line(self, table: Table) -> str:
        """The text of one table { ja, en } in this language; the others are checked when they are read."""
        table.taken.update(self.languages)
        text = table.take(self.language, str)
        if self.language in table.data and not text.strip():
            table.mistake(self.language, "is empty; write the text")
        return text.strip()

    def words(self, table: Table, key: str, needed: bool = True) -> Words:
        """A text, or its wordings by `when`, of which the last has none."""
        if not isinstance(table.data.get(key), list):
            text = self.text(table, key, needed)
            return Words((Wording(When(), text),)) if text else Words()
        wordings = tuple(self.wording(item) for item in table.listed(key))
        if needed and (not wordings or wordings[-1].when.conditions):
            table.mistake(key, "end with a wording without `when`, so that it suits everybody")
        return Words(wordings)

    def wording(self, table: Table) -> Wording:
        """One wording with the answers that it suits."""
        wording = Wording(self.when(table), self.line(table))
        table.close()
        return wording

    def when(self, table: Table) -> When:
        """The condition under `when`; none where it is left out."""
        table.taken.add("when")
        if "when" not in table.data:
            return When()
        tests = table.table("when")
        found = [self.condition(tests, question, test) for question, test in tests.data.items()]
        return When(tuple(condition for condition in found if condition))

    def condition(self, table: Table, question: str, test: object) -> Condition | None:
        """One condition in the grammar of design, part 3: a list of options, or { at_least = n }; no more."""
        options = self.vocabulary.get(question)
        if options is None:
            self.unknown(table, question, f"is no question; name one of {', '.join(self.vocabulary)}")
            return None
        if test and is_list_of_ids(test):
            self.check_options(table, question, test)
            return Condition(question, frozenset(test))
        count = test.get("at_least") if isinstance(test, dict) and len(test) == 1 else None
        if type(count) is int and 0 < count <= len(options):
            return Condition(question, frozenset(options), count)
        table.mistake(question, f"give a list of options or {{ at_least = 1 to {len(options)} }}, not {test!r}")
        return None

    def check_options(self, table: Table, question: str, ids: list[str]) -> None:
        """Note every id that is no option of the question."""
        for id in ids:
            if id not in self.vocabulary[question]:
                wish = f"{id!r} is no option; name some of {', '.join(self.vocabulary[question])}"
                self.unknown(table, question, wish)

    def find(self, table: Table, key: str, id: str, things: Mapping[str, X], noun: str) -> X | None:
        """The thing with this id; where there is none, a mistake is noted."""
        if id not in things:
            self.unknown(table, key, f"{id!r} is no {noun}; define it or mend its spelling")
        return things.get(id)

    def find_all(self, table: Table, key: str, things: Mapping[str, X], noun: str) -> tuple[X, ...]:
        """The things that the list under `key` names."""
        found = [self.find(table, key, id, things, noun) for id in table.take_ids(key)]
        return tuple(thing for thing in found if thing is not None)

    def unknown(self, table: Table, key: str, wish: str) -> None:
        """Note a name that nothing defines, unless its definition may stand in a file that could not be read."""
        if not self.files.unreadable:
            table.mistake(key, wish)

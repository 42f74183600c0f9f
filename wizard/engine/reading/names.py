"""What the tables of a flow may name, known before the first of them is built."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from .files import Files
from .spelling import meant
from .table import Table, X

# Ids that mean something else in addresses, under the noun that may not take them.
Reserved = Mapping[str, Collection[str]]


@dataclass(frozen=True)
class Names:
    """The languages of a flow, the one that is built, and the ids that texts and conditions may name."""

    language: str
    languages: tuple[str, ...]
    options: Mapping[str, tuple[str, ...]]  # of every question
    outcomes: Collection[str]
    shared: Mapping[str, Table]
    reserved: Reserved
    are_complete: bool
    icons: Collection[str] | None = None

    def find(self, table: Table, key: str, id: str, things: Mapping[str, X], noun: str) -> X | None:
        """The thing with this id; where there is none, a mistake is noted."""
        if id not in things:
            wish = meant(id, things, "define it or mend its spelling")
            self.undefined(table, key, f"{id!r} is no {noun}; {wish}")
        return things.get(id)

    def find_all(self, table: Table, key: str, things: Mapping[str, X], noun: str) -> tuple[X, ...]:
        """The things that the list under `key` names."""
        found = [self.find(table, key, id, things, noun) for id in table.take_ids(key)]
        return tuple(thing for thing in found if thing is not None)

    def undefined(self, table: Table, key: str, wish: str) -> None:
        """Note a name that nothing defines, unless its definition may stand in a file that could not be read."""
        if self.are_complete:
            table.mistake(key, wish)

    def items(self, table: Table, key: str) -> Iterator[Table]:
        """The items of a list, those of a shared list in the place of the item that includes it."""
        for item in table.listed(key):
            if "include" not in item.data:
                yield item
                continue
            name = item.take("include", str)
            item.close()
            shared = self.find(item, "include", name, self.shared, "shared list")
            yield from shared.listed(name) if shared else ()

    def questions(self, table: Table, key: str) -> tuple[str, ...]:
        """A list of ids of questions."""
        self.find_all(table, key, self.options, "question")
        return table.take_ids(key)


def names_in(
    files: Files, languages: tuple[str, ...], reserved: Reserved, icons: Collection[str] | None = None
) -> Names:
    """What a flow's files define by name, to be built in the first of the languages."""
    return Names(
        language=languages[0],
        languages=languages,
        options={id: ids_in(table, "option") for id, table in files.named["question"].items()},
        outcomes=files.named["outcome"].keys(),
        shared=files.named["shared"],
        reserved=reserved,
        are_complete=files.are_readable,
        icons=icons,
    )


def ids_in(table: Table, key: str) -> tuple[str, ...]:
    """The ids under `key`, whatever stands in its place."""
    found = table.data.get(key)
    return tuple(found) if isinstance(found, dict) else ()

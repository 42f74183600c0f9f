"""One TOML table while it is read: typed values out, one sentence in for every mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeGuard, TypeVar

from .spelling import meant

T = TypeVar("T", str, int, bool, list, dict, date)  # type: ignore[type-arg]
X = TypeVar("X")
# What addresses can hold as it is.
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
REQUIRED: Any = object()
EMPTY: dict[type, Any] = {str: "", int: 0, bool: False, list: [], dict: {}, date: date.min}
NAMES = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table", date: "a date"}


class Mistake(NamedTuple):
    """What is wrong in a flow's files: the file, the keys that lead there, either of which may be "", and the wish."""

    file: str
    table: str
    key: str
    wish: str

    @property
    def path(self) -> str:
        """The keys that lead to it in its file: "question.now.title"."""
        return ".".join(filter(None, (self.table, self.key)))

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.file, self.path, self.wish)))


@dataclass
class Table:
    """A table of a flow's files, with its place: the file, and the keys that lead there ("question.now").

    Values are taken one by one; what is left at `close` was not known. Mistakes are collected and never raised,
    so that one reading of the files names all of them.
    """

    file: str
    path: str
    data: dict[str, Any]
    mistakes: list[Mistake]
    taken: set[str] = field(default_factory=set)

    @property
    def place(self) -> str:
        """Where the table stands, for the reader of a mistake: "line/questions.toml: question.now"."""
        return f"{self.file}: {self.path}"

    def within(self, key: str) -> str:
        """The keys that lead to one of this table's."""
        return f"{self.path}.{key}" if self.path else key

    def wrong(self, key: str, wish: str) -> Mistake:
        """A mistake in the value of `key`, or in the whole table if that is "", with what is wished for instead."""
        return Mistake(self.file, self.path, key, wish)

    def mistake(self, key: str, wish: str) -> None:
        """Note such a mistake."""
        self.mistakes.append(self.wrong(key, wish))

    def take(self, key: str, kind: type[T], default: T = REQUIRED) -> T:
        """The value of `key`; where it is missing or of another kind, the mistake is noted and an empty one given."""
        self.taken.add(key)
        value: Any = self.data.get(key, default)
        if value is REQUIRED:
            self.mistake(key, f"is missing; give {NAMES[kind]}")
        elif type(value) is not kind:
            self.mistake(key, f"give {NAMES[kind]} here, not {value!r}")
        else:
            found: T = value
            return found
        empty: T = EMPTY[kind]
        return empty

    def take_ids(self, key: str) -> tuple[str, ...]:
        """A list of ids, empty where the key is left out."""
        ids = self.take(key, list, [])
        if is_list_of_ids(ids):
            return tuple(ids)
        self.mistake(key, "give a list of ids, each in quotes")
        return ()

    def child(self, key: str, data: object) -> Table:
        """The table `data` under `key`; a mistake where it is none."""
        if not isinstance(data, dict):
            self.mistake(key, f"give {NAMES[dict]} here, not {data!r}")
            data = {}
        return Table(self.file, self.within(key), data, self.mistakes)

    def table(self, key: str) -> Table:
        """The table under `key`."""
        return self.child(key, self.take(key, dict))

    def named(self, key: str) -> Iterator[tuple[str, Table]]:
        """The tables under `key`, each with its id."""
        for id, data in self.take(key, dict, {}).items():
            yield id, self.child(f"{key}.{id}", data)

    def listed(self, key: str) -> Iterator[Table]:
        """The tables of the list under `key`, counted from 1."""
        for number, data in enumerate(self.take(key, list, []), start=1):
            yield self.child(f"{key}[{number}]", data)

    def check_id(self, id: str, reserved: Collection[str] = ()) -> None:
        """Note an id of this table's that addresses cannot hold, or that means something else in them."""
        if not ID.fullmatch(id):
            self.mistake("", "name it with ASCII letters, digits and hyphens")
        if id in reserved:
            self.mistake("", f"{id!r} means something else in addresses; take another name")

    def close(self) -> None:
        """Note every key that nobody asked for, in the order of the file."""
        for key in self.data:
            if key not in self.taken:
                wish = meant(key, self.taken, "mend its spelling or take it out")
                self.mistake(key, f"is not known here; {wish}")


def is_list_of_ids(value: object) -> TypeGuard[list[str]]:
    """Whether a value is a list of texts."""
    return isinstance(value, list) and all(isinstance(id, str) for id in value)


def built_by_id(tables: Mapping[str, Table], build: Callable[[str, Table], X]) -> dict[str, X]:
    """The things of a section by id."""
    things = {}
    for id, table in tables.items():
        things[id] = build(id, table)
        table.check_id(id)
        table.close()
    return things


def built_in_order(tables: Iterable[Table], build: Callable[[Table], X]) -> tuple[X, ...]:
    """The things of a list, in order."""
    things = []
    for table in tables:
        things.append(build(table))
        table.close()
    return tuple(things)

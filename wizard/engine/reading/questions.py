"""From tables to questions and their options, each with a code that is its own for good."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..outcome import Desk
from ..question import Group, Option, Question
from .names import Names
from .table import ID, Table
from .texts import read_text, read_words

QUESTION_CODE, OPTION_CODE = re.compile("[a-z]+"), re.compile("[0-9A-Z]")
PUBLISHED = re.compile(rf"({QUESTION_CODE.pattern})({OPTION_CODE.pattern}) ({ID.pattern})\.({ID.pattern})")
# What the two are for the reader of a mistake.
KINDS = {QUESTION_CODE: "lower-case letters", OPTION_CODE: "one digit or capital letter"}


@dataclass
class Codes:
    """The codes that are taken, each with its owner; they are permanent, like field numbers in a wire format."""

    pattern: re.Pattern[str]
    owners: dict[str, str] = field(default_factory=dict)

    def claim(self, table: Table, owner: str) -> str:
        """The code of a table. A mistake is noted if it is ill-formed or not free."""
        code = table.take("code", str)
        if not self.pattern.fullmatch(code):
            table.mistake("code", f"give {KINDS[self.pattern]}")
        elif self.owners.setdefault(code, owner) != owner:
            table.mistake("code", f"{code!r} belongs to {self.owners[code]}; take one that was never used")
        return code


def read_retired(table: Table, pattern: re.Pattern[str]) -> frozenset[str]:
    """The codes of what is gone."""
    codes = table.take_ids("retired")
    for code in codes:
        if not pattern.fullmatch(code):
            table.mistake("retired", f"{code!r} is no code; give {KINDS[pattern]}")
    return frozenset(codes)


def read_published(table: Table) -> dict[tuple[str, str], tuple[str, str]]:
    """The list of all codes ever published, each line with the question and the option that it stands for."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for line in table.take_ids("published"):
        match = PUBLISHED.fullmatch(line)
        if match is None:
            table.mistake("published", f'{line!r} is no code with what it stands for; write "a0 question.option"')
        elif found.setdefault((match[1], match[2]), (match[3], match[4])) != (match[3], match[4]):
            table.mistake("published", f"{match[1]}{match[2]} stands here twice; keep what was published first")
    return found


@dataclass(frozen=True)
class Questions:
    """Builds questions, whose codes no two may share."""

    names: Names
    desks: Mapping[str, Desk]
    codes: Codes

    def question(self, id: str, table: Table) -> Question:
        """A question with its options, in the order of the file."""
        many = is_many(table)
        groups = {group: self.group(group, part) for group, part in table.named("group")}
        retired = read_retired(table, OPTION_CODE)
        taken = dict.fromkeys(retired, "a retired option") | ({"0": "none of these"} if many else {})
        codes = Codes(OPTION_CODE, taken)
        table.check_id(id, self.names.reserved.get("question", ()))
        return Question(
            id=id,
            code=self.codes.claim(table, f"question {id}"),
            many=many,
            least=table.take("least", int, 0 if many else 1),
            risk=table.take("risk", bool, False),
            fixed=table.take("fixed", bool, False),
            title=read_words(self.names, table, "title"),
            hint=read_words(self.names, table, "hint", needed=False),
            why=read_words(self.names, table, "why"),
            statement=read_words(self.names, table, "statement"),
            groups=groups,
            options={option: self.option(option, part, codes, many, groups) for option, part in table.named("option")},
            desks=self.names.find_all(table, "desks", self.desks, "desk"),
            retired=retired,
        )

    def group(self, id: str, table: Table) -> Group:
        """A group of options, in the order of the file."""
        group = Group(id, read_text(self.names, table, "title"), self.icon(table))
        table.close()
        return group

    def icon(self, table: Table) -> str:
        """The icon of a group, one of those that the frame draws."""
        icon, icons = table.take("icon", str), self.names.icons
        if icon and icons is not None and icon not in icons:
            table.mistake("icon", f"{icon!r} is no icon; give one of {', '.join(icons)}")
        return icon

    def option(self, id: str, table: Table, codes: Codes, many: bool, groups: Mapping[str, Group]) -> Option:
        """An option; `codes` and `groups` are those of its question."""
        table.check_id(id, self.names.reserved.get("tick", ()) if many else ())
        option = Option(
            id=id,
            code=codes.claim(table, f"option {id}"),
            label=read_words(self.names, table, "label"),
            hint=read_words(self.names, table, "hint", needed=False),
            unsure=table.take("unsure", bool, False),
            group=self.group_of(table, groups),
        )
        table.close()
        return option

    def group_of(self, table: Table, groups: Mapping[str, Group]) -> str:
        """The group of an option; where its question has groups, each option is in one."""
        id = table.take("group", str) if groups else ""
        if id:
            self.names.find(table, "group", id, groups, "group of this question")
        return id


def is_many(table: Table) -> bool:
    """Whether a question takes several options."""
    kind = table.take("kind", str)
    if kind not in ("one", "many"):
        table.mistake("kind", 'give "one" or "many"')
    return kind == "many"

"""Write the JSON Schema of flow files, by which an editor completes keys and marks mistakes: `make schema`.

It is made of the authors' manual, which tests/test_manual.py holds against the reader, and of the reader's patterns.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from wizard.content import ICONS
from wizard.engine import How, Verdict
from wizard.engine.reading.outcomes import PHONE
from wizard.engine.reading.questions import OPTION_CODE, QUESTION_CODE
from wizard.engine.reading.table import ID

Schema = dict[str, Any]
LANGUAGES = [code for code, _ in settings.LANGUAGES]

MANUAL = settings.BASE_DIR / "wizard" / "flows" / "README.md"
SCHEMA = settings.BASE_DIR / "wizard" / "flows" / "schema.json"
FILE, TEXT, INCLUDE = "*.toml", "{ ja, en }", "{ include }"


@dataclass(frozen=True)
class Row:
    """What the manual says of a key."""

    section: str
    key: str
    kind: str
    needed: str
    meaning: str


def rows() -> Iterator[Row]:
    """Every row of the manual's tables, once for each section in its heading and each key in its first cell."""
    manual = MANUAL.read_text(encoding="utf-8")
    for part in re.split(r"^#+ ", manual, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        for section in re.findall(r"`([^`]+)`", heading):
            for keys, *cells in re.findall(r"^\| (`.+?) \| (.+?) \| (.+?) \| (.+) \|$", body, re.MULTILINE):
                for key in re.findall(r"`([^`]+)`", keys):
                    yield Row(section.strip("[]"), key, *cells)


def whole(pattern: re.Pattern[str]) -> Schema:
    """A string that is all of a pattern of the reader's."""
    return {"type": "string", "pattern": f"^{pattern.pattern}$"}


def ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def list_of(items: Schema, **more: object) -> Schema:
    return {"type": "array", "items": items, **more}


def by_id(values: Schema) -> Schema:
    """A table of tables, by ids."""
    return {"type": "object", "propertyNames": whole(ID), "additionalProperties": values}


# A text in one language, which is not empty.
WRITTEN: Schema = {"type": "string", "pattern": r"\S"}
KINDS: dict[str, Schema] = {
    "string": {"type": "string"},
    "integer": {"type": "integer", "minimum": 0},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "id": whole(ID),
    "ids": list_of(whole(ID)),
    "strings": list_of({"type": "string"}),
    "text": ref("text"),
    "words": {"anyOf": [ref("text"), list_of(ref("wording"), minItems=1)]},
    "condition": ref("when"),
    "list": list_of(ref("line")),
}
AT_LEAST: Schema = {
    "type": "object",
    "properties": {"at_least": {"description": "how many of its options", "type": "integer", "minimum": 1}},
    "required": ["at_least"],
    "additionalProperties": False,
}
# What the manual's words say of a value, but not its kind.
VALUES: dict[str, Schema] = {
    "shared": by_id(list_of(ref("shared"))),
    "case.answers": by_id(list_of(whole(ID))),
    "promise.when": by_id({"anyOf": [list_of(whole(ID)), AT_LEAST]}),
    "promise.always": list_of({"enum": list(Verdict)}),
    "promise.never": list_of({"enum": list(Verdict)}),
    "flow.retired": list_of(whole(QUESTION_CODE)),
    "flow.tone": by_id(ref("text")),
    "edition.number": {"type": "integer", "minimum": 1},
    "question.ID.code": whole(QUESTION_CODE),
    "question.ID.kind": {"enum": ["one", "many"]},
    "question.ID.retired": list_of(whole(OPTION_CODE)),
    "question.ID.group.ID.icon": {"enum": list(ICONS)},
    "question.ID.option.ID.code": whole(OPTION_CODE),
    "outcome.ID.verdict": {"enum": list(Verdict)},
    "outcome.ID.follow_up.answers": by_id(list_of(whole(ID))),
    "source.ID.url": {"type": "string", "pattern": "^https?://"},
    "source.ID.how": {"enum": list(How)},
    "desk.ID.url": {"type": "string", "pattern": "^https?://"},
    "desk.ID.phone": whole(PHONE),
}
# Of these keys one is needed at least; of a follow-up's just one.
CHOICES = {
    **{f"outcome.ID.{name}": ("anyOf", "sources", "judgement") for name in ("step", "report", "evidence")},
    "outcome.ID.follow_up": ("oneOf", "answers", "change", "advice"),
    "desk.ID": ("anyOf", "phone", "url"),
    "promise": ("anyOf", "always", "never", "never_outcomes"),
}


def main() -> None:
    SCHEMA.write_text(text_of_schema(), encoding="utf-8")
    print(f"wrote {SCHEMA.relative_to(settings.BASE_DIR)}")


def text_of_schema() -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def schema() -> Schema:
    """The schema of one file of a flow, which may hold any of the tables."""
    sections: dict[str, list[Row]] = {}
    for row in rows():
        sections.setdefault(row.section, []).append(row)
    tables = {name: table_of(name, rows, sections) for name, rows in sections.items()}
    file, text = tables.pop(FILE), tables.pop(TEXT)
    del file["required"]  # any file may hold any table, so none need hold all of them
    when = text["properties"].pop("when")
    wording = {**text, "properties": {"when": when, **text["properties"]}}
    included = tables.pop(INCLUDE)["properties"]
    lists = [name for name in tables if is_included_in(name)]
    shared = {key: value for name in lists for key, value in tables[name]["properties"].items()}
    line = {**text, "properties": text["properties"] | included}
    for table in (line, *(tables[name] for name in lists)):
        allow_include(table, included)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a flow",
        "description": "Any file of a flow may hold any of its tables.",
        **file,
        "$defs": {
            "text": text,
            "wording": wording,
            "line": line,
            "when": by_id({"anyOf": [list_of(whole(ID), minItems=1), AT_LEAST]}),
            "shared": {"type": "object", "properties": shared, "additionalProperties": False},
            **tables,
        },
    }


def is_included_in(section: str) -> bool:
    """Whether a section is that of the items of a list which may include a shared one."""
    return section in ("flow.about", "flow.reply") or re.fullmatch(r"outcome\.ID\.\w+", section) is not None


def allow_include(table: Schema, included: Schema) -> None:
    """Let an item stand for those of a shared list: then it needs none of its own keys."""
    instead = {"required": list(included)}
    table["properties"] = table["properties"] | included
    table["allOf"] = [{"anyOf": [{"required": table.pop("required")}, instead]}]
    for way in ("anyOf", "oneOf"):
        if way in table:
            table["allOf"].append({way: [*table.pop(way), instead]})


def table_of(section: str, rows: list[Row], sections: Mapping[str, object]) -> Schema:
    """The table of a section, with what its keys may hold."""
    found: Schema = {
        "type": "object",
        "properties": {row.key: {"description": row.meaning, **value_of(row, sections)} for row in rows},
        "additionalProperties": False,
    }
    if required := [row.key for row in rows if row.needed == "yes"]:
        found["required"] = required
    if section in CHOICES:
        way, *keys = CHOICES[section]
        found[way] = [{"required": [key]} for key in keys]
    if beside := {match[1]: [row.key] for row in rows if (match := re.fullmatch("with `(.+)`", row.needed))}:
        found["dependentRequired"] = beside
    return found


def value_of(row: Row, sections: Mapping[str, object]) -> Schema:
    """What a key may hold: what is said of it above, the tables of a section, or a value of its kind."""
    place = row.key if row.section == FILE else f"{row.section}.{row.key}"
    if place in VALUES or row.key in LANGUAGES:
        return VALUES.get(place, WRITTEN)
    if f"{place}.ID" in sections:
        return by_id(ref(f"{place}.ID"))
    if place in sections:
        return some(list_of(ref(place)), row) if row.kind == "list" else ref(place)
    return some(KINDS[row.kind], row)


def some(value: Schema, row: Row) -> Schema:
    """A list that is needed is needed for what it holds."""
    return {**value, "minItems": 1} if row.needed == "yes" and value.get("type") == "array" else value


if __name__ == "__main__":
    main()

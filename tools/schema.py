"""Write the JSON Schema of flow files, by which an editor completes keys and marks mistakes: `make schema`.

It is made of the authors' manual, which tests/test_manual.py holds against the reader, and of the reader's patterns.
"""

import json
import re
from collections.abc import Collection
from typing import Any

from django.conf import settings

from tools.manual import FILE, INCLUDE, TEXT, Row, rows
from wizard.content import ICONS
from wizard.engine import How, Verdict
from wizard.engine.reading.questions import OPTION_CODE, PUBLISHED, QUESTION_CODE
from wizard.engine.reading.sources import PHONE
from wizard.engine.reading.table import ID

Schema = dict[str, Any]
LANGUAGES = [code for code, _ in settings.LANGUAGES]

SCHEMA = settings.BASE_DIR / "wizard" / "flows" / "schema.json"


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
    "aspect": by_id(ref("text")),
    "case.answers": by_id(list_of(whole(ID))),
    "promise.when": by_id({"anyOf": [list_of(whole(ID)), AT_LEAST]}),
    "promise.always": list_of({"enum": list(Verdict)}),
    "promise.never": list_of({"enum": list(Verdict)}),
    "flow.published": list_of(whole(PUBLISHED)),
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
    "source.ID.expects": list_of({"type": "string", "pattern": r"\S"}),
    "source.ID.archived.url": {"type": "string", "pattern": "^https?://"},
    "source.ID.how": {"enum": list(How)},
    "desk.ID.url": {"type": "string", "pattern": "^https?://"},
    "desk.ID.phone": whole(PHONE),
}
# Of these keys one is needed at least; of a follow-up's just one.
CHOICES = {
    **{f"outcome.ID.{name}": ("anyOf", "sources", "judgement") for name in ("step", "report", "evidence")},
    "way.ID.cell.ID": ("anyOf", "sources", "judgement"),
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
    tables = tables_of_manual()
    file, text, include = (tables.pop(name) for name in (FILE, TEXT, INCLUDE))
    del file["required"]  # any file may hold any table, so none need hold all of them
    when = text["properties"].pop("when")
    tables |= {
        "text": text,
        "wording": {**text, "properties": {"when": when, **text["properties"]}},
        "line": {**text},
        "when": by_id({"anyOf": [list_of(whole(ID), minItems=1), AT_LEAST]}),
    }
    lists = [tables[name] for name in tables if re.fullmatch(r"line|flow\.(about|reply)|outcome\.ID\.\w+", name)]
    shared = {key: value for table in lists for key, value in table["properties"].items()}
    for table in lists:
        allow_include(table, include["properties"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a flow",
        "description": "Any file of a flow may hold any of its tables.",
        **file,
        "$defs": tables | {"shared": {"type": "object", "properties": shared, "additionalProperties": False}},
    }


def tables_of_manual() -> dict[str, Schema]:
    """The table of each section of the manual."""
    sections: dict[str, list[Row]] = {}
    for row in rows():
        sections.setdefault(row.section, []).append(row)
    return {name: table_of(name, rows, sections) for name, rows in sections.items()}


def allow_include(table: Schema, included: Schema) -> None:
    """Let an item stand for those of a shared list: then it needs none of its own keys."""
    instead = {"required": list(included)}
    table["properties"] = table["properties"] | included
    table["allOf"] = [{"anyOf": [{"required": table.pop("required")}, instead]}]
    for way in ("anyOf", "oneOf"):
        if way in table:
            table["allOf"].append({way: [*table.pop(way), instead]})


def table_of(section: str, rows: list[Row], sections: Collection[str]) -> Schema:
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


def value_of(row: Row, sections: Collection[str]) -> Schema:
    """What a key may hold. A list that is needed is needed for what it holds."""
    found = kind_of(row, sections)
    return {**found, "minItems": 1} if row.needed == "yes" and found.get("type") == "array" else found


def kind_of(row: Row, sections: Collection[str]) -> Schema:
    """What is said of a value above, else a text in one language, the tables of a section, or a value of its kind."""
    if row.place in VALUES:
        return VALUES[row.place]
    if row.key in LANGUAGES:
        return {"type": "string", "pattern": r"\S"}
    if f"{row.place}.ID" in sections:
        return by_id(ref(f"{row.place}.ID"))
    if row.place in sections:
        return list_of(ref(row.place)) if row.kind == "list" else ref(row.place)
    return KINDS[row.kind]


if __name__ == "__main__":
    main()

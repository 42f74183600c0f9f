"""The schema of flow files: what the reader takes, no more and no less, so that an editor marks what it refuses."""

import json
import re

import pytest
from django.conf import settings
from jsonschema import Draft202012Validator

from tests.conftest import FLOWS
from tests.linter import marks
from tests.taken import lunch_data, read, section_of
from tools.manual import INCLUDE
from tools.schema import SCHEMA, text_of_schema

COMMITTED = json.loads(SCHEMA.read_text(encoding="utf-8"))
FILES = [*settings.FLOWS_DIR.rglob("*.toml"), *FLOWS.rglob("*.toml")]


def test_the_schema_is_what_the_manual_makes_of_it():
    assert SCHEMA.read_text(encoding="utf-8") == text_of_schema(), "make schema"


def test_the_schema_is_one():
    Draft202012Validator.check_schema(COMMITTED)


def within(schema, key):
    """The schema of what stands under a key, or in a list; that of a text has wordings beside it."""
    if "$ref" in schema:
        return within(COMMITTED["$defs"][schema["$ref"].rpartition("/")[2]], key)
    if "anyOf" in schema and "properties" not in schema:
        text, wordings = schema["anyOf"]
        return within(wordings if key.isdigit() else text, key)
    if key.isdigit():
        return schema["items"]
    return schema.get("properties", {}).get(key) or schema["additionalProperties"]


def keys_of(table):
    """The keys that the schema knows in a table of the reader's."""
    here = COMMITTED
    for key in re.findall(r"[^.\[\]]+", table.path):
        here = within(here, key)
    here = COMMITTED["$defs"][here["$ref"].rpartition("/")[2]] if "$ref" in here else here
    if "anyOf" in here and "properties" not in here:
        here = COMMITTED["$defs"]["text"]
    assert here.get("additionalProperties") is False, table.path
    return set(here["properties"])


def test_the_schema_knows_every_key_that_the_reader_takes_and_no_other():
    taken, known = {}, {}
    for table in read(lunch_data())[0]:
        taken.setdefault(section_of(table), set()).update(table.taken)
        # What stands in a shared list may be an item of any; what stands for one is an item of its list.
        if not table.path.startswith("shared") and table.taken != {"include"}:
            known.setdefault(section_of(table), set()).update(keys_of(table) - {"include"})
    del taken[INCLUDE]

    assert len(taken) > 15
    assert known == taken


def test_an_item_of_a_list_may_include_a_shared_one():
    included = [table for table in read(lunch_data())[0] if table.taken == {"include"}]

    assert included
    assert all("include" in keys_of(table) for table in included)
    assert "include" not in COMMITTED["$defs"]["shared"]["properties"]


def test_every_key_is_explained():
    for name, table in COMMITTED["$defs"].items():
        for key, value in table.get("properties", {}).items():
            assert value.get("description"), (name, key)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_names_the_schema_in_its_first_line(path):
    first = path.read_text(encoding="utf-8").partition("\n")[0]

    assert (path.parent / first.removeprefix("#:schema ")).resolve() == SCHEMA


def test_the_linter_finds_nothing_in_a_file_that_the_reader_takes():
    assert marks(*FILES) == []

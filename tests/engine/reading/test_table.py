"""One TOML table: typed values out, one sentence in for every mistake."""

from datetime import date

import pytest

from tests.engine.reading.broken import TEXT, broken, mistakes_in, mistakes_with
from wizard.engine.reading.table import Table, built_by_id, built_in_order


def table(data, path="question.now"):
    return Table("line/questions.toml", path, data, [])


def said(table):
    return list(map(str, table.mistakes))


@broken(
    {
        "unknown key": (
            "risk = true",
            "rsik = true",
            "question.weather.rsik: is not known here; did you mean 'risk'?",
        ),
        "missing key": (
            'kind = "one"\n',
            "",
            "question.weather.kind: is missing; give a text",
            'question.weather.kind: give "one" or "many"',
        ),
        "wrong kind of value": (
            "risk = true",
            "risk = 1",
            "question.weather.risk: give true or false here, not 1",
        ),
        "text in the place of a table": (
            '{ ja = "写真を残します。", en = "Keep a picture.", judgement = true }',
            '"Keep a picture."',
            "outcome.picnic.evidence[1]: give a table here, not 'Keep a picture.'",
            "outcome.picnic.evidence[1].ja: is missing; give a text",
            "outcome.picnic.evidence[1].en: is missing; give a text",
            (
                "outcome.picnic.evidence[1].sources: name the sources of what it states, "
                "or say judgement = true if it states no fact"
            ),
        ),
        "ids without a list": (
            'retired = ["3"]',
            'retired = "3"',
            "question.weather.retired: give a list here, not '3'",
        ),
        "ids that are none": (
            'retired = ["3"]',
            "retired = [3]",
            "question.weather.retired: give a list of ids, each in quotes",
        ),
        "id that no address can hold": (
            '[question.food.option.bread]\ncode = "1"',
            '[question.food.option."パン"]\ncode = "1"',
            "question.food.option.パン: name it with ASCII letters, digits and hyphens",
        ),
        "option called none": (
            "[question.food.option.bread]",
            "[question.food.option.none]",
            "question.food.option.none: 'none' means something else in addresses; take another name",
        ),
    }
)
def test_a_mistake_is_named_with_table_key_and_wish(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences


@pytest.mark.parametrize("name", ["asked", "shared"])
def test_a_question_takes_no_name_that_addresses_use(tmp_path, name):
    assert mistakes_in(tmp_path, TEXT.replace("guests", name)) == [
        f"question.{name}: {name!r} means something else in addresses; take another name"
    ]


def test_a_table_knows_where_it_stands():
    assert table({}).place == "line/questions.toml: question.now"
    assert table({}).within("title") == "question.now.title"
    assert table({}, path="").within("flow") == "flow"


@pytest.mark.parametrize("value", ["x", "", 5, 0, True, False, ["x"], [], {"x": 1}, {}, date(2026, 1, 1)])
def test_a_value_of_its_kind_is_taken_as_it_is(value):
    here = table({"key": value})

    assert here.take("key", type(value)) == value
    assert here.mistakes == []


@pytest.mark.parametrize(
    ("kind", "empty", "wish"),
    [
        (str, "", "a text"),
        (int, 0, "a whole number"),
        (bool, False, "true or false"),
        (list, [], "a list"),
        (dict, {}, "a table"),
        (date, date.min, "a date"),
    ],
)
def test_an_empty_value_stands_in_for_one_that_is_missing_or_of_another_kind(kind, empty, wish):
    here = table({"other": 1.5})

    assert here.take("key", kind) == here.take("other", kind) == empty
    assert said(here) == [
        f"line/questions.toml: question.now.key: is missing; give {wish}",
        f"line/questions.toml: question.now.other: give {wish} here, not 1.5",
    ]


@pytest.mark.parametrize(("kind", "value"), [(int, True), (bool, 1), (str, 1), (dict, [])])
def test_no_kind_passes_for_another(kind, value):
    here = table({"key": value})

    assert here.take("key", kind, kind()) == kind()
    assert len(here.mistakes) == 1


def test_a_default_stands_in_for_what_may_be_left_out():
    here = table({})

    assert here.take("key", int, 7) == 7
    assert here.take_ids("ids") == ()
    assert list(here.named("tables")) == list(here.listed("list")) == []
    assert here.mistakes == []


def test_ids_are_texts():
    here = table({"ids": ["a", "b"], "numbers": ["a", 1], "text": "ab"})

    assert [here.take_ids(key) for key in ("ids", "numbers", "text")] == [("a", "b"), (), ()]
    assert [mistake.wish for mistake in here.mistakes] == [
        "give a list of ids, each in quotes",
        "give a list here, not 'ab'",
    ]


def test_a_table_within_notes_its_mistakes_with_the_others():
    here = table({"title": {"ja": 1}})
    inside = here.table("title")
    inside.take("ja", str)

    assert inside.place == "line/questions.toml: question.now.title"
    assert said(here) == ["line/questions.toml: question.now.title.ja: give a text here, not 1"]


def test_what_is_no_table_is_read_as_an_empty_one():
    here = table({})
    inside = here.child("option.x", "text")

    assert inside.data == {}
    assert said(here) == ["line/questions.toml: question.now.option.x: give a table here, not 'text'"]


def test_named_tables_come_with_their_ids_in_the_order_of_the_file():
    here = table({"option": {"yes": {"code": "1"}, "no": {"code": "0"}}})

    assert [(id, part.path, part.data) for id, part in here.named("option")] == [
        ("yes", "question.now.option.yes", {"code": "1"}),
        ("no", "question.now.option.no", {"code": "0"}),
    ]


def test_listed_tables_are_counted_from_one():
    here = table({"step": [{"ja": "一"}, {"ja": "二"}]})

    assert [(part.path, part.data) for part in here.listed("step")] == [
        ("question.now.step[1]", {"ja": "一"}),
        ("question.now.step[2]", {"ja": "二"}),
    ]


@pytest.mark.parametrize("id", ["a", "A-1", "0_x", "crowdworks"])
def test_an_id_that_addresses_can_hold_is_free(id):
    here = table({})
    here.check_id(id, reserved=("none",))

    assert here.mistakes == []


@pytest.mark.parametrize("id", ["", "-a", "_a", "a b", "a/b", "果物", "ａ", "a\n"])
def test_an_id_that_addresses_cannot_hold_is_refused(id):
    here = table({})
    here.check_id(id)

    assert said(here) == ["line/questions.toml: question.now: name it with ASCII letters, digits and hyphens"]


def test_whatever_nobody_asked_for_is_not_known_in_the_order_of_the_file():
    keys = ["zeta", "taken", "alpha", "mu", "beta"]
    here = table(dict.fromkeys(keys, 1))
    here.take("taken", int)
    here.close()

    wish = "is not known here; mend its spelling or take it out"
    assert said(here) == [
        f"line/questions.toml: question.now.{key}: {wish}" for key in ("zeta", "alpha", "mu", "beta")
    ]


def test_whatever_is_built_is_closed():
    tables = [Table("f", place, {"known": 1, "unknown": 1}, []) for place in ("a b", "c")]

    assert built_by_id({"a b": tables[0]}, lambda id, table: (id, table.take("known", int))) == {"a b": ("a b", 1)}
    assert built_in_order([tables[1]], lambda table: table.take("known", int)) == (1,)
    assert [sentence.partition(";")[0] for table in tables for sentence in said(table)] == [
        "f: a b: name it with ASCII letters, digits and hyphens",
        "f: a b.unknown: is not known here",
        "f: c.unknown: is not known here",
    ]

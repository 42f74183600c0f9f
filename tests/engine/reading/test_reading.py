"""Reading: a flow from its files, and one sentence for every mistake in them."""

import contextlib
import copy
import random
import tomllib
from datetime import date
from functools import reduce

import pytest

from tests.conftest import FLOWS, LANGUAGES
from wizard.engine import FlowError, Verdict, read_flow

TEXT = (FLOWS / "lunch" / "flow.toml").read_text(encoding="utf-8")

# What is replaced in the small flow, by what, and the sentence that must come of it.
BROKEN = {
    "bad TOML": ('kind = "one"\n', "kind = one\n", "flow.toml: Invalid value (at line 38, column 8)"),
    "unknown key": ("risk = true", "rsik = true", "question.weather.rsik: is not known here"),
    "unknown section": ("[shared.", "[shard.", "flow.toml: shard: is not known here"),
    "missing key": ('code = "a"\n', "", "question.weather.code: is missing; give a text"),
    "wrong kind": ("risk = true", "risk = 1", "question.weather.risk: give true or false here, not 1"),
    "missing language": ('title.en = "The sky"\n', "", "source.sky.title.en: is missing; give a text"),
    "empty text": ('title.en = "The sky"', 'title.en = " "', "source.sky.title.en: is empty; write the text"),
    "unknown language": ('title.en = "The sky"', 'title.en = "x"\ntitle.fr = "x"', "title.fr: is not known here"),
    "unknown question": ('{ weather = ["sun"], food', '{ wether = ["sun"], food', "when.wether: is no question"),
    "unknown option": (
        '{ weather = ["sun"], food',
        '{ weather = ["son"], food',
        "'son' is no option; name some of sun",
    ),
    "unknown outcome": ('outcome = "cafe"', 'outcome = "coffee"', "rule[3].outcome: 'coffee' is no outcome"),
    "unused outcome": ('outcome = "cafe"', 'outcome = "home"', "outcome.cafe: no rule leads here"),
    "unknown source": ('pleasant outside.", sources = ["sky"]', 'x", sources = ["sea"]', "'sea' is no source"),
    "no source": ('pleasant outside.", sources = ["sky"]', 'x"', "reason[2].sources: name at least one source"),
    "unknown desk": ('desk = "cook"', 'desk = "cooks"', "help[1].desk: 'cooks' is no desk"),
    "unknown shared list": ('include = "wash"', 'include = "dry"', "step[1].include: 'dry' is no shared list"),
    "unused shared list": ('{ include = "wash" },', "", "shared.wash: is included nowhere"),
    "unknown start": ('start = ["weather"]', 'start = ["season"]', "flow.start: 'season' is no question"),
    "no start": ('start = ["weather"]', "", "flow.start: name the question"),
    "unknown then_ask": ('then_ask = ["guests"]', 'then_ask = ["gests"]', "then_ask: 'gests' is no question"),
    "unknown follow-up": ('answers = { weather = ["rain"] }', 'answers = { sky = ["rain"] }', "sky: is no question"),
    "idle follow-up": (', answers = { weather = ["rain"] }', "", "follow_up[1].answers: give the answers"),
    "setting that nobody checked": (
        'sure = false\nsources = ["sky"]\n',
        "sure = false\n",
        "setting[1].sources: name at least one source",
    ),
    "setting without a way": (
        'path = { ja = "庭 → 日よけ", en = "Garden → parasol" }\n',
        "",
        "setting[1].path: write the text in each language",
    ),
    "code in capitals": ('code = "b"', 'code = "B"', "question.food.code: give lower-case letters"),
    "code with a digit": ('code = "b"', 'code = "b1"', "question.food.code: give lower-case letters"),
    "option's code of two": ('code = "A"', 'code = "AB"', "option.fruit.code: give one digit or capital letter"),
    "option's code in lower case": ('code = "A"', 'code = "x"', "option.fruit.code: give one digit or capital letter"),
    "code used twice": ('code = "b"', 'code = "a"', "question.food.code: 'a' belongs to question weather"),
    "retired code": ('code = "b"', 'code = "z"', "question.food.code: 'z' belongs to a retired question"),
    "option's retired code": ('code = "2"\nlabel.ja = "雨', 'code = "3"\nlabel.ja = "雨', "'3' belongs to a retired"),
    "option's reserved code": (
        'code = "1"\ngroup = "bought"\nlabel.ja = "パン',
        'code = "0"\ngroup = "bought"\nlabel.ja = "パン',
        "belongs to none of these",
    ),
    "no reason for all": (
        '    { ja = "外は気持ち',
        '    { when = { weather = ["sun"] }, ja = "外は気持ち',
        "outcome.picnic.reason: give at least one without `when`",
    ),
    "no wording for all": (
        '    { ja = "家に何',
        '    { when = { weather = ["rain"] }, ja = "家に何',
        "question.food.title: end with a wording without `when`",
    ),
    "no rule for all": (
        '[[rule]]\noutcome = "cafe"',
        '[[rule]]\noutcome = "cafe"\nwhen = { weather = ["sun"] }',
        "let the last [[rule]] always match",
    ),
    "rule behind one for all": (
        '[[rule]]\noutcome = "cafe"',
        '[[rule]]\noutcome = "cafe"\n[[rule]]\noutcome = "home"',
        "rule[4]: the rule before it always matches",
    ),
    "rule that is never reached": (
        '[[rule]]\noutcome = "cafe"',
        '[[rule]]\noutcome = "home"\nwhen = { weather = ["rain"] }\n[[rule]]\noutcome = "cafe"',
        "rule[3]: no answers reach this rule",
    ),
    "rule that is written twice": (
        '[[rule]]\noutcome = "cafe"',
        (
            '[[rule]]\noutcome = "picnic"\nwhen = { weather = ["sun"], food = { at_least = 2 } }\n'
            '[[rule]]\noutcome = "cafe"'
        ),
        "rule[3]: no answers reach this rule",
    ),
    "too many wanted": ("at_least = 2", "at_least = 9", "when.food: give a list of options or { at_least = 1 to 3 }"),
    "wrong verdict": ('verdict = "accept"', 'verdict = "yes"', "outcome.picnic.verdict: give one of accept"),
    "wrong tone": ('tone = "polite"', 'tone = "loud"', "reply[1].tone: 'loud' is no tone of this flow"),
    "wrong kind of question": ('kind = "one"', 'kind = "two"', 'question.weather.kind: give "one" or "many"'),
    "id that no address can hold": ("food.option.fruit]", 'food.option."果物"]', "name it with ASCII letters, digits"),
    "option called none": (
        "[question.food.option.cheese]",
        "[question.food.option.none]",
        "'none' means something else",
    ),
    "prefilled question that is none": (
        'prefilled = ["weather"]',
        'prefilled = ["wether"]',
        "flow.prefilled: 'wether' is no question",
    ),
    "follow-up without a list": (
        'answers = { weather = ["rain"] }',
        "answers = { weather = 1 }",
        "give a list of options",
    ),
    "a count that is no whole number": ("at_least = 2", "at_least = 2.0", "when.food: give a list of options or"),
    "a count that is true": ("at_least = 2", "at_least = true", "when.food: give a list of options or"),
    "more wanted than there is": ("least = 1", "least = 5", "question.guests.least: give 0 to the number of options"),
    "least of one choice": ('kind = "one"', 'kind = "one"\nleast = 2', "question.weather.least: give 0 to the number"),
    "follow-up with two answers": (
        'answers = { weather = ["rain"] }',
        'answers = { weather = ["rain", "sun"] }',
        "['rain', 'sun'] is no answer",
    ),
    "address that is none": (
        '"https://example.org/sky"',
        '"javascript:alert(1)"',
        "source.sky.url: begin with https://",
    ),
    "editions out of order": ("number = 2", "number = 3", "give the editions the numbers 1, 2, 3"),
}


RESERVED = {"question": ("asked", "shared"), "tick": ("none",)}


def mistakes_of(folder):
    with pytest.raises(FlowError) as caught:
        read_flow(folder, LANGUAGES, RESERVED)
    return caught.value.mistakes


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_named_with_file_table_key_and_wish(tmp_path, name):
    old, new, sentence = BROKEN[name]
    assert TEXT.count(old) >= 1
    (tmp_path / "flow.toml").write_text(TEXT.replace(old, new, 1), encoding="utf-8")

    found = mistakes_of(tmp_path)

    assert any(sentence in mistake for mistake in found), found
    assert all(mistake.startswith(f"{tmp_path.name}/flow.toml: ") for mistake in found)
    assert len(found) <= 2, "a mistake should not drag others behind it"


@pytest.mark.parametrize("name", ["asked", "shared"])
def test_a_question_takes_no_name_that_addresses_use(tmp_path, name):
    renamed = TEXT.replace("guests", name)
    (tmp_path / "flow.toml").write_text(renamed, encoding="utf-8")

    assert [mistake.partition(": ")[2] for mistake in mistakes_of(tmp_path)] == [
        f"question.{name}: {name!r} means something else in addresses; take another name"
    ]


def test_all_mistakes_of_all_files_are_reported_together(tmp_path):
    (tmp_path / "flow.toml").write_text(TEXT.replace('code = "b"', 'code = "a"'), encoding="utf-8")
    (tmp_path / "more.toml").write_text("[source.sea]\nurl = 5\n", encoding="utf-8")
    (tmp_path / "worse.toml").write_text("[source.sea\n", encoding="utf-8")
    (tmp_path / "worst.toml").write_bytes("# 空".encode("shift_jis"))

    found = "\n".join(mistakes_of(tmp_path))

    assert "question.food.code" in found
    assert "more.toml: source.sea.url: give a text here, not 5" in found
    assert "more.toml: source.sea.title: write the text" in found
    assert "worse.toml: Expected ']'" in found
    assert "worst.toml: save the file as UTF-8" in found


def test_what_an_unreadable_file_may_define_is_not_called_unknown(tmp_path):
    (tmp_path / "flow.toml").write_text(TEXT.replace("[source.sky]", "[source.sky"), encoding="utf-8")

    assert len(mistakes_of(tmp_path)) < 20
    assert not any("is no " in mistake for mistake in mistakes_of(tmp_path))


def test_an_id_or_the_rules_in_two_files_are_refused(tmp_path):
    (tmp_path / "flow.toml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "more.toml").write_text('[source.sky]\n[flow]\n[[rule]]\noutcome = "home"\n', encoding="utf-8")

    found = "\n".join(mistakes_of(tmp_path))

    assert "more.toml: source.sky: stands in" in found
    assert "more.toml: flow: stands in" in found
    assert "more.toml: rule: keep all of [[rule]] in one file" in found


def test_a_folder_without_files_says_what_is_missing(tmp_path):
    assert any("flow.start" in mistake for mistake in mistakes_of(tmp_path))


def test_a_flow_is_read_in_every_language():
    flows = read_flow(FLOWS / "lunch", LANGUAGES)

    assert flows["ja"].questions["weather"].title.for_answers({}) == "天気はどうですか？"
    assert flows["en"].questions["weather"].title.for_answers({}) == "What is the weather like?"
    assert flows["en"].outcomes["picnic"].verdict is Verdict.ACCEPT


def test_shared_items_stand_where_they_are_included(lunch):
    assert [step.text for step in lunch.outcomes["picnic"].steps] == ["Wash your hands.", "Wash the fruit."]


def test_a_folder_is_named_as_an_address(tmp_path):
    folder = tmp_path / "lu nch"
    folder.mkdir()
    (folder / "flow.toml").write_text(TEXT, encoding="utf-8")

    assert "lu nch: name the folder with ASCII letters" in mistakes_of(folder)[0]


def test_what_is_no_file_or_too_deep_is_named(tmp_path):
    (tmp_path / "flow.toml").write_text("\ufeff" + TEXT, encoding="utf-8")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "deep.toml").write_text("x = " + "[" * 3000 + "]" * 3000, encoding="utf-8")

    assert [mistake.split(": ")[0].split("/")[1] for mistake in mistakes_of(tmp_path)] == ["deep.toml", "folder.toml"]


JUNK = [0, -1, 10**30, 1.5, True, "", "x", "sun", [], [[]], [1], ["x"], [{}], {}, {"ja": "x"}, {"x": {}}]
JUNK += [{"at_least": 1}, {"at_least": []}, [{"include": 1}], {"weather": ["sun"]}, {"weather": 1}, date(2026, 1, 1)]


def places(data, path=()):
    """The path of every value in nested tables and lists."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def test_no_nonsense_makes_the_reader_fail(tmp_path, monkeypatch):
    """Any value replaced by any other is read, or named in a sentence; never an exception of another kind."""
    (tmp_path / "flow.toml").touch()
    whole, chance = tomllib.loads(TEXT), random.Random(20261124)
    for _ in range(1500):
        data = copy.deepcopy(whole)
        *above, last = chance.choice(list(places(data)))
        reduce(lambda part, key: part[key], above, data)[last] = copy.deepcopy(chance.choice(JUNK))
        monkeypatch.setattr("wizard.engine.reading.files.load", lambda _, data=data: data)
        with contextlib.suppress(FlowError):
            read_flow(tmp_path, LANGUAGES)

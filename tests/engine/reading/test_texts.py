"""Texts: there in every language, stripped, and with a wording for everybody."""

import pytest

from tests.engine.reading.broken import broken, changed, mistakes_with, read
from wizard.engine import When, Words
from wizard.engine.condition import Condition
from wizard.engine.reading.names import Names
from wizard.engine.reading.table import Table
from wizard.engine.reading.texts import read_line, read_text, read_words
from wizard.engine.words import Wording

JA = Names("ja", ("ja", "en"), {"weather": ("sun", "rain")}, (), {}, {}, True)
EN = Names("en", ("ja", "en"), {"weather": ("sun", "rain")}, (), {}, {}, True)
FOR_ALL = "question.food.title: end with a wording without `when`, so that it suits everybody"


@broken(
    {
        "missing language": (
            'title.en = "The sky"\n',
            "",
            "source.sky.title.en: is missing; give a text",
        ),
        "empty text": (
            'title.en = "The sky"',
            'title.en = " "',
            "source.sky.title.en: is empty; write the text",
        ),
        "unknown language": (
            'title.en = "The sky"',
            'title.en = "x"\ntitle.fr = "x"',
            "source.sky.title.fr: is not known here; mend its spelling or take it out",
        ),
        "no text at all": (
            'path = { ja = "庭 → 日よけ", en = "Garden → parasol" }\n',
            "",
            "outcome.picnic.setting[1].path: write the text in each language: ja, en",
        ),
        "text in no language": (
            'title.ja = "空"\ntitle.en = "The sky"',
            'title = "空"',
            "source.sky.title: write the text in each language: ja, en",
        ),
        "text that may be left out, in no language": (
            'hint.ja = "あとで変えられます。"\nhint.en = "You can change it later."',
            'hint = "x"',
            "question.guests.hint: write the text in each language: ja, en",
        ),
        "no wording for all": (
            '    { ja = "家に何',
            '    { when = { weather = ["rain"] }, ja = "家に何',
            FOR_ALL,
        ),
        "no wording at all": (
            'title.ja = "だれが来ますか？"\ntitle.en = "Who is coming?"',
            "title = []",
            "question.guests.title: end with a wording without `when`, so that it suits everybody",
        ),
        "wording behind one for all": (
            '    { ja = "家に何',
            '    { ja = "x", en = "x" },\n    { ja = "家に何',
            "question.food.title[3]: is never said, for the one before suits everybody; move it up or take it out",
        ),
        "unknown key of a wording": (
            '    { ja = "家に何',
            '    { wen = {}, ja = "家に何',
            "question.food.title[2].wen: is not known here; did you mean 'when'?",
        ),
    }
)
def test_a_mistake_is_named_with_table_key_and_wish(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences


@pytest.mark.parametrize(("names", "text"), [(JA, "空"), (EN, "The sky")])
def test_a_text_is_given_in_the_language_that_is_built_and_stripped(names, text):
    table = Table("f", "source.sky", {"title": {"ja": "\n空\n", "en": " The sky "}}, [])

    assert read_line(names, table.table("title")) == read_text(names, table, "title") == text
    assert table.mistakes == []


def test_a_text_of_several_lines_begins_and_ends_with_words(tmp_path):
    flows = read(tmp_path, changed('ja = "外で食べませんか。"', 'ja = """\n外で\n食べませんか。\n"""'))

    assert flows["ja"].outcomes["picnic"].replies[0].text == "外で\n食べませんか。"
    assert flows["en"].outcomes["picnic"].replies[0].original == "外で\n食べませんか。"


def test_what_may_be_left_out_is_empty():
    table = Table("f", "question.x", {}, [])

    assert read_text(JA, table, "hint", needed=False) == ""
    assert read_words(JA, table, "hint", needed=False) == Words()
    assert table.mistakes == []


def test_wordings_are_kept_in_their_order_with_their_conditions():
    sunny = {"when": {"weather": ["sun"]}, "ja": "晴れ", "en": "sunny"}
    table = Table("f", "question.x", {"title": [sunny, {"ja": "雨", "en": "rainy"}]}, [])

    assert read_words(EN, table, "title") == Words(
        (Wording(When((Condition("weather", frozenset({"sun"})),)), "sunny"), Wording(When(), "rainy"))
    )
    assert table.mistakes == []

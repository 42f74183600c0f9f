"""Style: sentences as long as people read, typed cleanly, and no phrase that the flow never says."""

import pytest

from tests.conftest import FLOWS, LANGUAGES
from wizard.engine.proving import Kind, prove
from wizard.engine.proving.style import Line, badly_typed, forbidden, lines_in, long, untranslated
from wizard.engine.reading.table import Table


def line(text, language="ja", path="outcome.go.step[1]", **beside):
    return Line(Table("umbrella/go.toml", path, {language: text, **beside}, []), language, text)


def said(findings):
    return [finding.sentence for finding in findings]


def words(number):
    return " ".join(["word"] * number)


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ja", "あ" * 60 + "。", None),
        ("ja", "　" + "あ" * 60 + "。", None),
        ("ja", "あ" * 61 + "。", "61 characters; make it 60 at most"),
        ("ja", "い。" + "あ" * 61, "61 characters; make it 60 at most"),
        ("ja", "あ" * 40 + "。" + "い" * 40 + "？" + "う" * 40 + "！" + "え" * 40, None),
        ("ja", "あ" * 40 + "\n" + "い" * 40, None),
        ("en", words(25) + ".", None),
        ("en", words(26) + ".", "26 words; make it 25 at most"),
        ("en", f"{words(20)}. {words(20)}? {words(20)}! {words(20)}\n{words(20)}", None),
        ("en", f"{words(20)}.” {words(20)}", None),
        ("en", f"{words(13)} 3.5 {words(13)}", "27 words; make it 25 at most"),
    ],
)
def test_a_sentence_has_its_length(language, text, count):
    findings = list(long([line(text, language)]))

    assert [finding.sentence.partition(" has ")[2] for finding in findings] == ([count] if count else [])


def test_a_sentence_that_is_too_long_is_found_by_its_place_and_start():
    (finding,) = long([line("。" + "あ" * 61)])

    assert finding.kind is Kind.STYLE
    assert not finding.is_error
    assert finding.place == "umbrella/go.toml: outcome.go.step[1].ja"
    assert finding.sentence.startswith(f"its sentence “{'あ' * 20} …” has")


@pytest.mark.parametrize(("language", "limit"), [("ja", 200), ("en", 300)])
def test_a_message_has_its_length(language, limit):
    text = ("あ。" if language == "ja" else "a. ") * limit

    assert said(long([line(text[:limit], language, tone="polite")])) == []
    assert said(long([line(text[: limit + 1], language)])) == []
    assert said(long([line(text[: limit + 1], language, tone="polite")])) == [
        f"the message has {limit + 1} characters; make it {limit} at most"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the station’s “guide”", []),
        ("the station's guide", ["has a straight quote, '; write “ ” or ’, and 「」 in Japanese"]),
        ('the "guide" isn\'t', ['has a straight quote, "; write “ ” or ’, and 「」 in Japanese']),
        ("one two", []),
        ("one  two", ["has two spaces in a row; leave one"]),
        ("［　］様", []),
        ("お名前　　様", ["has two spaces in a row; leave one"]),
        ("one\n\ntwo", []),
    ],
)
def test_a_text_is_typed_cleanly(text, found):
    assert said(badly_typed([line(text)])) == found


def test_a_phrase_of_the_list_is_found_in_whatever_case():
    found = forbidden(
        [line("It Is Safe.", "en"), line("安全です。"), line("安全か確かめます。")], ("Is safe", "安全です")
    )

    assert said(found) == [
        "says “Is safe”, which this flow never does; find other words",
        "says “安全です”, which this flow never does; find other words",
    ]


def test_the_title_of_a_source_is_somebody_elses():
    assert said(forbidden([line("安全です", path="source.police.title")], ("安全です",))) == []


@pytest.mark.parametrize(
    ("ja", "en", "found"),
    [
        ("出かけましょう", "出かけましょう", ["is the same as in ja; translate it"]),
        ("出かけましょう", "Off you go", []),
        ("LINE VOOM", "LINE VOOM", []),
        ("…", "…", []),
        ("出かけましょう", "See 「出かけましょう」", []),
    ],
)
def test_a_text_is_translated(ja, en, found):
    table = Table("f", "flow.title", {"ja": ja, "en": en}, [])

    assert said(untranslated(list(lines_in(table, LANGUAGES)), LANGUAGES)) == found


def test_every_text_is_looked_at_wherever_it_stands():
    table = Table(
        "f", "outcome.go", {"title": {"ja": "一"}, "code": "a", "step": [{"ja": "二", "path": {"en": "three"}}, 4]}, []
    )

    assert [(found.table.path, found.language, found.text) for found in lines_in(table, LANGUAGES)] == [
        ("outcome.go.title", "ja", "一"),
        ("outcome.go.step[1]", "ja", "二"),
        ("outcome.go.step[1].path", "en", "three"),
    ]


def test_the_small_flow_is_written_well():
    assert [str(finding) for finding in prove(FLOWS / "lunch", LANGUAGES).findings if not finding.is_error] == []

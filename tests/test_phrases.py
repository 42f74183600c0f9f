"""Where headings and options may break."""

import pytest

from wizard.content import flows
from wizard.phrases import PARSERS, breakable, headings, phrases, unbroken


def test_a_heading_breaks_between_its_phrases():
    assert breakable("どこで知り合いましたか？", "ja") == "どこで<wbr>知り合いましたか？"


def test_a_short_remark_in_brackets_moves_as_a_whole():
    assert breakable("言われた（まだつながっていない）", "ja") == "言われた<wbr>（まだつながっていない）"


def test_a_text_in_a_language_without_phrases_stays_as_it_is():
    assert breakable("Where did you meet?", "en") == "Where did you meet?"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_markup_comes_from_a_text(language):
    assert "<b>" not in breakable("<b>太字</b>", language)


@pytest.mark.parametrize("text", list(headings(flows()["line"]["ja"])))
def test_no_phrase_of_the_line_flow_is_a_lone_character(text):
    found = list(phrases(text, PARSERS["ja"], unbroken("ja")))

    assert "".join(found) == text
    assert all(len(phrase) > 1 for phrase in found)


def test_pages_break_at_phrases_and_their_titles_hold_no_markup(visitor):
    page = visitor.get("/line/a0/").content.decode()

    assert "相手の方とは、<wbr>どこで<wbr>知り合いましたか？</h1>" in page
    assert "<title>相手の方とは、どこで知り合いましたか？ |" in page

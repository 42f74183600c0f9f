"""Where headings and options may break."""

import pytest

from wizard.content import flows
from wizard.phrases import OWN_WORDS, breakable, headings, phrases, prepare, unbroken, with_words_whole


@pytest.fixture
def nothing_known():
    """No break found yet, and none kept for other tests: which words stay whole hangs on the flows."""
    for known in (breakable, unbroken):
        known.cache_clear()
    yield
    for known in (breakable, unbroken):
        known.cache_clear()


def test_a_heading_breaks_between_its_phrases():
    assert breakable("どこで知り合いましたか？", "ja") == "どこで<wbr>知り合いましたか？"


def test_a_short_remark_in_brackets_moves_as_a_whole():
    assert breakable("言われた（まだつながっていない）", "ja") == "言われた<wbr>（まだつながっていない）"


def test_a_long_remark_may_break():
    remark = "（どちらのサイトの決まりも、読んだことはありません）"

    assert "<wbr>" in breakable(remark, "ja").removeprefix("<wbr>")


@pytest.mark.parametrize(
    ("found", "words", "kept"),
    [
        (["身分", "証を", "送る"], ("身分証",), ["身分証を", "送る"]),
        (["当て", "はま", "る"], ("当てはま",), ["当てはま", "る"]),
        (["身分証を", "送る"], ("身分証",), ["身分証を", "送る"]),
        (["a", "b"], (), ["a", "b"]),
        (["契約", "(仮", ")を"], ("(仮)",), ["契約", "(仮)を"]),
        (["C+", "+で"], ("C++",), ["C++で"]),
        (["a(", "b"], ("(",), ["a(", "b"]),
        (["C:", "\\1を"], ("C:\\1",), ["C:\\1を"]),
    ],
)
def test_a_word_is_kept_whole(found, words, kept):
    assert with_words_whole(found, words) == kept


@pytest.mark.usefixtures("lunch_site", "nothing_known")
def test_the_words_to_keep_whole_are_the_sites_own_and_those_of_its_flows():
    assert unbroken("ja") == (*OWN_WORDS, "日よけ")


def test_a_flows_headings_are_its_titles_and_options_in_all_their_wordings(lunch):
    assert list(headings(lunch)) == [
        "Where to have lunch",
        "What is the weather like?",
        *("Sunny", "Cloudy", "Rain, or I do not know"),
        *("What is in the garden?", "What is in the house?"),
        *("Bread", "Cheese", "Fruit"),
        "Who is coming?",
        *("Family", "Friends"),
        *("Eat outside", "Go to a café", "Eat at home"),
    ]


@pytest.mark.usefixtures("nothing_known")
def test_a_flow_is_prepared_by_finding_the_breaks_of_all_its_headings(lunch):
    prepare(lunch)
    found = breakable.cache_info().misses
    for text in headings(lunch):
        breakable(text, lunch.language)

    assert found == len(list(headings(lunch)))
    assert breakable.cache_info().misses == found


def test_a_text_in_a_language_without_phrases_stays_as_it_is():
    assert breakable("Where did you meet?", "en") == "Where did you meet?"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_markup_comes_from_a_text(language):
    html = breakable("<b>&太字</b>", language)

    assert html.replace("<wbr>", "") == "&lt;b&gt;&amp;太字&lt;/b&gt;"


@pytest.mark.parametrize("text", list(headings(flows()["line"]["ja"])))
def test_no_phrase_of_the_line_flow_is_a_lone_character(text):
    found = list(phrases(text, "ja"))

    assert "".join(found) == text
    assert all(len(phrase) > 1 for phrase in found)


def test_pages_break_at_phrases_and_their_titles_hold_no_markup(visitor):
    page = visitor.get("/line/a0/").content.decode()

    assert "相手の方とは、<wbr>どこで<wbr>知り合いましたか？</h1>" in page
    assert "<title>相手の方とは、どこで知り合いましたか？ |" in page

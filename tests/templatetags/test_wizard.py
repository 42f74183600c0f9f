"""What templates need beyond Django's own."""

from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.template import Context
from django.utils import translation
from PIL import Image

from wizard.content import flows
from wizard.context_processors import site
from wizard.engine import How, Source
from wizard.pages.outcome import OutcomePage
from wizard.share import Share
from wizard.templatetags.wizard import (
    absolute,
    any_stale,
    card,
    card_for,
    comma,
    in_language,
    japanese_marked,
    joined,
    phrased,
    rows,
    share,
    stale,
    symbol,
    tel,
    verdict_words,
)

CARDS = settings.BASE_DIR / "static" / "cards"

SKY = Source("sky", "The sky", "https://example.org/sky", True, date(2026, 1, 1), How.READ)


@pytest.mark.parametrize(("verdict", "mark", "words"), [("accept", "○", "受ける"), ("decline", "×", "断る")])
def test_a_verdict_has_a_symbol_and_a_word(verdict, mark, words):
    assert (symbol(verdict), verdict_words(verdict)) == (mark, words)


def test_labels_are_kept_apart_by_more_than_the_commas_within_them():
    with translation.override("ja"):
        assert joined(["パン、チーズ", "果物"]) == "パン、チーズ／果物"
    with translation.override("en"):
        assert joined(["bread, cheese", "fruit"]) == "bread, cheese; fruit"


@pytest.mark.parametrize(("language", "between"), [("ja", "、"), ("en", ", ")])
def test_members_of_a_row_are_kept_apart_as_their_language_does(language, between):
    with translation.override(language):
        assert comma() == between


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>Open 友だち追加 now</p>", '<p>Open <span lang="ja">友だち追加</span> now</p>'),
        ("<p>ココナラのFAQ「外部」へ</p>", '<p><span lang="ja">ココナラのFAQ「外部」へ</span></p>'),
        ('<a title="設定">A</a>', '<a title="設定">A</a>'),
        ("<svg><text>設定</text></svg>", "<svg><text>設定</text></svg>"),
        ("<textarea>設定</textarea><p>設定</p>", '<textarea>設定</textarea><p><span lang="ja">設定</span></p>'),
    ],
)
def test_japanese_within_english_is_marked_where_a_tag_can_stand(html, marked):
    with translation.override("en"):
        assert japanese_marked(html) == marked
    with translation.override("ja"):
        assert japanese_marked(html) == html


def test_a_heading_breaks_between_phrases_in_japanese_alone():
    with translation.override("ja"):
        assert phrased("どこで知り合いましたか？") == "どこで<wbr>知り合いましたか？"
    with translation.override("en"):
        assert phrased("Where did you meet?") == "Where did you meet?"
    with translation.override(None):
        assert phrased("どこで知り合いましたか？") == "どこで知り合いましたか？"


def test_any_stale_source_makes_a_list_of_them_stale():
    fresh = Source("sea", "The sea", "https://example.org/sea", True, date(2026, 6, 1), How.READ)

    assert any_stale([fresh, SKY], date(2026, 8, 1))
    assert not any_stale([fresh], date(2026, 8, 1))
    assert not any_stale([], date(2026, 8, 1))


@pytest.mark.parametrize(("days", "old"), [(0, False), (180, False), (181, True)])
def test_a_source_is_stale_after_180_days(days, old):
    today = SKY.checked + timedelta(days=days)

    assert stale(SKY, today) is any_stale([SKY], today) is old


@pytest.mark.parametrize(("text", "height"), [("短い。", 1), ("あ" * 19, 1), ("あ" * 20, 2), ("一\n\n三", 3)])
def test_a_text_area_is_as_high_as_its_message(text, height):
    assert rows(text) == height


@pytest.mark.parametrize(("phone", "link"), [("110", "tel:110"), ("#9110", "tel:%239110"), ("0120-1", "tel:01201")])
def test_a_number_can_be_called(phone, link):
    assert tel(phone) == link


def test_an_address_is_the_same_in_another_language():
    with translation.override("ja"):
        assert in_language("/line/a0/", "en") == "/en/line/a0/"


@pytest.fixture
def context(rf):
    return Context(site(rf.get("/line/a0/", secure=True)))


def test_an_address_is_told_with_its_host(context):
    assert absolute(context, "/line/") == "https://testserver/line/"
    assert share(context, "/line/", "Look!") == Share("https://testserver/line/", "Look!")


# Preview cards


LINE = flows()["line"]
LANGUAGES = ("ja", "en")


def drawn(name):
    with Image.open(CARDS / name) as picture:
        picture.load()
        return picture


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_outcome_of_the_line_flow_has_a_card_that_says_its_title_of_today(language):
    with translation.override(language):
        flow = LINE[language]
        wanted = {
            f"{language}.png": "",
            f"line/{language}.png": flow.name,
            **{
                f"line/{id}-{language}.png": f"{flow.name} → {OutcomePage(outcome, flow).card_title}"
                for id, outcome in flow.outcomes.items()
            },
        }

    assert {name: drawn(name).info["Title"] for name in wanted} == wanted, "make pictures"


def test_cards_have_their_size_and_are_small_together():
    names = [path.relative_to(CARDS) for path in CARDS.rglob("*.png")]

    assert {drawn(name).size for name in names} == {(1200, 630)}
    assert len(names) == len(LANGUAGES) * (2 + len(LINE["ja"].outcomes))
    assert sum((CARDS / name).stat().st_size for name in names) <= 2**20


@pytest.mark.usefixtures("static_files")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_is_named_by_its_content_as_production_serves_it(context, language):
    with translation.override(language):
        address = card(context, LINE[language], LINE[language].outcomes["stop"])

    assert address.startswith(f"https://testserver/static/cards/line/stop-{language}.")
    served = settings.STATIC_ROOT / urlsplit(address).path.removeprefix(settings.STATIC_URL)
    assert served.read_bytes() == (CARDS / f"line/stop-{language}.png").read_bytes()


def test_where_no_card_is_drawn_the_nearest_stands_in():
    assert card_for("line", "stop", "ja") == "cards/line/stop-ja.png"
    assert card_for("line", "new", "ja") == "cards/line/ja.png"
    assert card_for("lunch", "picnic", "en") == "cards/en.png"
    assert card_for(None, None, "en") == "cards/en.png"

"""What templates need beyond Django's own."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from wizard.engine import How, Source
from wizard.templatetags.wizard import any_stale, joined, rows, stale, symbol, tel, verdict_words

SKY = Source("sky", "The sky", "https://example.org/sky", True, date(2026, 1, 1), How.READ)


@pytest.mark.parametrize(("verdict", "mark", "words"), [("accept", "○", "受ける"), ("decline", "×", "断る")])
def test_a_verdict_has_a_symbol_and_a_word(verdict, mark, words):
    assert (symbol(verdict), verdict_words(verdict)) == (mark, words)


def test_labels_are_kept_apart_by_more_than_the_commas_within_them():
    with translation.override("ja"):
        assert joined(["パン、チーズ", "果物"]) == "パン、チーズ／果物"
    with translation.override("en"):
        assert joined(["bread, cheese", "fruit"]) == "bread, cheese; fruit"


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

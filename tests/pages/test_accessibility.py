"""The record of the accessibility page."""

import pytest

from wizard.pages.accessibility import record

LEVELS = {"A", "AA"}


def criteria(language):
    return [each for _, group in record(language).principles for each in group]


def test_every_criterion_of_both_standards_is_there_once():
    """WCAG 2.2 has 55 at A and AA; JIS X 8341-3:2016 those 38 of WCAG 2.0, parsing among them."""
    numbers = [each.number for each in criteria("en")]

    assert len(set(numbers)) == len(numbers) == 56
    assert len(set(numbers) - {"4.1.1"}) == 55
    assert sum(each.jis for each in criteria("en")) == 38
    assert {each.level for each in criteria("en")} == LEVELS


@pytest.mark.parametrize(("prefix", "language"), [("", "ja"), ("/en", "en")])
def test_the_page_tells_how_each_was_tried_and_what_came_of_it(visitor, prefix, language):
    page = visitor.open(f"{prefix}/accessibility/")

    for each in criteria(language):
        assert f"{each.number} {each.name}" in page.words
        assert each.ways
        assert each.note in page.words
    for words, count in record(language).results:
        assert count
        assert f"{words} · {count}" in page.words

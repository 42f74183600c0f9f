"""Sources and desks: each source with the day on which it was checked, each desk with a way to reach it."""

from datetime import date

import pytest

from tests.engine.reading.broken import broken, changed, mistakes_with, read
from wizard.engine import Archived, How

WEB = "begin with https:// or http://"


@broken(
    {
        "address of a source that is none": (
            'url = "https://example.org/sky"',
            'url = "javascript:alert(1)"',
            f"source.sky.url: {WEB}",
        ),
        "address that only begins like one": (
            'url = "https://example.org/sky"',
            'url = "httpx://example.org/sky"',
            f"source.sky.url: {WEB}",
        ),
        "address of a desk that is none": (
            'url = "https://example.org/cook"',
            'url = "example.org/cook"',
            f"desk.cook.url: {WEB}",
        ),
        "number that no telephone takes": (
            'phone = "0120-000-000"',
            'phone = "0120 000 000"',
            "desk.cook.phone: give it in digits, hyphens and #",
        ),
        "way of checking that is none": (
            'how = "opened"',
            'how = "guessed"',
            'source.sky.how: give "opened" if the page itself was opened, "read" if a stored copy was read',
        ),
        "term that is empty": (
            'expects = ["青", "8 km"]',
            'expects = ["青", " "]',
            "source.sky.expects: holds an empty text; give terms that the source must contain",
        ),
        "archive that is no address": (
            'archived = { url = "https://example.org/archive/sky"',
            'archived = { url = "javascript:alert(1)"',
            f"source.sky.archived.url: {WEB}",
        ),
        "archive of no day": (
            ", date = 2025-12-31 }",
            " }",
            "source.sky.archived.date: is missing; give a date",
        ),
        "day of checking that is none": (
            'checked = 2026-01-01\nhow = "opened"',
            'checked = "2026-01-01"\nhow = "opened"',
            "source.sky.checked: give a date here, not '2026-01-01'",
        ),
        "desk without a source": (
            'note.en = "Ask about the food."\nsources = ["sky"]',
            'note.en = "Ask about the food."',
            "desk.cook.sources: name at least one source",
        ),
        "desk that nobody can reach": (
            'phone = "0120-000-000"\nurl = "https://example.org/cook"\n',
            "",
            "desk.cook.url: give its official page, since it has no phone",
        ),
        "desk that does not say what to do outside its hours": (
            'closed.ja = "料理の本を見てください。"\nclosed.en = "Look into a cookery book."\n',
            "",
            "desk.cook.closed: say what to do outside its hours",
        ),
    }
)
def test_a_mistake_is_named_with_table_key_and_wish(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('url = "https://example.org/cook"\n', ""),  # a phone will do
        ('phone = "0120-000-000"\n', ""),  # so will a page
        ('hours.ja = "昼だけです。"\nhours.en = "At noon only."\n', ""),  # open at all hours
        ('url = "https://example.org/cook"', 'url = "http://example.org/cook"'),
    ],
)
def test_a_desk_needs_no_more_than_one_way_to_reach_it(tmp_path, old, new):
    assert read(tmp_path, changed(old, new))["en"].questions["guests"].desks[0].id == "cook"


def test_a_source_says_when_and_how_it_was_checked(lunch):
    sky, guest = lunch.sources.values()

    assert (sky.id, sky.title, sky.url) == ("sky", "The sky", "https://example.org/sky")
    assert (sky.official, sky.checked, sky.how) == (True, date(2026, 1, 1), How.OPENED)
    assert (guest.official, guest.how) == (False, How.READ)


def test_a_source_says_what_it_must_contain_and_where_an_archive_keeps_it(lunch):
    sky, guest = lunch.sources.values()

    assert sky.expects == ("青", "8 km")
    assert sky.archived == Archived("https://example.org/archive/sky", date(2025, 12, 31))
    assert (guest.expects, guest.archived) == ((), None)


def test_a_desk_is_read_whole(lunch):
    (desk,) = lunch.questions["guests"].desks

    assert (desk.name, desk.note, desk.phone) == ("The cook", "Ask about the food.", "0120-000-000")
    assert (desk.url, desk.hours, desk.closed) == (
        "https://example.org/cook",
        "At noon only.",
        "Look into a cookery book.",
    )
    assert [source.id for source in desk.sources] == ["sky"]

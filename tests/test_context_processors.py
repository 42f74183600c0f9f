"""What every template knows of the page that it draws."""

from datetime import date

import pytest
from django.utils import translation

from wizard.context_processors import site


@pytest.mark.parametrize(
    ("path", "current", "hrefs"),
    [
        ("/", "ja", ["/", "/en/"]),
        ("/en/line/a0/", "en", ["/line/a0/", "/en/line/a0/"]),
        ("/line/?now=asked&x=1", "ja", ["/line/?now=asked&x=1", "/en/line/?now=asked&x=1"]),
    ],
)
def test_a_page_has_its_address_in_every_language(rf, path, current, hrefs):
    with translation.override(current):
        languages = site(rf.get(path))["languages"]

    assert [(language["code"], language["name"]) for language in languages] == [("ja", "日本語"), ("en", "English")]
    assert [language["href"] for language in languages] == hrefs
    assert [language["code"] for language in languages if language["current"]] == [current]


def test_today_is_japans(rf, monkeypatch):
    monkeypatch.setattr("wizard.context_processors.timezone.localdate", lambda: date(2026, 11, 25))

    assert site(rf.get("/"))["today"] == date(2026, 11, 25)
    assert site(rf.get("/"))["first_language"] == "ja"

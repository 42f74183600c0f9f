"""How the site stands on a home screen, and in a browser's frame."""

import json

import pytest
from django.conf import settings
from PIL import Image

from tests.test_colours import tokens

LANGUAGES = [("", "ja", "つながる前に"), ("/en", "en", "Before You Connect")]


def manifest(visitor, prefix):
    """The manifest that a start page names."""
    [link] = visitor.open(f"{prefix}/").rel["manifest"]
    return visitor.get(link["href"])


@pytest.mark.parametrize(("prefix", "language", "name"), LANGUAGES)
def test_it_starts_in_the_language_of_the_page_that_it_was_kept_from(visitor, prefix, language, name):
    response = manifest(visitor, prefix)
    told = json.loads(response.content)

    assert response.headers["Content-Type"] == "application/manifest+json"
    assert response.headers["Content-Language"] == language
    assert "max-age" in response.headers["Cache-Control"]
    assert (told["name"], told["lang"], told["start_url"], told["scope"]) == (name, language, f"{prefix}/", "/")
    assert visitor.open(told["start_url"]).status == 200


def test_its_icons_are_pictures_of_their_size_and_one_may_be_cut_to_any_shape(visitor):
    told = json.loads(manifest(visitor, "").content)["icons"]
    names = [icon["src"].removeprefix(settings.STATIC_URL) for icon in told]
    drawn = [Image.open(settings.BASE_DIR / "static" / name).convert("RGBA") for name in names]

    assert [icon["sizes"] for icon in told] == [f"{picture.width}x{picture.height}" for picture in drawn]
    assert [icon["sizes"] for icon in told] == ["192x192", "512x512", "512x512"]
    assert [icon["purpose"] for icon in told] == ["any", "any", "maskable"]
    assert [picture.getpixel((0, 0))[3] for picture in drawn] == [0, 0, 255]


@pytest.mark.usefixtures("static_files")
def test_its_icons_are_there_as_production_serves_them(visitor):
    for icon in json.loads(manifest(visitor, "").content)["icons"]:
        response = visitor.get(icon["src"])
        response.close()
        assert (response.status_code, response.headers["Content-Type"]) == (200, "image/png")


def test_the_browsers_frame_has_the_colour_of_the_paper(visitor):
    page, told = visitor.get("/").content.decode(), json.loads(manifest(visitor, "").content)

    for scheme in ("light", "dark"):
        paper = tokens(scheme)["ground"]
        assert f'<meta name="theme-color" content="{paper}" media="(prefers-color-scheme: {scheme})">' in page
    assert told["theme_color"] == told["background_color"] == tokens("light")["ground"]

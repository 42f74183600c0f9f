"""The two palettes of the stylesheet, and the contrast of every pair of colours that meet on a page."""

import re

import pytest
from django.conf import settings

STYLES = (settings.BASE_DIR / "static" / "wizard.css").read_text(encoding="utf-8")
TEXT, CONTROL = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11

PAIRS = [  # a colour, what it stands on, the contrast that it needs
    *((text, ground, TEXT) for text in ("text", "quiet", "accent", "visited") for ground in ("ground", "surface")),
    *((text, ground, TEXT) for text in ("text", "quiet", "accent") for ground in ("chosen", "bubble", "red-wash")),
    *(("text", f"{hue}-wash", TEXT) for hue in ("green", "amber", "red", "violet")),
    *(
        (hue, ground, TEXT)
        for hue in ("green", "amber", "red", "violet")
        for ground in (f"{hue}-wash", "surface", "ground")
    ),
    ("on-accent", "accent", TEXT),
    *(("edge", ground, CONTROL) for ground in ("ground", "surface")),
    *(("accent", ground, CONTROL) for ground in ("ground", "surface", "chosen")),
]


def tokens(scheme):
    """Every custom property with its colour; dark mode rewrites colours only."""
    screen = STYLES.split("@layer print {")[0]
    roots = re.findall(r"(?:@media ([^{]+) \{\s*)?:root \{(.*?)\}", screen, re.S)
    light = dict(pair for medium, body in roots if not medium for pair in declared(body))
    dark = dict(pair for medium, body in roots if "dark" in medium for pair in declared(body))
    assert dark.keys() < light.keys()
    return light | (dark if scheme == "dark" else {})


def declared(body):
    return re.findall(r"--([\w-]+): ([^;]+);", body)


def colour(name, palette):
    value = palette[name]
    return colour(value[6:-1], palette) if value.startswith("var(--") else value


def luminance(colour):
    """WCAG's relative luminance of #rrggbb."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_wcags():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground", "needed"), PAIRS)
def test_colours_that_meet_can_be_told_apart(scheme, text, ground, needed):
    palette = tokens(scheme)

    assert contrast(colour(text, palette), colour(ground, palette)) >= needed


def test_dark_mode_rewrites_every_colour():
    light, dark = tokens("light"), tokens("dark")
    raw = {name for name, value in light.items() if value.startswith("#")}

    assert len(raw) > 15
    assert all(light[name] != dark[name] for name in raw)


def test_a_page_is_drawn_with_tokens_alone():
    """A colour of its own has the focus ring, seen on any ground."""
    rules = re.sub(r"--[\w-]+: [^;]+;", "", STYLES)

    assert set(re.findall(r"#[0-9a-f]{3,8}\b|rgb\([^)]+\)", rules)) == {"#ffd43d"}
    assert "!important" not in rules
    used = set(re.findall(r"var\(--([\w-]+)\)", STYLES))
    assert used <= tokens("light").keys() | {"tone", "tone-wash"}

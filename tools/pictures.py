"""Draws the pictures of static/: preview cards and icons. `make pictures`.

The site has a card, each flow has one, and so has each of its outcomes, in every language.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import django
from django.conf import settings
from django.template import Context, Engine
from django.utils import translation
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Page, sync_playwright

from tools import chromium
from wizard.content import flows
from wizard.engine import Flow, Verdict
from wizard.pages.outcome import OutcomePage

TEMPLATE = Path(__file__).parent / "picture.html"
CARD = (1200, 630)
# Enough for one hue, its wash, and what lies between; with every colour a card has twice the bytes.
COLOURS = 64
# Phones cut a maskable icon to any shape that holds a circle of this much of its width.
MASKABLE = 0.8
STATIC = settings.BASE_DIR / "static"
MARK = (STATIC / "mark.svg").read_text(encoding="utf-8")
GROUND = re.findall('fill="(#.+?)"', MARK)[0]


@dataclass(frozen=True)
class Picture:
    """A picture to draw: its file, its size, the page that it is taken of, and what it says."""

    name: str
    size: tuple[int, int]
    html: str
    says: str = ""


def pictures() -> Iterator[Picture]:
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            yield Picture(f"cards/{language}.png", CARD, card(language))
            for languages in flows().values():
                yield from cards_of(languages[language])
    yield Picture("touch-icon.png", (180, 180), icon(180, square=True))
    for size in (192, 512):
        yield Picture(f"icon-{size}.png", (size, size), icon(size))
    yield Picture("icon-maskable.png", (512, 512), icon(512, square=True, scale=MASKABLE))


def cards_of(flow: Flow) -> Iterator[Picture]:
    language, folder = flow.language, f"cards/{flow.id}"
    yield Picture(f"{folder}/{language}.png", CARD, card(language, flow), flow.name)
    for id, outcome in flow.outcomes.items():
        page = OutcomePage(outcome, flow)
        says = f"{flow.name} → {page.card_title}"
        yield Picture(f"{folder}/{id}-{language}.png", CARD, card(language, flow, page), says)


def card(language: str, flow: Flow | None = None, page: OutcomePage | None = None) -> str:
    about = {
        "language": language,
        "flow": flow,
        "page": page,
        "verdicts": list(Verdict),
        "styles": (STATIC / "wizard.css").read_text(encoding="utf-8"),
        "mark": mark(52),
    }
    return Engine.get_default().from_string(TEMPLATE.read_text(encoding="utf-8")).render(Context(about))


def icon(size: int, *, square: bool = False, scale: float = 1) -> str:
    """The mark alone; phones round the corners of a square one themselves."""
    margin = size * (1 - scale) / 2
    ground = f"background: {GROUND}" if square else ""
    style = f"svg {{ display: block; margin: {margin}px }}"
    return f"<body style='margin: 0; {ground}'><style>{style}</style>{mark(round(size * scale), square=square)}"


def mark(size: int, *, square: bool = False) -> str:
    """The mark as inline SVG."""
    drawn = MARK.replace("<svg", f'<svg width="{size}" height="{size}"')
    return drawn.replace(' rx="15"', "") if square else drawn


def draw(page: Page, picture: Picture) -> None:
    page.set_viewport_size({"width": picture.size[0], "height": picture.size[1]})
    page.set_content(picture.html)
    drawn = Image.open(io.BytesIO(page.screenshot(animations="disabled", omit_background=True)))
    info = PngInfo()
    info.add_itxt("Title", picture.says)
    place = STATIC / picture.name
    place.parent.mkdir(parents=True, exist_ok=True)
    drawn.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(place, optimize=True, pnginfo=info)
    print(f"static/{picture.name}: {place.stat().st_size:,} bytes")


if __name__ == "__main__":
    django.setup()
    found = list(pictures())
    with sync_playwright() as playwright:
        path = chromium.path()
        browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGS, chromium_sandbox=False)
        page = browser.new_page(color_scheme="light", reduced_motion="reduce")
        for picture in found:
            draw(page, picture)
        browser.close()

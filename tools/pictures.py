"""Draws the pictures of static/: a preview card for each verdict and language, and the touch icon. `make pictures`."""

from collections.abc import Iterator
from pathlib import Path

import django
from django.conf import settings
from django.template import Context, Engine
from django.utils import translation
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM_ARGS, chromium_path
from wizard.engine import Verdict

TEMPLATE = Path(__file__).parent / "picture.html"
CARD, ICON = (1200, 630), (180, 180)


def pictures() -> Iterator[tuple[str, tuple[int, int], str]]:
    """Each picture's name, size and page."""
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            for verdict in (*Verdict, None):
                yield f"cards/{verdict or 'start'}-{language}.png", CARD, card(verdict, language)
    yield "touch-icon.png", ICON, f"<body style='margin:0'>{mark(square=True)}</body>"


def card(verdict: Verdict | None, language: str) -> str:
    styles = static_file("wizard.css").read_text(encoding="utf-8")
    about = {"verdict": verdict, "verdicts": list(Verdict), "language": language, "styles": styles, "mark": mark()}
    return Engine.get_default().from_string(TEMPLATE.read_text(encoding="utf-8")).render(Context(about))


def mark(*, square: bool = False) -> str:
    """The mark as inline SVG; phones round an icon's corners themselves."""
    drawn = static_file("mark.svg").read_text(encoding="utf-8")
    if square:
        return drawn.replace(' rx="15"', "").replace("<svg", '<svg width="180"')
    return drawn.replace("<svg", '<svg width="64"')


def static_file(name: str) -> Path:
    return Path(settings.BASE_DIR / "static" / name)


def draw(page: Page, name: str, size: tuple[int, int], html: str) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.set_content(html)
    page.screenshot(path=static_file(name), animations="disabled")
    print(f"static/{name}: {static_file(name).stat().st_size:,} bytes")


if __name__ == "__main__":
    django.setup()
    found = list(pictures())
    with sync_playwright() as playwright:
        path = chromium_path()
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS, chromium_sandbox=False)
        page = browser.new_page(color_scheme="light", reduced_motion="reduce")
        for name, size, html in found:
            draw(page, name, size, html)
        browser.close()

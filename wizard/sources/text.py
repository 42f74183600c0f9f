"""The text of what a server answered: HTML in any charset, plain text, or a PDF."""

from __future__ import annotations

import logging
import re
import unicodedata
from dataclasses import dataclass, field
from email.message import Message
from html.parser import HTMLParser
from io import BytesIO

from pypdf import PdfReader

from .opening import Answer, OpenError

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it stumbles over is said with the source

META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# What browsers take these names for: Windows' own letters (①, 髙, ～) stand on Japanese pages of either name.
BROWSERS = {"shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932"}
HEAD = 4096  # browsers look for a charset in the first kilobyte; pages with a long comment before it are forgiven
DASHES = re.compile("[‐‑‒–—―−]")  # U+30FC is a letter and stays
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")


@dataclass
class Markup(HTMLParser):
    """The words of a page as they stand, without its scripts, and whether it asks for a password."""

    parts: list[str] = field(default_factory=list)
    hidden: int = 0
    password: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.hidden += tag in ("script", "style")
        self.password |= tag == "input" and (given.get("type") or "").lower() == "password"
        self.parts.append(given.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style") and self.hidden > 0

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self.hidden else data)


def markup(answer: Answer) -> Markup:
    """What a page says. Raises OpenError where it is of a kind that has no text."""
    kind = header(answer).get_content_type()
    page = Markup()
    if kind == "application/pdf" or answer.content.startswith(b"%PDF-"):
        page.parts.append(text_of_pdf(answer.content))
    elif kind in ("text/html", "application/xhtml+xml"):
        read_markup(page, decoded(answer))
    elif kind.startswith("text/"):
        page.parts.append(decoded(answer))
    else:
        raise OpenError(f"is of a kind that cannot be read here ({kind})")
    return page


def read_markup(page: Markup, text: str) -> None:
    """Read a page's markup. Raises OpenError for what Python's parser does not bear, such as `<![x`."""
    try:
        page.feed(text)
        page.close()
    except (AssertionError, ValueError) as error:
        raise OpenError(f"has markup that cannot be read ({error})") from error


def header(answer: Answer) -> Message:
    """The answer's kind and charset; what says nothing is taken for a page, as browsers do."""
    message = Message()
    message["Content-Type"] = answer.kind or "text/html"
    return message


def decoded(answer: Answer) -> str:
    """The letters of the bytes: by the header, else by the page's own word, else UTF-8."""
    own = META.search(answer.content[:HEAD])
    names = [header(answer).get_content_charset(), own and own[1].decode().lower(), "utf-8"]
    for name in filter(None, names):
        try:
            return answer.content.decode(BROWSERS.get(name, name), errors="replace")
        except (LookupError, ValueError):
            continue  # a charset of no such name, or one that cannot be read by, is no word at all
    raise AssertionError("UTF-8 is always known")


def text_of_pdf(content: bytes) -> str:
    """The text of a PDF. Raises OpenError where it cannot be read, whatever pypdf stumbles over."""
    try:
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    except Exception as error:  # pypdf raises as many kinds as there are ways to break a PDF
        raise OpenError(f"is a PDF that cannot be read ({type(error).__name__}: {error})") from error


def folded(text: str) -> str:
    """A text as it is compared: letters of any width, dashes, spaces and thousands written alike."""
    text = THOUSANDS.sub("", DASHES.sub("-", unicodedata.normalize("NFKC", text)).casefold())
    return "".join(text.split())

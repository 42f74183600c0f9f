"""How an answer is compressed on its way: in Brotli or gzip, as its reader likes."""

import gzip
import re
from collections.abc import Callable, Mapping
from functools import lru_cache

import brotli  # type: ignore[import-untyped]
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

# Level 7 takes as long as gzip does, for a ninth less; from 9 on, to compress a page takes longer than to make it.
COMPRESS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda text: brotli.compress(text, mode=brotli.MODE_TEXT, quality=7, lgwin=16),
    "gzip": lambda text: gzip.compress(text, 6, mtime=0),
}
PLAIN = "identity"
TEXT = re.compile(r"text/|image/svg|application/([a-z.-]+\+)?(json|xml)\b")
SMALLEST = 200  # what is shorter would grow

CODING = re.compile(r"\s*(?P<name>[a-z*-]+)\s*(?:;\s*q\s*=\s*(?P<quality>[01](?:\.[0-9]{0,3})?)\s*)?")
LONGEST_HEADER = 200  # browsers' have some 30 characters


def compressed(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Compress every answer that is a text; files come compressed already."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if is_plain_text(response):
            patch_vary_headers(response, ("Accept-Encoding",))
            compress(response, preferred(request.META.get("HTTP_ACCEPT_ENCODING", "")))
        return response

    return middleware


def is_plain_text(response: HttpResponse) -> bool:
    """Whether an answer is a text of some length, and not compressed yet."""
    if response.streaming or "Content-Encoding" in response:
        return False
    return len(response.content) >= SMALLEST and bool(TEXT.match(response.get("Content-Type", "")))


def compress(response: HttpResponse, coding: str) -> None:
    if coding != PLAIN:
        response.content = COMPRESS[coding](response.content)
        response.headers["Content-Encoding"] = coding
        response.headers["Content-Length"] = str(len(response.content))


def preferred(header: str) -> str:
    """The best of the codings that an Accept-Encoding header takes; of equals Brotli."""
    return best_of(header) if len(header) <= LONGEST_HEADER else PLAIN


@lru_cache(maxsize=256)
def best_of(header: str) -> str:
    found = (CODING.fullmatch(part) for part in header.lower().split(","))
    # From 0, not at all, to 1; what cannot be read is not asked for.
    qualities = {coding["name"]: float(coding["quality"] or 1) for coding in found if coding}
    others = qualities.get("*", 0)
    best = max(COMPRESS, key=lambda coding: qualities.get(coding, others))
    quality = qualities.get(best, others)
    return best if quality > 0 and quality >= qualities.get(PLAIN, 0) else PLAIN

"""Pages remembered whole, as they were sent, in front of all of Django: to send one again costs next to nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from http import HTTPStatus
from threading import Lock
from typing import NamedTuple
from wsgiref.types import StartResponse, WSGIEnvironment

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from .caching import KEPT
from .codings import preferred
from .origin import site_host

MOST_BYTES = 3 * 2**20  # of a process: some five hundred questions, or three hundred results
MOST_OF_ONE = MOST_BYTES // 32  # else a dozen pages that somebody asks for plain would push out all others
WEIGHT_BESIDE_BODY = 2_500  # what an answer's headers and key take
KEY = "wizard.remembering.key"
OF_BODY = ("Content-Type", "Content-Length", "Content-Encoding")


class Key(NamedTuple):
    """All that a page depends on beside the release; nothing else that a request says changes it."""

    day: date
    scheme: str
    host: str
    root: str
    path: str
    coding: str

    @classmethod
    def of(cls, environ: WSGIEnvironment) -> Key | None:
        """None for what is made anew each time: queries are, for anybody can make up new ones without end."""
        is_safe = environ["REQUEST_METHOD"] in ("GET", "HEAD")
        if not is_safe or environ.get("QUERY_STRING") or "HTTP_IF_MATCH" in environ:
            return None
        with suppress(DisallowedHost):
            return cls(
                timezone.now().astimezone(timezone.get_default_timezone()).date(),
                scheme_of(environ),
                host_of(environ.get("HTTP_HOST", ""), environ["SERVER_NAME"], environ["SERVER_PORT"]),
                environ.get("SCRIPT_NAME", ""),
                environ.get("PATH_INFO", ""),
                preferred(environ.get("HTTP_ACCEPT_ENCODING", "")),
            )
        return None


@lru_cache(maxsize=32)
def host_of(asked: str, name: str, port: str) -> str:
    """The host that our addresses name. Raises DisallowedHost where another site is asked for."""
    return site_host({"HTTP_HOST": asked, "SERVER_NAME": name, "SERVER_PORT": port})


def scheme_of(environ: WSGIEnvironment) -> str:
    """The scheme as Django tells it: what our own proxy says counts, where there is one."""
    header, secure = settings.SECURE_PROXY_SSL_HEADER or ("", "")
    if said := environ.get(header):
        return "https" if said.partition(",")[0].strip() == secure else "http"
    return str(environ["wsgi.url_scheme"])


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as it was sent, with the opaque part of its ETag."""

    headers: tuple[tuple[str, str], ...]
    body: bytes
    tag: str

    @classmethod
    def of(cls, response: HttpResponseBase) -> Page | None:
        """The page that an answer is; None of an error, a redirect, a file, and what its view lets nobody keep."""
        tag = response.get("ETag", "").removeprefix("W/")
        is_kept = response.status_code == HTTPStatus.OK and response.get("Cache-Control") == KEPT
        if not (is_kept and tag and isinstance(response, HttpResponse)) or len(response.content) > MOST_OF_ONE:
            return None
        return cls(tuple(response.items()), response.content, tag)

    @property
    def weight(self) -> int:
        return WEIGHT_BESIDE_BODY + len(self.body)

    def send(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The page once more; to whoever has it, that it is still the same."""
        known = environ.get("HTTP_IF_NONE_MATCH", "")
        if self.tag in known or asks_for_any(known):
            start_response("304 Not Modified", [header for header in self.headers if header[0] not in OF_BODY])
            return []
        start_response("200 OK", list(self.headers))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]


def asks_for_any(if_none_match: str) -> bool:
    """Whether a header asks if there is a page at all, whichever: RFC 9110, 13.1.2."""
    return if_none_match.strip() == "*"


class Memory:
    """Pages up to a number of bytes; those that nobody has asked for the longest are forgotten first."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self.pages: OrderedDict[Key, Page] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Key) -> Page | None:
        with self.lock:
            page = self.pages.get(key)
            if page:
                self.pages.move_to_end(key)
            return page

    def keep(self, key: Key, page: Page) -> None:
        with self.lock:
            known = self.pages.pop(key, None)
            self.bytes += page.weight - (known.weight if known else 0)
            self.pages[key] = page
            while self.bytes > self.most_bytes:
                _, forgotten = self.pages.popitem(last=False)
                self.bytes -= forgotten.weight


class Application(WSGIHandler):
    """Django's application with a memory."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        super().__init__()
        self.memory = Memory(most_bytes)

    # Django's type is narrower than what WSGI asks for.
    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:  # type: ignore[override]
        # Of the request as it came: Django writes paths anew as it answers, and by then midnight may have passed.
        key = environ[KEY] = Key.of(environ)
        page = self.memory.get(key) if key else None
        return page.send(environ, start_response) if page else super().__call__(environ, start_response)

    def get_response(self, request: HttpRequest) -> HttpResponseBase:
        """Make an answer, and remember it if it is a page."""
        response = super().get_response(request)
        if (key := request.META[KEY]) and (page := Page.of(response)):
            self.memory.keep(key, page)
        return response

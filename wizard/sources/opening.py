"""A page opened on the network: redirects followed, no more read than allowed, and of every error its reason."""

from __future__ import annotations

import time
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, NameResolutionError, NewConnectionError, SSLError, TimeoutError

AGENT = "before-you-connect (looks whether a page that it cites still says so)"


class OpenError(Exception):
    """Why a page could not be opened, in words that go on after its name."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a visit may take: seconds as a whole and without a sign, bytes, redirects; and the pause at a host."""

    seconds: float = 40
    silence: float = 15
    size: int = 10_000_000
    redirects: int = 8
    pause: float = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered in the end: from which address, with which status, and as what."""

    url: str
    status: int
    kind: str
    content: bytes


def reason(error: Exception) -> str:
    """An error of the network in a few words."""
    if isinstance(error, SSLError):
        return f"has a certificate that does not hold ({error})"
    if isinstance(error, NameResolutionError):
        return "has a host that no longer exists, or that this machine cannot find"
    if isinstance(error, NewConnectionError):
        return "could not be reached"
    if isinstance(error, TimeoutError):
        return "did not answer in time"
    return f"could not be read ({type(error).__name__}: {error})"


def fetch(asked: str, limits: Limits) -> Answer:
    """The answer at an address, redirects followed. Raises OpenError with the reason where there is none."""
    deadline, url = time.monotonic() + limits.seconds, asked
    with urllib3.PoolManager(timeout=limits.silence, retries=False) as pool:
        for _ in range(limits.redirects + 1):
            try:
                answer, location = visit(pool, url, limits, deadline)
                there = urljoin(url, location)
            except (HTTPError, OSError, ValueError) as error:
                raise OpenError(reason(error) + (f", at {url}" if url != asked else "")) from error
            if not location:
                return answer
            url = there
    raise OpenError(f"leads on and on, at last to {url}")


def visit(pool: urllib3.PoolManager, url: str, limits: Limits, deadline: float) -> tuple[Answer, str]:
    """The answer at an address, and where it leads on to; "" where it does not."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise OpenError(f"leads to {url}, which is no page of the web")
    headers = {"User-Agent": AGENT, "Accept": "*/*"}
    with pool.request("GET", url, redirect=False, preload_content=False, headers=headers) as response:
        content = body(response, limits, deadline)
        answer = Answer(url, response.status, response.headers.get("Content-Type", ""), content)
        return answer, response.get_redirect_location() or ""


def body(response: urllib3.BaseHTTPResponse, limits: Limits, deadline: float) -> bytes:
    """What the response holds, unpacked; of an error, nothing."""
    if response.status != HTTPStatus.OK:
        return b""
    content = bytearray()
    while part := response.read1(65536):
        content += part
        if len(content) > limits.size:
            raise OpenError(f"is longer than {limits.size:,} bytes")
        if time.monotonic() > deadline:
            raise OpenError(f"took longer than {limits.seconds:g} seconds")
    return bytes(content)

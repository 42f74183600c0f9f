"""How costs are measured: CPU time within the process, as ratios, in rounds that alternate."""

import io
import sys
from collections.abc import Callable
from statistics import median
from time import process_time
from wsgiref.util import setup_testing_defaults

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

Call = Callable[[], object]


class BareRequest(WSGIRequest):
    urlconf = type("urls", (), {"urlpatterns": [path("bare", lambda _: HttpResponse(b"x" * 6000))]})


def ask(application: Callable[..., object], address: str, **headers: str) -> tuple[str, bytes]:
    """What a WSGI application answers to GET: status and body."""
    environ = {"PATH_INFO": address, "HTTP_HOST": "localhost", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr}
    environ |= {"wsgi.url_scheme": "https", "SERVER_PORT": "443", **headers}
    setup_testing_defaults(environ)
    begun: list[str] = []
    answer = application(environ, lambda status, _: begun.append(status))
    body = b"".join(answer)
    getattr(answer, "close", lambda: None)()
    return begun[0], body


def bare_view() -> Call:
    """A view that returns 6 KB from memory, through Django's handler without any middleware."""
    with override_settings(MIDDLEWARE=[]):
        handler = WSGIHandler()
    handler.request_class = BareRequest
    status, body = ask(handler, "/bare")
    assert (status, len(body)) == ("200 OK", 6000)
    return lambda: ask(handler, "/bare")


def ratio(one: Call, other: Call, rounds: int, calls: int) -> float:
    """The median of the ratios, so that the machine's other work evens out."""
    return median(seconds(one, calls) / seconds(other, calls) for _ in range(rounds))


def seconds(call: Call, calls: int) -> float:
    begin = process_time()
    for _ in range(calls):
        call()
    return process_time() - begin

"""What is logged: the route of a request, never its address, which holds answers, nor anything else that it says."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from http import HTTPMethod
from traceback import format_tb
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.core.handlers.wsgi import get_path_info
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation

from .middleware import HEALTH, language_of

access = logging.getLogger("wizard.access")


def log_access(application: WSGIApplication) -> WSGIApplication:
    """Log each request that an application answers: method, route, status and milliseconds."""

    def logged(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        begun = time.perf_counter()
        path = get_path_info(environ)  # Django writes it anew as it answers
        answered: list[str] = []

        def start(status: str, *rest: Any) -> Callable[[bytes], object]:  # noqa: ANN401  handed on as it comes
            answered.append(status[:3])
            return start_response(status, *rest)

        body = application(environ, start)
        spent = 1000 * (time.perf_counter() - begun)
        if path != HEALTH:
            access.info("%s %s %s %.1f ms", method_of(environ), route_at(path), answered[-1], spent)
        return body

    return logged


def method_of(environ: WSGIEnvironment) -> str:
    """The method, if it is one: a request may make up its own."""
    return environ["REQUEST_METHOD"] if environ["REQUEST_METHOD"] in HTTPMethod.__members__ else "-"


def route_at(path: str) -> str:
    """The route that a path takes."""
    with translation.override(language_of(path)):
        try:
            return route(resolve(path))
        except Resolver404:
            return settings.STATIC_URL if path.startswith(settings.STATIC_URL) else "-"


def route(match: ResolverMatch | None) -> str:
    return f"/{match.route}" if match else "-"


class Formatter(logging.Formatter):
    """Names the route where Django names the path, and of an exception the class and the place, but not its words."""

    def format(self, record: logging.LogRecord) -> str:
        request, status = getattr(record, "request", None), getattr(record, "status_code", None)
        if request is not None and status is not None:
            said = {"msg": "%s at %s", "args": (status, route(getattr(request, "resolver_match", None)))}
            record = logging.makeLogRecord(record.__dict__ | said)
        return super().format(record)

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802  what logging calls it
        return "\n".join(places(ei[1]))


def places(error: BaseException | None) -> Iterator[str]:
    """Where an exception came from, and those before it that led to it."""
    while error:
        yield f"{''.join(format_tb(error.__traceback__))}{type(error).__qualname__}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)

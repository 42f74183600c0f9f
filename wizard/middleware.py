"""What every answer has: language, security headers, a limit on its address, words for what is refused."""

import re
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import get_script_prefix
from django.utils import translation
from django.utils.translation import get_language
from whitenoise.middleware import WhiteNoiseMiddleware  # type: ignore[import-untyped]
from whitenoise.responders import StaticFile  # type: ignore[import-untyped]

from .content import longest_path
from .origin import site_host

Middleware = Callable[[HttpRequest], HttpResponse]

# Of the whole address; most of it is room for what messengers and social sites add. Its path: longest_path.
LONGEST_ADDRESS = 2000

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}

HEALTH = "/health/"
HASH = re.compile(r"\.[0-9a-f]{12}\.(?=[^/]*\Z)")  # what a static file's content puts into its name


def headers(get_response: Middleware) -> Middleware:
    """Say what a page may do, and who may show it; Django's own middleware adds the rest."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def language(get_response: Middleware) -> Middleware:
    """Take the language from the path alone, for error pages too, so that an address has one answer."""

    def middleware(request: HttpRequest) -> HttpResponse:
        code = language_of(request.path_info)
        translation.activate(code)
        response = get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response

    return middleware


def language_of(path: str) -> str:
    # Not every target begins with a slash: `OPTIONS *` has none.
    first = path.partition("/")[2].partition("/")[0]
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def health(get_response: Middleware) -> Middleware:
    """Answer balancers, which ask by an IP address and by HTTP, whether this process answers at all."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info != HEALTH:
            return get_response(request)
        return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})

    return middleware


def own_host(get_response: Middleware) -> Middleware:
    """Put the site's own host in the place of the one that a request asks for, which would enter links and caches."""

    def middleware(request: HttpRequest) -> HttpResponse:
        # Another site's is refused further in, in the words of the page that was asked for.
        with suppress(DisallowedHost):
            request.META["HTTP_HOST"] = site_host(request.META)
        return get_response(request)

    return middleware


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]
    """Static files, and today's in the place of one that another release has named by its content.

    While a release is brought out, pages of either ask either; today's is what the other file once was, or will be,
    and may be kept for a minute only.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if path not in self.files and (todays := self.files.get(HASH.sub(".", path))):
            return self.serve(todays, request)
        return super().__call__(request)  # type: ignore[no-any-return]

    @staticmethod
    def serve(static_file: StaticFile, request: HttpRequest) -> HttpResponse:
        response: HttpResponse = WhiteNoiseMiddleware.serve(static_file, request)
        # Other sites show our preview cards; nothing here is anybody's own.
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response


def limit_address(get_response: Middleware) -> Middleware:
    """Answer an oversized address with a page that helps on."""

    def middleware(request: HttpRequest) -> HttpResponse:
        is_too_long = len(request.path_info) > longest_path() or len(request.get_full_path()) > LONGEST_ADDRESS
        return too_long() if is_too_long else get_response(request)

    return middleware


def too_long() -> HttpResponse:
    page = page_of_too_long(get_language() or "", get_script_prefix())
    return HttpResponse(page, status=HTTPStatus.REQUEST_URI_TOO_LONG)


@lru_cache(maxsize=20)
def page_of_too_long(language: str, root: str) -> bytes:
    """The page for an oversized address, as for the start page: its links would copy the address many times over.

    It is made once, so that nobody keeps the site busy with junk.
    """
    start = HttpRequest()
    start.path = "/"
    return render(start, "414.html").content


def explain_methods(get_response: Middleware) -> Middleware:
    """Answer unsafe methods with a page that helps on; a refusal with words of its own keeps them."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or response.content:
            return response
        page = render(request, "405.html", status=response.status_code)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    return middleware

"""What every answer for programs has: pages of all origins may read it, and an error is a problem document."""

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from wizard.middleware import Middleware

from . import problems

OPEN = ("flow_json", "result_json")


def open_to_all_origins(get_response: Middleware) -> Middleware:
    """Let pages of every origin read what is for programs, and tell its errors as problems."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not is_open(request.path_info):
            return response
        if response.status_code >= 400:  # noqa: PLR2004
            response = problems.as_problem(response)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return middleware


def is_open(path: str) -> bool:
    """Whether an address is one of those with JSON for programs, be there anything at it or not."""
    try:
        return path.endswith(".json") and resolve(path).url_name in OPEN
    except Resolver404:
        return False

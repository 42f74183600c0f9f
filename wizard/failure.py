"""The page for an error of ours: made at start, for while it is shown nothing else may be sure to work."""

from functools import cache

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.utils import translation

from .middleware import language_of


def failed(request: HttpRequest) -> HttpResponse:
    return HttpResponseServerError(page_of(language_of(request.path_info)))


@cache
def page_of(language: str) -> str:
    with translation.override(language):
        return render_to_string("500.html")

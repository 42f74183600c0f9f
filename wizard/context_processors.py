"""What every template knows of the page that it draws."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from . import addresses


def site(request: HttpRequest) -> dict[str, Any]:
    """The languages with this page's address in each, today's date, and the site's origin for who asks for it."""
    path = request.get_full_path()
    languages = [
        {
            "code": code,
            "name": name,
            "href": addresses.in_language(path, code),
            "current": code == get_language(),
        }
        for code, name in settings.LANGUAGES
    ]
    return {
        "languages": languages,
        "today": timezone.localdate(),
        "first_language": settings.LANGUAGE_CODE,
        # A page gives away up to a dozen absolute addresses; a refused host has none.
        "origin": cache(lambda: request.build_absolute_uri("/").removesuffix("/")),
    }

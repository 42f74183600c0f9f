"""Styles within the page, where people arrive: it shows without waiting for a second answer."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static

from .middleware import CONTENT_SECURITY_POLICY


def arrive(request: HttpRequest, template: str, context: Mapping[str, object]) -> HttpResponse:
    """A page with its styles, which its policy allows by their hash. While they are worked on, they are linked to."""
    if settings.DEBUG:
        return render(request, template, context)
    styles = read(static("wizard.css").removeprefix(settings.STATIC_URL))
    response = render(request, template, {**context, "styles": styles})
    response.headers["Content-Security-Policy"] = policy(styles)
    return response


@cache
def read(name: str) -> str:
    with staticfiles_storage.open(name) as file:
        return str(file.read().decode())


@cache
def policy(styles: str) -> str:
    digest = b64encode(sha256(styles.encode()).digest()).decode()
    return CONTENT_SECURITY_POLICY.replace("style-src 'self'", f"style-src 'self' 'sha256-{digest}'")

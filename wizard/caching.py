"""Who may keep a page and for how long: what it depends on beside its address is the release and the day."""

from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import condition, require_safe
from django.views.decorators.vary import vary_on_headers

View = Callable[..., HttpResponse]
# Five minutes; one more while a fresh one is fetched; and for a day where there is none to be had.
KEPT = "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400"
PARTS = ("wizard", "templates", "static", "requirements.txt")


def page(view: View) -> View:
    """A page for everybody: safe methods only, public unless the view says otherwise, a 304 before any work."""
    known = view if settings.DEBUG else condition(etag_func=etag)(view)

    def kept(request: HttpRequest, **named: str) -> HttpResponse:
        response = known(request, **named)
        response.headers.setdefault("Cache-Control", KEPT)
        return response

    return require_safe(vary_on_headers("Accept-Encoding")(kept))


def etag(request: HttpRequest, **_: str) -> str | None:
    """A page's ETag: known before the page is made, so that a 304 costs next to nothing.

    It is weak, being the same for all codings of the page.
    """
    # `*` asks whether there is a page at all, and only making it can tell.
    if request.headers.get("If-None-Match", "").strip() == "*":
        return None
    said = (settings.OPERATOR, settings.CONTACT, request.scheme or "")
    parts = (request.get_host(), request.get_full_path(), release(), timezone.localdate().isoformat(), *said)
    digest = blake2b(" ".join(parts).encode(), digest_size=12)
    return f'W/"{digest.hexdigest()}"'


@cache
def release() -> str:
    """A name for exactly this code and content, so that no cache outlives either."""
    digest = blake2b(digest_size=8)
    for part in PARTS:
        for path in files(settings.BASE_DIR / part):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def files(part: Path) -> list[Path]:
    return [part] if part.is_file() else sorted(p for p in part.rglob("*") if p.is_file() and p.suffix != ".pyc")

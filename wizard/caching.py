"""Who may keep a page and for how long: what it depends on beside its address is the release and the day."""

from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

View = Callable[..., HttpResponse]
# Five minutes; one more while a fresh one is fetched; and for a day where there is none to be had.
KEPT = "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400"
PARTS = ("wizard", "templates", "static", "requirements.txt")
# Of these, what is run or sent; not what editors and systems leave beside it, nor notes for authors.
SERVED = {".css", ".html", ".js", ".json", ".mo", ".png", ".py", ".svg", ".toml", ".txt"}


def page(view: View) -> View:
    """A page for everybody: safe methods only, public unless the view says otherwise. Nobody keeps errors."""

    def kept(request: HttpRequest, **named: str) -> HttpResponse:
        response = view(request, **named)
        if response.status_code < HTTPStatus.BAD_REQUEST:
            response.headers.setdefault("Cache-Control", KEPT)
        return conditional(request, response)

    return require_safe(vary_on_headers("Accept-Encoding")(kept))


def conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A page with its tag, or a 304 for whoever has it already; anything else, and what nobody may keep, as it is."""
    if settings.DEBUG or response.status_code != HTTPStatus.OK or response["Cache-Control"] != KEPT:
        return response
    response.headers["ETag"] = etag(request)
    return get_conditional_response(request, response["ETag"], response=response) or response


def etag(request: HttpRequest) -> str:
    """A page's ETag, of what a page depends on. It is weak, being the same for all codings of the page."""
    said = (settings.OPERATOR, settings.CONTACT, request.scheme or "")
    parts = (request.get_host(), request.get_full_path(), release(), timezone.localdate().isoformat(), *said)
    digest = blake2b(" ".join(parts).encode(), digest_size=12)
    return f'W/"{digest.hexdigest()}"'


@cache
def release() -> str:
    """A name for exactly this code and content, the same wherever they lie, so that no cache outlives either."""
    digest = blake2b(digest_size=8)
    for part in PARTS:
        for path in files(settings.BASE_DIR / part):
            digest.update(f"{path.relative_to(settings.BASE_DIR).as_posix()} {path.stat().st_size}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def files(part: Path) -> list[Path]:
    """The files of a part that are run or sent."""
    found = [part] if part.is_file() else sorted(part.rglob("*"))
    return [path for path in found if path.suffix in SERVED and not is_hidden(path, part) and path.is_file()]


def is_hidden(path: Path, part: Path) -> bool:
    return any(name.startswith(".") for name in path.relative_to(part.parent).parts)

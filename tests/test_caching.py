"""What a page's ETag depends on: the host, the address, the release, the day; and how long a page is kept."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from wizard.caching import KEPT, PARTS, SERVED, etag, release


@pytest.fixture
def tag(rf, monkeypatch):
    """tag(host=…, path=…, release=…, day=…): the ETag under these."""

    def made(host="localhost", path="/line/a0/?x=1", release="one", day=date(2026, 11, 25), **headers):
        monkeypatch.setattr("wizard.caching.release", lambda: release)
        monkeypatch.setattr("wizard.caching.timezone.localdate", lambda: day)
        return etag(rf.get(path, headers={"host": host, **headers}))

    return made


def test_the_same_page_has_the_same_tag(tag):
    assert tag() == tag() == tag(cookie="a=1", **{"accept-language": "en"})
    assert tag().startswith('W/"'), "one for all codings"
    assert tag().endswith('"')


@pytest.mark.parametrize(
    "other",
    [
        *({"host": "127.0.0.1"}, {"path": "/line/a1/?x=1"}, {"path": "/line/a0/?x=2"}),
        *({"release": "two"}, {"day": date(2026, 11, 26)}),
    ],
)
def test_another_page_has_another(tag, other):
    assert tag(**other) != tag()


FILES = (
    *("wizard/views.py", "wizard/flows/line/flow.toml", "wizard/locale/ja/django.mo", "wizard/api/schemas/flow.json"),
    *("templates/base.html", "templates/robots.txt", "static/wizard.css", "static/cards/en.png", "requirements.txt"),
)


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A copy of the parts that make a release, small."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    monkeypatch.setattr(settings, "BASE_DIR", tmp_path)
    release.cache_clear()
    yield tmp_path
    release.cache_clear()


def release_anew():
    release.cache_clear()
    return release()


@pytest.mark.parametrize("name", FILES)
def test_every_part_of_the_code_and_the_content_makes_the_release(checkout, name):
    before = release()
    assert release_anew() == before
    (checkout / name).write_text("two")

    assert release_anew() != before


def test_what_a_file_is_called_makes_it_too(checkout):
    before = release()
    (checkout / "templates" / "base.html").rename(checkout / "templates" / "page.html")

    assert release_anew() != before


@pytest.mark.parametrize(
    "stray",
    [
        *("wizard/__pycache__/views.cpython-313.pyc", "wizard/views.py~", "wizard/#views.py#", "wizard/.#views.py"),
        *("wizard/.views.py.swp", "wizard/views.py.orig", "wizard/.ipynb_checkpoints/views.py", "static/.DS_Store"),
        *("templates/base.html.rej", "wizard/flows/README.md", "wizard/locale/ja/django.po", "staticfiles/wizard.css"),
        *("tests/test_x.py", ".venv/lib/x.py", "wizard/new.py/.gitkeep"),
    ],
)
def test_what_lies_beside_it_is_no_part_of_it(checkout, stray):
    before = release()
    (checkout / stray).parent.mkdir(parents=True, exist_ok=True)
    (checkout / stray).write_text("two")

    assert release_anew() == before


def test_every_file_that_is_run_or_sent_has_a_kind_that_makes_the_release():
    listed = ["git", "-c", "safe.directory=*", "ls-files", *PARTS]
    kept = subprocess.run(listed, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True).stdout.split("\n")
    kinds = {Path(name).suffix for name in filter(None, kept)}

    assert kinds - SERVED == {".md", ".po"}, "notes for authors, and what django.mo is compiled from"


def test_wherever_a_checkout_lies_it_is_the_same_release(checkout, monkeypatch, tmp_path_factory):
    before = release()
    other = tmp_path_factory.mktemp(".elsewhere") / "release"
    shutil.copytree(checkout, other)
    monkeypatch.setattr(settings, "BASE_DIR", other)

    assert release_anew() == before


# Pages, over HTTP


@pytest.mark.parametrize("path", ["/", "/line/a0/", "/line/a2b1c0-1h/", "/line/a0/now/"])
def test_pages_may_be_kept_by_anybody_for_five_minutes_and_for_a_day_if_the_site_is_down(visitor, path):
    response = visitor.get(path)

    assert response.headers["Cache-Control"] == KEPT
    assert set(KEPT.split(", ")) >= {"public", "max-age=300", "stale-if-error=86400"}
    assert response.headers["ETag"]


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/line/a2b1c0-9h/",
            "/line/a2b1c0-9p/",
            "/line/a2b1c0-9p/shared/",
            "/line/a0-9p/",
            "/en/line/a2b1c0-9p.json",
        ),
        *("/line/a0-9p/", "/line/a0q7/", "/line/?where=a-new-site", "/line/a2b1c0-9p/now/", "/line/a2b1c0-9p/rules/"),
    ],
)
def test_what_only_a_later_release_can_read_is_kept_by_nobody_and_leads_nowhere_else(visitor, path):
    response = visitor.get(path)

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"


def test_a_page_that_is_known_is_not_made_again(visitor):
    etag = visitor.get("/line/a0/").headers["ETag"]

    again = visitor.get("/line/a0/", headers={"if-none-match": etag})
    assert again.status_code == 304
    assert again.headers["Cache-Control"] == KEPT
    assert again.headers["Vary"] == "Accept-Encoding"
    assert visitor.get("/en/line/a0/", headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("path", ["/nope/", "/line/zzz/", "/line/outcomes/nope/", "/en/nope/links/"])
def test_nobody_knows_a_page_that_is_not_there(visitor, path):
    assert visitor.get(path, headers={"if-none-match": "*"}).status_code == 404


@pytest.mark.parametrize("path", ["/line/a0/", "/line/a0/?x=1", "/line/flow.json"])
def test_who_has_any_page_is_told_of_one_that_is_there(visitor, path):
    same = visitor.get(path, headers={"if-none-match": "*"})

    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["ETag"] == visitor.get(path).headers["ETag"]
    assert same.headers["Cache-Control"] == KEPT


@pytest.mark.parametrize("path", ["/?now=asked", "/line/a0c2d0e0-1a/"])
def test_a_redirect_is_no_page_that_anybody_has(visitor, path):
    redirect = visitor.get(path, headers={"if-none-match": "*"})

    assert redirect.status_code == 302
    assert "ETag" not in redirect.headers


@pytest.mark.parametrize("path", ["/nowhere/", "/line/a0c0/?asked=d", "/line/a0c2d0e0-1p/signs/?asked=d"])
def test_an_error_is_not_kept(visitor, path):
    headers = visitor.get(path).headers

    assert "Cache-Control" not in headers
    assert "ETag" not in headers


@pytest.mark.parametrize("path", ["/line/a0c2d0e0-99p/", "/line/a0c2d0e0zz9/", "/line/?now=bogus"])
def test_what_nobody_may_keep_has_no_tag(visitor, path):
    assert "ETag" not in visitor.get(path).headers


@pytest.mark.parametrize("path", ["/robots.txt", "/sitemap.xml", "/favicon.ico"])
def test_what_robots_and_browsers_fetch_may_be_kept_too(visitor, path):
    assert visitor.get(path).headers["Cache-Control"] == KEPT

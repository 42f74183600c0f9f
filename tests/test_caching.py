"""What a page's ETag depends on: the host, the address, the release, the day; and how long a page is kept."""

from datetime import date

import pytest
from django.conf import settings

from wizard.caching import KEPT, etag, release


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


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A copy of the parts that make a release, small."""
    for part in ("wizard", "templates", "static"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "file").write_text("one")
    (tmp_path / "requirements.txt").write_text("one")
    monkeypatch.setattr(settings, "BASE_DIR", tmp_path)
    release.cache_clear()
    yield tmp_path
    release.cache_clear()


@pytest.mark.parametrize("part", ["wizard/file", "templates/file", "static/file", "requirements.txt"])
def test_every_part_of_the_code_and_the_content_makes_the_release(checkout, part):
    before = release()
    release.cache_clear()
    assert release() == before
    (checkout / part).write_text("two")
    release.cache_clear()

    assert release() != before


def test_what_python_compiles_is_no_part_of_it(checkout):
    before = release()
    (checkout / "wizard" / "file.pyc").write_text("two")
    release.cache_clear()

    assert release() == before


# Pages, over HTTP


@pytest.mark.parametrize("path", ["/", "/line/a0/", "/line/a2b1c0-1h/", "/line/a0/now/", "/line/?now=asked"])
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
    assert visitor.get("/line/a0/", headers={"if-none-match": "*"}).status_code == 200


def test_an_error_is_not_kept(visitor):
    assert "Cache-Control" not in visitor.get("/nowhere/").headers

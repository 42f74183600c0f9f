"""What a page's ETag depends on: the host, the address, the release, the day; and how long a page is kept."""

from datetime import date

import pytest
from django.conf import settings

from wizard.caching import etag, release


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
    assert tag().startswith('"')
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
def test_pages_may_be_kept_by_anybody_for_five_minutes(visitor, path):
    response = visitor.get(path)

    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert response.headers["ETag"]


def test_a_page_that_is_known_is_not_made_again(visitor):
    etag = visitor.get("/line/a0/").headers["ETag"]

    again = visitor.get("/line/a0/", headers={"if-none-match": etag})
    assert again.status_code == 304
    assert again.headers["Cache-Control"] == "public, max-age=300"
    assert again.headers["Vary"] == "Accept-Encoding"
    assert visitor.get("/en/line/a0/", headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("path", ["/nope/", "/line/zzz/", "/line/outcomes/nope/", "/en/nope/links/"])
def test_nobody_knows_a_page_that_is_not_there(visitor, path):
    assert visitor.get(path, headers={"if-none-match": "*"}).status_code == 404
    assert visitor.get("/line/a0/", headers={"if-none-match": "*"}).status_code == 200


def test_an_error_is_not_kept(visitor):
    assert "Cache-Control" not in visitor.get("/nowhere/").headers

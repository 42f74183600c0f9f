"""What every answer has: headers, language, limits; and what no answer has."""

from datetime import date

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage

PATHS = [
    "/",
    "/en/",
    "/line/a0/",
    "/line/a2b1c0-1h/",
    "/line/outcomes/stop/",
    "/nowhere/",
    "/line/a0c2/?asked=signs",
    "/robots.txt",
]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_guarded_and_sets_no_cookie(visitor, path):
    response = visitor.get(path)
    policy = response.headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert not response.cookies
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"


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


def test_the_etag_changes_with_the_day(visitor, monkeypatch):
    etag = visitor.get("/line/a0/").headers["ETag"]
    monkeypatch.setattr("wizard.caching.timezone.localdate", lambda: date(2030, 1, 1))

    assert visitor.get("/line/a0/").headers["ETag"] != etag


def test_an_error_is_not_kept(visitor):
    assert "Cache-Control" not in visitor.get("/nowhere/").headers


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize(
    "path", ["/", "/line/a0/", "/line/a0/now/", "/line/outcomes/stop/", "/favicon.ico", "/robots.txt"]
)
def test_unsafe_methods_get_a_page_that_says_so(visitor, method, path):
    response = getattr(visitor, method)(path)

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert "このページには、データを送れません" in response.content.decode()


def test_head_is_answered_without_a_body(visitor):
    response = visitor.head("/line/a0/")

    assert response.status_code == 200
    assert response.content == b""


def test_a_missing_static_file_is_no_flow(visitor):
    assert visitor.get("/static/nope.css").status_code == 404


def test_a_visitor_cannot_fill_the_log(visitor, caplog):
    visitor.get("/?" + "&" * 1500)
    visitor.get("/", headers={"host": "evil.example"})

    assert [
        record
        for record in caplog.records
        if record.levelname in ("ERROR", "CRITICAL") and record.name != "django.security.DisallowedHost"
    ] == []


@pytest.mark.parametrize("path", ["/line/" + "a0" * 2000 + "/", "/?q=" + "x" * 3000, "/en/line/" + "%E3%81%82" * 400])
def test_an_oversized_address_gets_a_page_in_its_language(visitor, path):
    page = visitor.open(path)

    assert page.status == 414
    assert page.lang == ("en" if path.startswith("/en/") else "ja")
    assert {"/", "/en/"} <= set(page.links)


@pytest.mark.parametrize("path", ["/line/" + "'" * 60_000, "/en/line/?" + "&" * 60_000])
def test_an_oversized_address_is_not_copied_into_its_page(visitor, path):
    assert len(visitor.get(path).content) < 6000


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_an_asterisk_is_no_address(visitor, method):
    response = visitor.generic(method, "*")

    assert response.status_code == 404
    assert method == "HEAD" or "このアドレスにはページがありません" in response.content.decode()


def test_a_foreign_host_gets_a_helpful_400(visitor):
    response = visitor.get("/en/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()
    assert "could not be understood" in response.content.decode()


def test_an_error_of_ours_gets_a_helpful_500(visitor, monkeypatch):
    visitor.raise_request_exception = False
    monkeypatch.setattr("wizard.visits.walk", lambda *_: 1 / 0)

    for path, words in {"/line/a0/": "サイトの側で問題が起きました", "/en/line/a0/": "went wrong on our side"}.items():
        response = visitor.get(path)
        assert response.status_code == 500
        assert words in response.content.decode()
        assert "unsafe" not in response.headers["Content-Security-Policy"]


@pytest.mark.usefixtures("static_files")
@pytest.mark.parametrize(
    ("path", "home", "words"),
    [("/line/a0/", "/", "こちら側で問題が起きました"), ("/en/nowhere/", "/en/", "Something went wrong on our side")],
)
def test_a_missing_static_file_gets_a_helpful_500_too(visitor, monkeypatch, path, home, words):
    visitor.raise_request_exception = False
    monkeypatch.delitem(staticfiles_storage.hashed_files, "wizard.css")
    page = visitor.open(path)

    assert page.status == 500
    assert page.lang == page.response.headers["Content-Language"]
    assert page.heading == words
    assert page.links == [home]


def test_the_slash_is_added(visitor):
    assert visitor.get("/line").headers["Location"] == "/line/"


def test_a_path_of_two_slashes_never_leads_to_another_host(visitor):
    links = visitor.open("/en//evil.example/").links

    assert not any(link.startswith("//") for link in links)


def test_text_is_compressed(visitor):
    assert visitor.get("/", headers={"accept-encoding": "gzip"}).headers["Content-Encoding"] == "gzip"

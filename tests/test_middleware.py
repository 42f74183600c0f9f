"""What every answer has: security headers, a language, a limit on its address; and what no answer has."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpResponse, HttpResponseNotAllowed
from django.test import override_settings
from django.utils import translation

from wizard import middleware
from wizard.content import flows

# An answer of each kind, by its status; the English ones stand under /en/.
ANSWERS = {
    "start": ("/", 200),
    "question": ("/line/a0/", 200),
    "result": ("/line/a2b1c0-1h/", 200),
    "shared result": ("/line/a2b1c0-1h/shared/", 200),
    "outcome": ("/line/outcomes/stop/", 200),
    "flow for programs": ("/line/flow.json", 200),
    "answers filled in": ("/line/?now=asked", 302),
    "slash left out": ("/line/a0", 301),
    "form without an answer": ("/line/a0c2/?asked=signs", 422),
    "nothing there": ("/nowhere/", 404),
    "problem for programs": ("/line/zz.json", 404),
    "address too long": ("/line/" + "a0" * 2000 + "/", 414),
}
# What has no language: one answer for all.
ONE_FOR_ALL = {"robots": ("/robots.txt", 200), "sitemap": ("/sitemap.xml", 200), "mark": ("/favicon.ico", 302)}


def directives(policy):
    """The sources that a Content-Security-Policy allows, by directive."""
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


@pytest.mark.parametrize("kind", ANSWERS | ONE_FOR_ALL)
def test_every_answer_is_guarded_and_sets_no_cookie(visitor, kind):
    path, status = (ANSWERS | ONE_FOR_ALL)[kind]
    response = visitor.get(path)

    sources = directives(response.headers["Content-Security-Policy"])
    hashes = sources["style-src"][1:]  # of the styles within a page: tests/test_styles.py
    assert response.status_code == status
    assert len(hashes) == (kind in ("start", "shared result", "outcome"))
    assert all(each.startswith("'sha256-") for each in hashes)
    assert sources == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'", *hashes],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    assert directives(response.headers["Permissions-Policy"].replace("=()", "").replace(",", ";")).keys() >= {
        *("camera", "geolocation", "microphone", "payment")
    }
    resource = "cross-origin" if path.endswith(".json") else "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == resource
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert not response.cookies
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"


@pytest.mark.parametrize(("prefix", "language"), [("", "ja"), ("/en", "en")])
@pytest.mark.parametrize("kind", ANSWERS)
def test_every_answer_says_its_language(visitor, kind, prefix, language):
    path, status = ANSWERS[kind]
    response = visitor.get(prefix + path)

    assert response.status_code == status
    assert response.headers["Content-Language"] == language


@pytest.mark.parametrize(("path", "language"), [("/line/a0/", "ja"), ("/en/line/a0/", "en")])
def test_an_answer_says_its_language_whatever_becomes_of_it(visitor, monkeypatch, path, language):
    known = visitor.get(path, headers={"if-none-match": visitor.get(path).headers["ETag"]})
    refused = [visitor.post(path), visitor.get(path, headers={"host": "evil.example"})]
    visitor.raise_request_exception = False
    monkeypatch.setattr("wizard.visits.walk", lambda *_: 1 / 0)
    answers = [known, *refused, visitor.get(path)]

    assert [answer.status_code for answer in answers] == [304, 405, 400, 500]
    assert [answer.headers["Content-Language"] for answer in answers] == [language] * 4


# Each middleware alone, around an answer that we give it


def answered(layer, request, **headers):
    return layer(lambda _: HttpResponse("x", headers=headers))(request)


def test_a_policy_of_an_answers_own_is_left_alone(rf):
    policy = {"Content-Security-Policy": "default-src 'self'"}

    assert (
        answered(middleware.headers, rf.get("/"), **policy).headers["Content-Security-Policy"] == "default-src 'self'"
    )


@pytest.mark.parametrize(
    ("path", "code"),
    [("/", "ja"), ("/en/", "en"), ("/en", "en"), ("/EN/", "ja"), ("/english/", "ja"), ("//en/", "ja"), ("/fr/", "ja")],
)
def test_the_language_is_the_first_part_of_the_path(rf, path, code):
    request = rf.get("/")
    request.path_info = path
    with translation.override("fr"):
        response = middleware.language(lambda _: HttpResponse(translation.get_language()))(request)

    assert response.content.decode() == response.headers["Content-Language"] == code


def test_a_language_of_an_answers_own_is_left_alone(rf):
    with translation.override("fr"):
        response = answered(middleware.language, rf.get("/"), **{"Content-Language": "fr"})

    assert response.headers["Content-Language"] == "fr"


# For balancers, and for who finds a weakness


@pytest.mark.parametrize("host", ["testserver", "10.0.0.1:8000", "evil.example", ""])
def test_balancers_learn_by_any_name_and_by_http_that_the_site_is_there(client, host):
    response = client.get("/health/", headers={"host": host})

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response.headers["Cache-Control"] == "no-store"


def test_a_weakness_is_reported_where_the_operator_says(visitor):
    path = "/.well-known/security.txt"
    assert visitor.get(path).status_code == 404

    with override_settings(SECURITY_CONTACT="https://example.org/?a=1&b=2"):
        response = visitor.get(path)
    told = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert told.keys() == {"Contact", "Expires", "Preferred-Languages", "Canonical"}
    assert told["Contact"] == "https://example.org/?a=1&b=2"
    assert told["Canonical"] == f"https://testserver{path}"
    assert timedelta(days=90) < datetime.fromisoformat(told["Expires"]) - datetime.now(UTC) < timedelta(days=365)


# Limits


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize(
    "path", ["/", "/line/a0/", "/line/a0/now/", "/line/outcomes/stop/", "/favicon.ico", "/robots.txt"]
)
def test_unsafe_methods_get_a_page_that_says_so(visitor, method, path):
    response = getattr(visitor, method)(path)

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert "このページには、データを送れません" in response.content.decode()


def test_a_refusal_with_words_of_its_own_is_left_alone(rf):
    refusal = HttpResponseNotAllowed(["GET"], "Not here.")

    assert middleware.explain_methods(lambda _: refusal)(rf.post("/")) is refusal


def test_head_is_answered_without_a_body(visitor):
    response = visitor.head("/line/a0/")

    assert response.status_code == 200
    assert response.content == b""


def test_a_missing_static_file_is_no_flow(visitor):
    assert visitor.get("/static/nope.css").status_code == 404


def test_a_visitor_cannot_fill_the_log(visitor, caplog):
    for path in ("/?" + "&" * 1500, "/nowhere/", "/line/zz.json", "/?q=" + "x" * 3000, "/line/?now=nothing", "/line"):
        visitor.get(path)
        visitor.post(path)
        visitor.get(path, headers={"host": "evil.example"})
    visitor.generic("OPTIONS", "*")

    assert [(record.name, record.levelname) for record in caplog.records] == []


def test_an_error_of_ours_is_logged(visitor, caplog, monkeypatch):
    visitor.raise_request_exception = False
    monkeypatch.setattr("wizard.visits.walk", lambda *_: 1 / 0)
    visitor.get("/line/a0/")

    assert [(record.name, record.levelname) for record in caplog.records] == [("django.request", "ERROR")]


@pytest.mark.parametrize(("length", "status"), [(1999, 200), (2000, 200), (2001, 414)])
def test_an_address_may_be_2000_characters_long_and_no_longer(visitor, length, status):
    for start in ("/?q=", "/en/?q="):
        path = start + "x" * (length - len(start))

        assert len(path) == length
        assert visitor.get(path).status_code == status


def test_a_token_longer_than_any_can_be_is_not_even_read(visitor, monkeypatch):
    every = "".join(
        question.code + ("".join(option.code for option in question.options.values()) if question.many else "0")
        for question in flows()["line"]["ja"].questions.values()
    )
    assert visitor.get(f"/en/line/{every * 2}-123456a/").status_code == 200

    monkeypatch.setattr("wizard.visits.read_token", lambda *_: 1 / 0)
    for end in ("/", "/shared/", ".json"):
        assert visitor.get("/line/" + "a0" * 950 + end).status_code == 414


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
        assert response.headers["Content-Security-Policy"] == middleware.CONTENT_SECURITY_POLICY


@pytest.mark.usefixtures("static_files")
@pytest.mark.parametrize(
    ("path", "home", "words"),
    [("/line/a0/", "/", "サイトの側で問題が起きました"), ("/en/nowhere/", "/en/", "Something went wrong on our side")],
)
@pytest.mark.usefixtures("static_files")
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

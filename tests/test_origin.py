"""The site's own host: no header of a request enters an address that is given away."""

import pytest
from django.core.exceptions import DisallowedHost
from django.test import override_settings

from wizard.origin import site_host


def meta(host, port="8000"):
    return {"HTTP_HOST": host, "SERVER_NAME": "127.0.0.1", "SERVER_PORT": port}


@pytest.mark.parametrize("asked", ["testserver", "TestServer", "testserver.", "testserver:6666", "testserver.:1"])
@pytest.mark.parametrize(
    ("given", "port", "host"),
    [
        ({}, "8000", "testserver:8000"),
        ({}, "443", "testserver"),
        ({}, "80", "testserver"),
        ({"BEHIND_PROXY": True}, "8000", "testserver"),
        ({"SITE_HOST": "example.org"}, "8000", "example.org"),
        ({"SITE_HOST": "example.org:8443"}, "443", "example.org:8443"),
    ],
)
def test_of_what_is_asked_for_the_checked_name_alone_counts(asked, given, port, host):
    with override_settings(**given):
        assert site_host(meta(asked, port)) == host


def test_an_ipv6_is_a_name_too():
    with override_settings(ALLOWED_HOSTS=["[::1]"]):
        assert site_host(meta("[::1]:9")) == "[::1]:8000"


@pytest.mark.parametrize(
    "asked", ["evil.example", "testserver.evil.example", "testserver:x", "a b", "[::1", "@testserver"]
)
@pytest.mark.parametrize("own", ["", "example.org"])
def test_another_site_is_none_of_ours(asked, own):
    with override_settings(SITE_HOST=own), pytest.raises(DisallowedHost):
        site_host(meta(asked))


def test_who_names_no_host_asks_by_the_address_that_we_listen_on():
    with override_settings(ALLOWED_HOSTS=["127.0.0.1"]):
        assert site_host({"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000"}) == "127.0.0.1:8000"


# Over HTTP

PAGES = ["/", "/line/a2b1c0-1h/", "/line/a2b1c0-1h/shared/", "/line/links/", "/line/flow.json", "/line/a2b1c0-1h.json"]
OTHERS = ["/robots.txt", "/sitemap.xml", "/line/a0c2.json", "/nowhere/", "/line"]
HEADERS = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-port": "6666",
    "x-forwarded-server": "evil.example",
    "forwarded": "host=evil.example;proto=http",
    "x-original-url": "/evil/",
    "x-rewrite-url": "/evil/",
    "origin": "https://evil.example",
    "referer": "https://evil.example/",
    "x-forwarded-prefix": "/evil",
    "x-script-name": "/evil",
}


@pytest.mark.parametrize("path", PAGES + OTHERS)
def test_no_header_changes_an_answer(visitor, path):
    usual = visitor.get(path)

    for headers in ({"host": "testserver:6666"}, {"host": "testserver."}, {"host": "TESTSERVER"}, HEADERS):
        answer = visitor.get(path, headers=headers)
        assert answer.content == usual.content
        assert answer.headers == usual.headers


@pytest.mark.parametrize("path", PAGES + OTHERS)
def test_the_site_is_named_as_its_operator_names_it(visitor, path):
    with override_settings(SITE_HOST="example.org", ALLOWED_HOSTS=["example.org", "testserver"]):
        answer = visitor.get(path)

    assert b"testserver" not in answer.content
    assert (b"https://example.org/" in answer.content) == (path not in ("/nowhere/", "/line"))


def test_who_comes_by_http_is_sent_to_the_sites_own_host(client):
    for host in ("testserver", "testserver.", "testserver:6666"):
        answer = client.get("/line/a0/?x=1", headers={"host": host})
        assert answer.headers["Location"] == "https://testserver/line/a0/?x=1"
        with override_settings(SITE_HOST="example.org", ALLOWED_HOSTS=["example.org", "testserver"]):
            answer = client.get("/line/a0/?x=1", headers={"host": host})
        assert answer.headers["Location"] == "https://example.org/line/a0/?x=1"

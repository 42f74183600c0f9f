"""Pages remembered, as a server meets them: by what they depend on, for a day, up to a number of bytes."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator
from zoneinfo import ZoneInfo

import brotli
import pytest
from django.core.signals import request_started
from django.test import override_settings

from wizard.remembering import MOST_OF_ONE, WEIGHT_BESIDE_BODY, Application, Memory, Page, host_of

PAGE = "/line/a0/"
RESULT = "/line/a2b1c0-1h/"


class Answer:
    """What a server got: `status`, `headers`, `body`."""

    def __init__(self, application, environ):
        result = application(environ, self.start)
        self.body = b"".join(result)
        if hasattr(result, "close"):
            result.close()

    def start(self, status, headers, exc_info=None):
        self.status, self.headers = status, dict(headers)
        assert len(headers) == len(self.headers)
        return lambda _: None

    @property
    def all(self):
        return self.status, self.headers, self.body


class Site:
    """The application as a server holds it; `made` are the paths that Django was asked for."""

    def __init__(self, **options):
        self.application = Application(**options)
        self.checked = validator(self.application)
        self.made = []

    def note(self, environ, **_):
        self.made.append(environ["PATH_INFO"])

    def ask(self, path=PAGE, method="GET", query="", host="testserver", **given):
        headers = {f"HTTP_{name.upper()}": value for name, value in given.items() if name not in ("scheme", "root")}
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": given.get("root", ""),
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "443",
            "HTTP_HOST": host,
            "wsgi.url_scheme": given.get("scheme", "https"),
            **headers,
        }
        setup_testing_defaults(environ)
        # The validator wants no body after HEAD, which servers cut off where Django sends one.
        return Answer(self.checked if method == "GET" else self.application, environ)


@pytest.fixture
def site():
    """site(**options) starts a fresh one."""
    sites = []

    def start(**options):
        sites.append(Site(**options))
        request_started.connect(sites[-1].note)
        return sites[-1]

    host_of.cache_clear()
    yield start
    host_of.cache_clear()
    for each in sites:
        request_started.disconnect(each.note)


@pytest.mark.parametrize(
    "path", ["/", "/en/", PAGE, RESULT, f"{RESULT}shared/", "/line/rules/", "/line/flow.json", "/accessibility/"]
)
def test_a_page_is_made_once_and_sent_the_same_again(site, path):
    line = site()
    first, *again = (line.ask(path, accept_encoding="br").all for _ in range(3))

    assert again == [first, first]
    assert line.made == [path]


def test_nothing_that_a_page_does_not_depend_on_makes_another(site):
    line = site()
    first = line.ask()

    for headers in (
        {"accept_language": "en", "user_agent": "x", "cookie": "a=1", "referer": "https://evil.example/"},
        {"hx_request": "true", "hx_boosted": "true", "x_forwarded_proto": "http", "x_forwarded_host": "evil.example"},
        {"host": "TESTSERVER"},
        {"host": "testserver:6666"},
        {"host": "testserver."},
    ):
        assert line.ask(**headers).all == first.all
    assert line.made == [PAGE]


@pytest.mark.parametrize(
    "other",
    [
        *({"path": "/line/a1/"}, {"path": "/en/line/a0/"}, {"root": "/sub"}, {"host": "other.example"}),
        *({"accept_encoding": "br"}, {"accept_encoding": "gzip"}),
    ],
)
def test_all_that_it_depends_on_does(site, other):
    with override_settings(ALLOWED_HOSTS=["testserver", "other.example"]):
        line = site()
        here, there = line.ask(), line.ask(**other)

        assert here.body != there.body
        assert (line.ask().all, line.ask(**other).all) == (here.all, there.all)
        assert len(line.made) == 2


def test_two_hosts_have_pages_of_their_own_unless_the_site_is_named(site):
    hosts = ["one.example", "two.example"]
    with override_settings(ALLOWED_HOSTS=hosts):
        line = site()
        for host in hosts * 2:
            body = line.ask(host=host).body.decode()
            assert [f"https://{each}/" in body for each in hosts] == [each == host for each in hosts]
        assert len(line.made) == 2

    host_of.cache_clear()
    with override_settings(ALLOWED_HOSTS=[*hosts, "site.example"], SITE_HOST="site.example"):
        line = site()
        assert {line.ask(host=host).body for host in hosts} == {line.ask(host="site.example").body}
        assert len(line.made) == 1


def test_a_foreign_host_is_refused_whatever_is_remembered(site):
    line = site()
    line.ask()

    for host in ("evil.example", "testserver.evil.example", "a b"):
        assert line.ask(host=host).status == "400 Bad Request"


def test_http_and_https_are_told_apart_as_django_does(site):
    line = site()
    secure = line.ask()

    assert line.ask(scheme="http").status.startswith("301")
    assert line.ask(scheme="http", x_forwarded_proto="https").status.startswith("301")
    with override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")):
        assert line.ask(scheme="http", x_forwarded_proto="https, http").all == secure.all
        assert line.ask(scheme="https", x_forwarded_proto="http").status.startswith("301")
        assert line.ask(scheme="https").all == secure.all
    assert line.ask().all == secure.all
    with override_settings(SECURE_SSL_REDIRECT=False):
        line = site()
        for scheme in ("https", "http") * 2:
            assert f'"{scheme}://testserver' in line.ask(scheme=scheme).body.decode()
        assert len(line.made) == 2


def test_an_address_beyond_ascii_is_remembered_as_it_came(site):
    line = site()
    root = "/サイト".encode().decode("latin-1")  # as WSGI gives it
    first = line.ask(root=root)

    assert line.ask(root=root).all == first.all
    assert "/%E3%82%B5%E3%82%A4%E3%83%88/line/" in first.body.decode()
    assert line.made == [PAGE]


@pytest.mark.parametrize("path", ["/line/a0é/", "/line/a0Ã©/", "/line/a0\xe3\x81\x82/", "/line/a0%C3%A9/"])
def test_no_spelling_of_a_page_is_taken_for_another(site, path):
    alone, line = site(), site()
    for other in (PAGE, "/line/a0é/", "/line/a0Ã©/"):
        line.ask(other)

    assert line.ask(path).all == alone.ask(path).all


# Codings


@pytest.mark.parametrize("path", ["/", RESULT])
def test_it_is_sent_in_the_coding_that_the_reader_likes(site, path):
    line = site()
    plain = line.ask(path)

    for _ in "ab":
        br, gz = line.ask(path, accept_encoding="gzip, deflate, br"), line.ask(path, accept_encoding="br;q=0, gzip")
        assert [a.headers.get("Content-Encoding") for a in (br, gz, plain)] == ["br", "gzip", None]
        assert brotli.decompress(br.body) == gzip.decompress(gz.body) == plain.body
        for answer in (plain, br, gz):
            assert answer.headers["Content-Length"] == str(len(answer.body))
            assert answer.headers["Vary"] == "Accept-Encoding"
    assert len(line.made) == 3
    assert line.ask(path, accept_encoding="br").all == br.all
    assert line.ask(path, accept_encoding="zstd;q=1, identity").all == plain.all
    assert len(line.made) == 3


# HEAD and 304


def test_head_is_answered_from_memory_without_the_body(site):
    line = site()
    page = line.ask()
    head = line.ask(method="HEAD")

    assert (head.status, head.headers, head.body) == (page.status, page.headers, b"")
    assert line.made == [PAGE]


def test_a_page_that_was_asked_for_by_head_is_whole_for_the_next(site):
    line = site()
    line.ask(method="HEAD")

    assert b"</html>" in line.ask().body
    assert line.made == [PAGE]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", W/{} ', '"a,b",{}'])
@pytest.mark.parametrize("coding", ["", "br", "gzip"])
def test_who_has_the_page_is_told_that_it_is_the_same(site, method, known, coding):
    line = site()
    page = line.ask(accept_encoding=coding)
    tag = page.headers["ETag"].removeprefix("W/")
    same = line.ask(method=method, accept_encoding=coding, if_none_match=known.format(tag))

    assert (same.status, same.body) == ("304 Not Modified", b"")
    assert same.headers.keys() == page.headers.keys() - {"Content-Type", "Content-Length", "Content-Encoding"}
    assert {"ETag", "Cache-Control", "Vary"} <= same.headers.keys()
    assert line.made == [PAGE]


def test_who_has_another_gets_the_page(site):
    line = site()
    page = line.ask()
    tag = page.headers["ETag"]

    for other in ('"other"', tag[:-2] + '"', tag.strip('W/"'), "**", '"*"'):
        assert line.ask(if_none_match=other).all == page.all


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_who_has_any_page_is_told_that_there_is_one(site, method):
    line = site()
    made = line.ask(method=method, if_none_match="*")
    page = line.ask()
    remembered = line.ask(method=method, if_none_match=" * ")

    assert line.made == [PAGE, PAGE]
    for same in (made, remembered):
        assert (same.status, same.body) == ("304 Not Modified", b"")
        for name in ("ETag", "Cache-Control", "Vary"):
            assert same.headers[name] == page.headers[name]


def test_a_304_of_djangos_own_is_not_taken_for_the_page(site):
    tag = site().ask().headers["ETag"]
    line = site()

    assert line.ask(if_none_match=tag).status == "304 Not Modified"
    assert line.ask().status == "200 OK"


def test_a_condition_that_only_django_knows_is_left_to_it(site):
    line = site()
    line.ask()

    assert line.ask(if_match='"other"').status.startswith("412")


# What is not remembered


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        *(("/nowhere/", "", 404), ("/line/zz/", "", 404), ("/line/zz.json", "", 404), ("/line/a0c2.json", "", 404)),
        *(("/line/a0c2/", "asked=signs", 422), ("/line/" + "a0" * 2000 + "/", "", 414), ("/line/a0", "", 301)),
        *(("/line/a2b1c0-1p/", "", 302), ("/line/a0/now/", "asked=now&now=harmed", 302), ("/", "now=asked", 302)),
        *(("/line/a2b1c0-9p/", "", 200), ("/line/a0q7/", "", 200), (PAGE, "x=1", 200), ("/", "q=" + "x" * 1000, 200)),
    ],
)
def test_no_error_no_redirect_no_query_and_nothing_of_a_later_release(site, path, query, status):
    line = site()

    for _ in "ab":
        assert line.ask(path, query=query).status.startswith(str(status))
    assert line.made == [path, path]
    assert not line.application.memory.pages


def test_nor_an_error_of_ours(site, monkeypatch):
    line = site()
    with monkeypatch.context() as broken:
        broken.setattr("wizard.visits.walk", lambda *_: 1 / 0)
        assert line.ask().status.startswith("500")

    assert line.ask().status == "200 OK"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
def test_other_methods_are_refused_at_a_page_that_is_remembered(site, method):
    line = site()
    line.ask()

    assert line.ask(method=method).status.startswith("405")


@pytest.mark.usefixtures("static_files")
def test_files_come_from_where_they_lie(site):
    line = site()
    path = line.ask("/favicon.ico").headers["Location"]
    file = line.ask(path, accept_encoding="br")

    assert file.headers["Content-Encoding"] == "br"
    assert line.ask(path).body == brotli.decompress(file.body)
    assert not line.application.memory.pages


# The day


def test_at_midnight_in_tokyo_every_page_is_made_anew(site, monkeypatch):
    def at(*moment):
        clock = datetime(2026, 12, *moment, tzinfo=ZoneInfo("Asia/Tokyo"))
        monkeypatch.setattr("django.utils.timezone.now", lambda: clock)

    line = site()
    at(24, 0, 0)
    yesterday = line.ask(RESULT)
    at(24, 23, 59, 59)
    assert line.ask(RESULT).all == yesterday.all
    assert line.made == [RESULT]

    at(25, 0, 0)
    today = line.ask(RESULT)
    assert "12月24日" in yesterday.body.decode()
    assert "12月24日" not in today.body.decode()
    assert "12月25日" in today.body.decode()
    assert today.headers["ETag"] != yesterday.headers["ETag"]
    assert line.ask(RESULT, if_none_match=yesterday.headers["ETag"]).all == today.all
    assert line.made == [RESULT, RESULT]


# Bounds


def page(size):
    return Page((), b"x" * size, '"tag"')


def test_it_holds_a_number_of_bytes_and_forgets_what_was_not_asked_for_the_longest():
    memory = Memory(3 * (WEIGHT_BESIDE_BODY + 1000))
    for name in "abc":
        memory.keep(name, page(1000))
    assert memory.get("a")
    memory.keep("d", page(1000))

    assert [name for name in "abcd" if memory.get(name)] == ["a", "c", "d"]
    memory.keep("e", page(1001))
    assert [name for name in "acde" if memory.get(name)] == ["d", "e"]


def test_a_page_kept_twice_weighs_once():
    memory = Memory(10**6)
    for size in (5000, 7000, 6000):
        memory.keep("a", page(size))

    assert memory.bytes == page(6000).weight


def test_a_page_that_is_larger_than_all_is_not_held():
    memory = Memory(10_000)
    memory.keep("a", page(10_001))

    assert not memory.get("a")
    assert memory.bytes == 0


def test_large_pages_push_no_others_out(site):
    line = site()
    line.ask(RESULT)
    for path in ("/line/rules/", "/line/a0c2d0e0-1p/rules/", "/en/line/rules/"):
        assert len(line.ask(path).body) > MOST_OF_ONE
    line.made.clear()
    line.ask(RESULT)
    line.ask("/line/rules/")

    assert line.made == ["/line/rules/"]


def test_addresses_without_end_take_no_more_than_the_bound(site):
    most = 100_000
    line = site(most_bytes=most)
    for number in range(1, 40):
        assert line.ask(f"/line/a0-{number}a/").status.startswith(("200", "302"))
        assert line.ask("/line/" + "a0c0d0e0f0"[: 2 + 2 * (number % 5)] + "/").status == "200 OK"
        assert line.application.memory.bytes <= most
    assert 0 < len(line.application.memory.pages) < 20


def test_many_threads_get_the_pages_that_one_would(site):
    paths = ["/", "/en/", PAGE, "/line/a1/", "/en/line/a0/", RESULT, f"{RESULT}shared/", "/line/links/"]
    alone = site()
    expected = {path: alone.ask(path).all for path in paths}
    crowded = site(most_bytes=80_000)

    with ThreadPoolExecutor(8) as threads:
        asked = paths * 12
        answers = list(threads.map(lambda path: crowded.ask(path).all, asked))

    assert answers == [expected[path] for path in asked]
    memory = crowded.application.memory
    assert memory.bytes == sum(page.weight for page in memory.pages.values()) <= 80_000

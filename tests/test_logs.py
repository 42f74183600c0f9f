"""The log: it names routes and places, and never what a visitor, or whoever wants to forge it, has sent."""

import io
import logging
import re
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.handlers.wsgi import WSGIHandler

from wizard.logs import Formatter, access, log_access, route_at

WALK = "/<flow:flow_id>/<str:token>/"
FORGED = "/line/a0\n2026-11-25 08:00:00 +0900 INFO GET / 200 1.0 ms\n/"


@pytest.fixture
def log(monkeypatch):
    """What is written, line by line."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Formatter("%(levelname)s %(message)s"))
    for logger in (access, logging.getLogger("django.request")):
        monkeypatch.setattr(logger, "handlers", [handler])
        monkeypatch.setattr(logger, "level", logging.INFO)
        monkeypatch.setattr(logger, "propagate", False)
    yield lambda: written.getvalue().splitlines()
    logging.getLogger("django.request").manager._clear_cache()


def application(status):
    def answered(environ, start_response):
        start_response(status, [])
        return [b"x"]

    return log_access(answered)


def ask(status, **environ):
    sent = []
    body = application(status)({"REQUEST_METHOD": "GET", **environ}, lambda *answer: sent.append(answer))
    assert (sent, body) == ([(status, [])], [b"x"])


@pytest.mark.parametrize(
    ("path", "route"),
    [
        *(("/", "/"), ("/en/", "/en/"), ("/line/a0b1/", WALK), ("/en/line/a0b1/", f"/en{WALK}")),
        ("/line/a2b1c0-1h.json", "/<flow:flow_id>/<str:token>.json"),
        ("/line/a0/now/", "/<flow:flow_id>/<str:token>/<slug:question_id>/"),
        *(("/robots.txt", "/robots.txt"), ("/static/wizard.css", "/static/"), ("/static/x\n/y", "/static/")),
        *(("/line/a0", "-"), ("/a/b/c/d/e/", "-"), ("*", "-"), ("", "-"), ("//evil.example/a0/", "-")),
    ],
)
def test_the_route_of_a_path(path, route):
    assert route_at(path) == route


def test_a_request_is_a_line(log):
    ask("200 OK", PATH_INFO="/line/a0b1/", QUERY_STRING="fbclid=1", REMOTE_ADDR="192.0.2.1", HTTP_REFERER="/line/a0/")
    ask("404 Not Found", PATH_INFO="/nowhere", REQUEST_METHOD="HEAD")

    first, second = log()
    assert re.fullmatch(rf"INFO GET {re.escape(WALK)} 200 \d+\.\d ms", first)
    assert re.fullmatch(r"INFO HEAD - 404 \d+\.\d ms", second)


@pytest.mark.parametrize("path", [FORGED, "/\r\nX", "/\x1b[2J/", "/en/line/a0\x00/"])
@pytest.mark.parametrize("method", ["GET", "GET\nX", "X" * 5000])
def test_nobody_writes_a_line_of_her_own(log, path, method):
    ask("200 OK", PATH_INFO=path, REQUEST_METHOD=method)

    (line,) = log()
    assert re.fullmatch(r"INFO (GET|-) [-/<>a-z_:]+ 200 \d+\.\d ms", line)


SAID = "her answers\n2026-11-25 08:00:00 +0900 ERROR forged"


def fails(*_):
    try:
        int(SAID)
    except ValueError as error:
        raise KeyError(SAID) from error


def test_an_error_names_the_route_and_the_place_and_no_answer(visitor, log, monkeypatch):
    visitor.raise_request_exception = False
    monkeypatch.setattr("wizard.visits.walk", fails)
    visitor.get("/en/line/a2b1c0-1h/shared/?asked=harm&harm=threat")

    told = "\n".join(log())
    assert log()[0] == "ERROR 500 at /en/<flow:flow_id>/<str:token>/shared/"
    assert log()[-1] == "ValueError"
    assert "in fails\n" in told
    assert "KeyError\n" in told
    for word in ("a2b1c0", "threat", "her answers", "forged"):
        assert word not in told


def test_what_has_no_request_is_said_as_it_is():
    record = logging.makeLogRecord({"msg": "%s is gone", "args": ("The disk",), "levelname": "ERROR"})

    assert Formatter("%(message)s").format(record) == "The disk is gone"


def test_the_log_of_requests_is_off_unless_it_is_wanted(log, settings):
    assert settings.LOGGING["loggers"]["wizard.access"]["level"] == "CRITICAL"
    assert settings.LOGGING["formatters"]["routes"]["()"] == "wizard.logs.Formatter"


def test_an_address_in_another_script_is_logged_too(log):
    """Django writes the path of a request anew, so that it must be read before."""
    environ = {
        "PATH_INFO": "/line/あ/".encode().decode("latin-1"),
        "HTTP_HOST": "localhost",
        "wsgi.url_scheme": "https",
    }
    setup_testing_defaults(environ)
    log_access(WSGIHandler())(environ, lambda *answer: None)

    assert log()[-1].startswith(f"INFO GET {WALK} 404 ")

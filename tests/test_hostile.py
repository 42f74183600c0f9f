"""Hostile requests, byte for byte, at the running server: never a 5xx, a trace, a copy of what was sent, silence."""

import re
import socket
from contextlib import suppress

import pytest

from tests.serving import end, fetch

CLOSE = b"Connection: close\r\n\r\n"
HOST = b"Host: localhost\r\n"
MARK = b"<b>x9z</b>"  # what no page says by itself

TARGETS = [
    *(b"*", b"line", b"//evil.example/", b"/\\evil.example/", b"http://evil.example/", b"http://evil.example:x/"),
    *(b"localhost:443", b"/" + MARK, b"/line/" + MARK + b"/", b"/?asked=" + MARK, b"/line/a0/?now=" + MARK),
    *(b"/%3Cb%3Ex9z%3C/b%3E/", b"/line/a0%0d%0aX-Injected:%20x9z/", b"/line/a0%00/", b"/line/%C0%AF/", b"/%FF%FE/"),
    *(b"/line/\xff\xfe/", b"/%ED%A0%80/", b"/line/%F0%9F%90%B1/", b"/%", b"/%2", b"/%zz", b"/line/a0/%2e%2e/", b"/."),
    *(
        b"/static/../wizard/settings.py",
        b"/static/%2e%2e/manage.py",
        b"/static/..%2fmanage.py",
        b"/static//etc/passwd",
    ),
    *(b"/static/wizard.css%00.js", b"/../../etc/passwd", b"/line/" + b"a0" * 30_000 + b"/", b"/?" + b"&" * 60_000),
    *(b"/" + b"'" * 60_000, b"/line/flow.json?" + MARK, b"/line/" + MARK + b".json", b"/schema/" + MARK + b".json"),
    *(b"/health/?" + MARK, b"/health", b"/.well-known/security.txt/..", b"/en//evil.example/", b"/" + b"/" * 1000),
]
METHODS = [
    *(b"OPTIONS", b"TRACE", b"CONNECT", b"PRI", b"QUERY", b"POST", b"PUT", b"PATCH", b"DELETE", b"PROPFIND", b"get"),
    *(b"X" * 5000, b"G<T", b"HEAD", b"\x00", b"GET\t"),
]
HEADERS = [
    *(
        b"Host: evil.example\r\n",
        b"Host: localhost@evil.example\r\n",
        b"Host:\r\n",
        b"",
        HOST + b"Host: evil.example\r\n",
    ),
    *(b"Host: localhost\r\n evil.example\r\n", b"Host: localhost:99999\r\n", b"Host: " + b"a" * 5000 + b"\r\n"),
    HOST + b"X-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nX-Original-URL: /evil\r\n",
    HOST + b"Accept-Encoding: " + b"br;q=x, gzip;q=-1, *;q=1e9, " * 50 + b"\r\n",
    HOST + b"Accept-Encoding: \xff\xfe\r\nAccept-Language: \xff\r\nCookie: a=\xff; " + b"b=1; " * 1000 + b"\r\n",
    HOST + b"If-None-Match: " + b'"x", ' * 500 + b"*\r\nIf-Modified-Since: never\r\n",
    HOST + b"If-Match: *\r\nIf-Unmodified-Since: \x00\r\n",
    *(HOST + b"Range: bytes=0-0,1-1,2-2,-9999999999999999999\r\n", HOST + b"Range: bytes=9-1\r\nIf-Range: x\r\n"),
    *(HOST + b"Expect: 100-continue\r\nContent-Length: 5\r\n", HOST + b"Expect: " + MARK + b"\r\n"),
    HOST + b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
    HOST + b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
    *(
        HOST + b"X: y\r\n" * 10_000,
        HOST + b"X: " + b"y" * 1_000_000 + b"\r\n",
        HOST + b"X-\xff: y\r\n",
        HOST + b": y\r\n",
    ),
    *(HOST + b"X : y\r\n", HOST + b"X\r\n", HOST + b"X: \x00\r\n", HOST + b"Transfer-Encoding: x9z\r\n"),
]
INNER = b"GET /x9z/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
SMUGGLED = [
    b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + INNER,
    b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\n" + INNER + b"\r\n0\r\n\r\n",
    b"Transfer-Encoding: xchunked\r\nContent-Length: %d\r\n\r\n" % len(INNER) + INNER,
    b"Transfer-Encoding : chunked\r\nContent-Length: %d\r\n\r\n" % len(INNER) + INNER,
    b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(INNER) + INNER,
    b"Content-Length: +%d\r\n\r\n" % len(INNER) + INNER,
    b"Content-Length: -1\r\n\r\n" + INNER,
    b"Content-Length: 99999999999999999999\r\n\r\n" + INNER,
    b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + INNER,
    b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n" + INNER,
]
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\0\0\0\4\0\0\0\0\0"  # of HTTP/2, with its settings
OTHERS = [
    *(b"GET /line/a0/\r\n", b"GET / HTTP/0.9\r\n\r\n", b"GET / HTTP/1.1\n\n", b"GET / HTTP/9.9\r\n" + HOST + b"\r\n"),
    *(
        b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 100,
        PREFACE,
        b"\xff" * 1000,
        b" " * 5000,
    ),
    b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
]
KINDS = {
    "targets": [b"GET " + target + b" HTTP/1.1\r\n" + HOST + CLOSE for target in TARGETS],
    "methods": [
        method + target + b" HTTP/1.1\r\n" + HOST + CLOSE
        for method in METHODS
        for target in (b" /", b" *", b" /line/a0/", b" /line/a0.json", b" evil.example:443")
    ],
    "headers": [
        b"GET " + target + b" HTTP/1.1\r\n" + headers + CLOSE
        for headers in HEADERS
        for target in (b"/line/a2b1c0-1h/", b"/static/wizard.css", b"/line/flow.json")
    ],
    "smuggled": [b"POST / HTTP/1.1\r\n" + HOST + smuggled for smuggled in SMUGGLED],
    "others": OTHERS,
}


def send(port, request):
    """All that comes back on a connection until it ends; what asks for no end is followed by one."""
    received = b""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection, suppress(ConnectionError):
        connection.sendall(request)
        if CLOSE not in request:
            with suppress(OSError):  # it may have ended already
                connection.shutdown(socket.SHUT_WR)
        while part := connection.recv(100_000):
            received += part
    return received


def statuses(received):
    return [int(status) for status in re.findall(rb"^HTTP/1\.[01] (\d{3}) ", received, re.MULTILINE)]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_hostile_is_refused_and_nothing_more(served, kind):
    port, process = served(workers=1)
    for request in KINDS[kind]:
        received = send(port, request)

        assert all(status < 500 for status in statuses(received)), request[:200]
        assert len(statuses(received)) == 1 or CLOSE not in request or len(request) > 100_000, request[:200]
        assert len(statuses(received)) <= 1, request[:200]
        assert b"Traceback" not in received, request[:200]
        assert MARK not in received, request[:200]
        assert not re.search(rb"\nx-injected", received, re.IGNORECASE), request[:200]
        assert not re.search(rb"(https?:|[\"'=\s])//evil\.example|\nlocation:[^\n]*evil", received, re.IGNORECASE), (
            request[:200]
        )
    assert fetch(port, "/line/a0/").status == 200
    assert end(process) == ""


def test_what_asks_on_and_on_is_answered_each_time(served):
    port, _ = served(workers=1)
    asked = b"GET /line/a0/ HTTP/1.1\r\n" + HOST
    received = send(port, (asked + b"\r\n") * 199 + asked + CLOSE)

    assert statuses(received) == [200] * 200


@pytest.mark.parametrize("how", [b"Content-Length: 10000000\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n"])
def test_what_sends_on_and_on_is_refused_before_it_is_read(served, how):
    port, _ = served(workers=1)
    chunk = b"fffff\r\n" + b"x" * 0xFFFFF + b"\r\n" if b"chunked" in how else b"x" * 1_000_000
    received = send(port, b"POST / HTTP/1.1\r\n" + HOST + how + chunk * 10)

    assert statuses(received) in ([405], []), "a client that has not read yet may see the end alone"
    assert fetch(port, "/").status == 200

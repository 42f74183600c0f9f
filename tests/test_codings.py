"""What an Accept-Encoding header takes, and what is compressed for it."""

import gzip

import brotli
import pytest
from django.http import FileResponse, HttpResponse

from wizard.codings import compressed, preferred

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        *(("", "identity"), ("deflate", "identity"), ("gzip", "gzip"), ("br", "br"), ("BR", "br")),
        *(("gzip, deflate, br, zstd", "br"), ("gzip,br", "br"), ("gzip;q=1.0, br;q=0.5", "gzip")),
        *(("br;q=0", "identity"), ("br;q=0, gzip", "gzip"), ("gzip ; q = 0.001", "gzip"), ("br;q=0.000", "identity")),
        *(("*", "br"), ("*;q=0", "identity"), ("br;q=0, *", "gzip"), ("gzip, *;q=0", "gzip")),
        *(("identity, br;q=0.5", "identity"), ("identity;q=0.5, br;q=0.5", "br"), ("identity;q=0, gzip", "gzip")),
        *(
            (",,;q=1, br;q=x", "identity"),
            ("br;q=nan, gzip", "gzip"),
            ("br;q=2", "identity"),
            ("br " * 99, "identity"),
        ),
        ("gzip, " * 40 + "br", "identity"),
    ],
)
def test_the_best_that_a_reader_takes_is_chosen(header, coding):
    assert preferred(header) == coding


def answered(rf, response, header):
    return compressed(lambda _: response)(rf.get("/", headers={"accept-encoding": header}))


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "text/plain", "application/json", "application/xml"])
@pytest.mark.parametrize(("header", "coding"), [("br", "br"), ("gzip", "gzip"), ("", None)])
def test_a_text_is_compressed_as_its_reader_likes(rf, kind, header, coding):
    answer = answered(rf, HttpResponse("つながる" * 99, content_type=kind), header)

    assert answer.get("Content-Encoding") == coding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert UNPACK[coding](answer.content).decode() == "つながる" * 99
    assert coding is None or answer.headers["Content-Length"] == str(len(answer.content))


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse("short"),
        HttpResponse(b"x" * 999, content_type="image/png"),
        HttpResponse(b"x" * 999, headers={"Content-Encoding": "zstd"}),
        FileResponse([b"x" * 999], content_type="text/css"),
    ],
)
def test_what_is_short_or_no_text_or_compressed_is_left_alone(rf, response):
    before = dict(response.headers)

    assert answered(rf, response, "br").headers == before


@pytest.mark.parametrize(
    ("path", "status"),
    [
        *(("/line/a0/?x=1", 200), ("/nowhere/", 404), ("/line/a0c2.json", 404), ("/line/a0c2/?asked=signs", 422)),
        *(("/line/" + "a0" * 2000, 414), ("/sitemap.xml", 200), ("/line/flow.json", 200)),
    ],
)
@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_errors_and_queries_are_compressed_too(visitor, path, status, coding):
    plain, small = visitor.get(path), visitor.get(path, headers={"accept-encoding": coding})

    assert plain.status_code == small.status_code == status
    assert small.headers["Content-Encoding"] == coding
    assert UNPACK[coding](small.content) == plain.content
    assert plain.headers["Vary"] == small.headers["Vary"] == "Accept-Encoding"

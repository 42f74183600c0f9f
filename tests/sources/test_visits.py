"""Sources opened on a real server: what became of each is said, and nothing is hung on."""

import time
from datetime import date

import pytest

from tests.sources.site import own_certificate, served
from wizard.engine import How, Source
from wizard.sources import Limits, visits

LIMITS = Limits(seconds=1, silence=0.3, size=200_000, redirects=3, pause=0)


@pytest.fixture(scope="module")
def site():
    with served() as (address, _):
        yield address


def source(url, *expects):
    return Source("x", "X", url, True, date(2026, 1, 1), How.READ, expects)


def found(url, *expects, limits=LIMITS):
    ((_, finding),) = visits([source(url, *expects)], limits)
    return finding.state, finding.why


@pytest.mark.parametrize(
    "path", ["same", "sjis", "euc", "sjis-meta", "euc-meta", "odd-charset", "plain", "same?page=2"]
)
def test_a_page_that_still_says_so_is_unchanged_in_any_charset(site, path):
    assert found(f"{site}/{path}", "屋根", "24時間", "3694件") == ("unchanged", "it still says 屋根, 24時間, 3694件")


def test_a_pdf_is_read_too(site):
    assert found(f"{site}/pdf", "24 hours") == ("unchanged", "it still says 24 hours")
    assert found(f"{site}/pdf", "25 hours") == ("unclear", f"{site}/pdf holds hardly any text without scripts")


@pytest.mark.parametrize(
    ("path", "state", "why"),
    [
        ("less", "changed", "it no longer says 屋根"),
        ("old", "moved", "it has moved to {site}/new"),
        ("old-and-less", "changed", "it has moved to {site}/less, where it no longer says 屋根"),
        ("gone", "gone", "{site}/gone answers 404"),
        ("gone-for-good", "gone", "{site}/gone-for-good answers 410"),
        ("old-and-gone", "gone", "{site}/gone answers 404"),
        ("forbidden", "unclear", "{site}/forbidden answers 403: it lets nobody in without a login, or no programs"),
        (
            "wants-login",
            "unclear",
            "{site}/wants-login answers 401: it lets nobody in without a login, or no programs",
        ),
        ("login", "unclear", "{site}/login asks for a password"),
        ("busy", "unclear", "{site}/busy answers 503: it has no page to give now"),
        ("empty", "unclear", "{site}/empty holds hardly any text without scripts"),
        ("picture", "unclear", "it is of a kind that cannot be read here (image/png)"),
        ("large", "unclear", "it is longer than 200,000 bytes"),
        ("flood", "unclear", "it is longer than 200,000 bytes"),
        ("round", "unclear", "it leads on and on, at last to {site}/round"),
        ("mail", "unclear", "it leads to mailto:x@example.org, which is no page of the web"),
        ("silent", "unclear", "it did not answer in time"),
    ],
)
def test_what_became_of_a_page_is_said_with_the_reason(site, path, state, why):
    assert found(f"{site}/{path}", "屋根") == (state, why.format(site=site))


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("broken-pdf", "it is a PDF that cannot be read"),
        ("cut", "it could not be read (ProtocolError: "),
        ("endless", "it took longer than 1 seconds"),
        ("dripping", "it took longer than 1 seconds"),
        ("private", "it could not be reached, at http://127.0.0.1:1/inside"),
    ],
)
def test_what_cannot_be_read_to_its_end_is_unclear(site, path, why):
    before = time.monotonic()
    state, said = found(f"{site}/{path}", "屋根")

    assert state == "unclear"
    assert said.startswith(why)
    assert time.monotonic() - before < 1.5


def test_words_of_a_script_are_not_said(site):
    assert found(f"{site}/same", "禁句") == ("changed", "it no longer says 禁句")


def test_without_a_term_to_look_for_nothing_is_unchanged(site):
    assert found(f"{site}/same") == ("unclear", "it is there, but `expects` says nothing to look for")


@pytest.mark.parametrize("url", ["ftp://example.org/", "http://[", "http://no-such-host.invalid/", "http:///"])
def test_an_address_that_leads_nowhere_is_unclear(url):
    assert found(url, "屋根")[0] == "unclear"


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(tmp_path):
    with served(own_certificate(tmp_path)) as (address, seen):
        state, why = found(f"{address}/same", "屋根")

    assert state == "unclear"
    assert why.startswith("it has a certificate that does not hold")
    assert seen == []


def test_hosts_are_visited_by_turns_and_one_host_after_a_pause():
    with served() as (one, first), served() as (two, _):
        asked = [source(f"{one}/same"), source(f"{one}/new"), source(f"{two}/same")]
        order = [each.url for each, _ in visits(asked, Limits(pause=0.3))]

    assert order == [f"{one}/same", f"{two}/same", f"{one}/new"]
    assert first[1][1] - first[0][1] >= 0.3

"""The site as deploy/ runs it: nginx for real, with its sample site, before two replicas under faults."""

import os
import re
import shutil
import time
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings

from tests.serving import until
from tools.faults import CHANGES, all_killed, clone, one_killed, one_told_to_end, rolling, worker_killed
from tools.stage import Stage, children

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::ResourceWarning")]
DEPLOY = settings.BASE_DIR / "deploy"


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    """A release's folder with its static files: as they are in a fresh clone, collected from nothing."""
    if not (shutil.which("nginx") or Path("/usr/sbin/nginx").exists()):
        lacking = "these tests need nginx and openssl; on Debian: apt-get install nginx-light openssl"
        pytest.fail(lacking, pytrace=False) if os.environ.get("CI") else pytest.skip(lacking)
    return clone(tmp_path_factory.mktemp("this"))


@pytest.fixture(scope="module")
def stage(tmp_path_factory, release):
    with Stage(tmp_path_factory.mktemp("stage"), (release, release)) as stage:
        yield stage


def test_a_killed_replica_is_noticed_by_nobody(stage):
    assert one_killed(stage, journeys=25) == (25, [])


def test_a_killed_worker_is_noticed_by_nobody(stage):
    before = children(stage.replicas[0].pid)

    assert worker_killed(stage, journeys=25) == (25, [])
    until(lambda: children(stage.replicas[0].pid))
    assert children(stage.replicas[0].pid) != before


def test_a_replica_that_ends_is_noticed_by_nobody(stage):
    assert one_told_to_end(stage, journeys=25) == (25, [])


def test_while_two_releases_are_there_every_page_finds_its_files(tmp_path, release):
    with Stage(tmp_path, (release, clone(tmp_path, CHANGES))) as stage:
        assert rolling(stage, loads=15) == (15, [])


def test_where_all_are_killed_what_was_seen_is_still_there_and_the_rest_says_what_to_do(tmp_path, release):
    with Stage(tmp_path, (release, release), keep="1s") as stage:
        tried, failed = all_killed(stage, journeys=3, wait=1.5)
        new = stage.get("/line/a0c0d0/?never=seen")

    assert (tried > 5, failed) == (True, [])
    assert new.status == 502
    assert new.headers["Retry-After"] == "30"
    assert "#9110" in new.content.decode()


def test_who_asks_for_too_much_is_told_to_wait_and_whom_to_call(tmp_path, release):
    with Stage(tmp_path, (release, release), rate="1r/m") as stage:
        answers = [stage.get("/line/a0/") for _ in range(303)]

    assert [answer.status for answer in answers] == [200] * 301 + [429] * 2, "the first, and a burst of three hundred"
    for answer in answers[-2:]:
        assert answer.headers["Content-Type"] == "text/html"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Retry-After"] == "30"
        assert all(
            words in answer.content.decode() for words in ("混み合って", "Too many pages", "tel:%239110", "tel:110")
        )


def test_nginx_keeps_pages_and_logs_no_answer(stage):
    log = stage.folder / "before-you-connect.log"
    before = len(log.read_text().splitlines())
    telling = {"Referer": "https://example.org/line/a0/", "User-Agent": "x"}
    for path in ("/line/a2b1c0-1h/?asked=x", "/line/a2b1c0-1h/?asked=x", "/line/nowhere/at/all/", "/static/x.css"):
        for encoding in ("br", "gzip, deflate", "identity"):
            stage.get(path, **telling, **{"Accept-Encoding": encoding})
    written = (log.read_text().splitlines()[before:] for _ in range(50) if not time.sleep(0.1))  # after the answer
    lines = next(lines for lines in written if len(lines) == 12)

    assert all(re.fullmatch(r"[-0-9T:+]{25} GET \d{3} \d+ [0-9.]+ (MISS|HIT)", line) for line in lines)
    assert [line.split()[-1] for line in lines[:6]] == ["MISS"] * 3 + ["HIT"] * 3
    assert (stage.folder / "before-you-connect.error.log").read_text() == ""


def test_what_another_host_or_a_port_asks_for_enters_no_page_that_is_kept(stage):
    for host in ("example.org:6666", "example.org.", "evil.example"):
        stage.get("/line/links/", Host=host)
    usual = stage.get("/line/links/").content.decode()

    assert "https://example.org/line/" in usual
    assert not re.search(r"6666|example\.org\.|evil", usual)


@pytest.mark.parametrize("page", ["busy.html", "down.html"])
def test_the_numbers_that_nginx_shows_are_those_of_the_help_desks(page, line):
    text = (DEPLOY / page).read_text()
    shown = {unquote(number) for number in re.findall(r'href="tel:([^"]+)"', text)}

    assert shown == {desk.phone for desk in line.desks if desk.id in ("police", "emergency")}
    assert text.count("tel:") == 4, "two in each language"
    assert not re.search(r"src=|<link|url\(", text), "nothing else need be there"


def test_the_unit_runs_what_there_is():
    unit = (DEPLOY / "before-you-connect@.service").read_text()
    container = (DEPLOY / "Containerfile").read_text()

    assert "manage.py serve --port %i" in unit
    assert "Type=notify" in unit
    assert "HEALTHCHECK" in container
    assert "podman build --format docker" in container, "other formats leave the HEALTHCHECK out"
    for copied in re.findall(r"COPY (?!--from)(\S+) /site", container):
        assert (settings.BASE_DIR / copied).exists()
    for command in ("serve", "collectstatic"):
        assert f'"{command}"' in container or f" {command}" in container

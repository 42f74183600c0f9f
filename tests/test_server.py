"""The running server under faults: processes that are killed, connections that say nothing, an end under load."""

import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest
from django.conf import settings

from tests.serving import children, end, fetch, listening, until
from tools.stage import free_port
from wizard.server import MILLISECONDS_TO_ASK

on_linux = pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="processes are found by Linux's /proc")


def test_it_needs_no_home_and_no_place_to_write_and_speaks_ipv6(start):
    with socket.socket(socket.AF_INET6) as probe:
        probe.bind(("::1", 0))
        port = probe.getsockname()[1]
    nowhere = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME"), "/nonexistent")
    process = start("--host", "::1", "--port", str(port), "--workers", "1", PYTHONDONTWRITEBYTECODE="1", **nowhere)

    assert f"Ready: http://[::1]:{port}/" in process.stdout.readline()
    assert fetch(port, "/line/a0/", host="::1").status == 200
    assert end(process) == ""


@on_linux
def test_where_its_logs_find_the_disk_full_it_answers_all_the_same(production):
    port = free_port()
    command = [sys.executable, settings.BASE_DIR / "manage.py", "serve", "--port", str(port), "--workers", "1"]
    with (
        Path("/dev/full").open("w") as full,
        subprocess.Popen(command, env={**production, "ACCESS_LOG": "1"}, stdout=full, stderr=full) as process,
    ):
        try:
            until(lambda: listening(port) == 1, seconds=20)
            statuses = {fetch(port, path).status for path in ("/", "/line/a0/", "/nowhere/", "/line/a2/?asked=harm")}
        finally:
            process.kill()

    assert statuses == {200, 404, 422}


@on_linux
def test_a_killed_worker_is_replaced_while_the_other_answers(served):
    port, process = served(workers=2)
    until(lambda: listening(port) == 2)
    killed = min(children(process))
    os.kill(killed, signal.SIGKILL)
    until(lambda: killed not in children(process))

    assert fetch(port, "/").status == 200
    until(lambda: listening(port) == 2)
    assert {fetch(port, "/line/a0/").status for _ in range(20)} == {200}
    end(process)


@on_linux
def test_where_the_main_process_is_killed_no_worker_keeps_the_port(served, start):
    port, process = served(workers=2)
    until(lambda: listening(port) == 2)
    process.kill()
    until(lambda: listening(port) == 0)

    again = start("--port", str(port))
    assert f"Ready: http://127.0.0.1:{port}/" in again.stdout.readline()


class Load:
    """Visitors who ask for one page after the other, each time on a connection of its own, until they are refused."""

    def __init__(self, port, visitors=4):
        self.port, self.answered, self.lost = port, 0, []
        self.threads = [threading.Thread(target=self.visit) for _ in range(visitors)]
        for thread in self.threads:
            thread.start()

    def visit(self):
        while True:
            connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
            try:
                connection.connect()
            except OSError:
                return
            try:
                connection.request("GET", "/line/a2b1c0-1h/")
                self.read(connection.getresponse())
            except ConnectionError:
                pass  # closed before a byte of the answer: browsers and proxies ask once more by themselves
            finally:
                connection.close()

    def read(self, response):
        try:
            assert response.status == 200
            assert response.read().rstrip().endswith(b"</html>")
            self.answered += 1
        except (OSError, HTTPException, AssertionError) as error:
            self.lost.append(error)

    def join(self):
        for thread in self.threads:
            thread.join(20)


def test_an_end_under_load_loses_no_answer(served):
    port, process = served(workers=2)
    load = Load(port)
    until(lambda: load.answered > 50)
    end(process)
    load.join()

    assert load.lost == []


@pytest.fixture
def many_connections():
    """So many connections as the files that may be open allow, here and in the server that is started."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 4000:
        pytest.skip("too few open files are allowed")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 4000), hard))
    yield 2500
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_idle_connections_keep_nobody_waiting(many_connections, served):
    port, _ = served(workers=1)
    with ExitStack() as idle:
        for _ in range(many_connections):
            idle.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
        begun = time.monotonic()

        assert fetch(port, "/line/a0/").status == 200
        assert time.monotonic() - begun < 5


@pytest.mark.slow
def test_a_connection_that_asks_for_nothing_ends(served):
    port, _ = served(workers=1)
    asked = b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with ExitStack() as stack:
        waiting = [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(3)]
        _, half_asked, kept_alive = waiting
        half_asked.send(asked[:20])
        kept_alive.send(asked)
        answer = b""
        while b"Sitemap" not in answer:
            answer += kept_alive.recv(10_000)
        begun = time.monotonic()
        for connection in waiting:
            connection.settimeout(MILLISECONDS_TO_ASK / 1000 + 5)
            assert connection.recv(1000) == b""

    assert time.monotonic() - begun < MILLISECONDS_TO_ASK / 1000 + 5
    assert fetch(port, "/robots.txt").status == 200

"""The production server: it says when it is ready, ends in good order, and keeps no address of anybody."""

import os
import resource
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.conf import settings
from django.templatetags.static import static

MANAGE = settings.BASE_DIR / "manage.py"


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@pytest.fixture
def served():
    """serve(**environment) starts the server and gives its port and its process; it is ended by its process id."""
    started = []

    def serve(workers=2, **environment):
        port = free_port()
        command = [sys.executable, MANAGE, "serve", "--port", str(port), "--workers", str(workers)]
        process = subprocess.Popen(
            command, env={**os.environ, "HTTPS": "0", **environment}, stdout=subprocess.PIPE, text=True
        )
        started.append(process)
        assert f"Ready: http://127.0.0.1:{port}/  (Ctrl+C stops it)\n" in iter(process.stdout.readline, "")
        return port, process

    yield serve
    for process in started:
        process.terminate()
        process.communicate(timeout=10)


def refused(*arguments, **environment):
    """What the server says on stderr when it does not start."""
    command = [sys.executable, MANAGE, "serve", *arguments]
    result = subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, timeout=30, check=False
    )
    assert result.returncode == 1
    assert "Ready" not in result.stdout
    assert "Traceback" not in result.stderr
    return result.stderr


def fetch(port, path):
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "br"})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


def end(process):
    process.send_signal(signal.SIGTERM)
    rest, _ = process.communicate(timeout=10)
    assert process.returncode == 0
    return rest


def test_it_serves_pages_and_compressed_files_that_never_change(served):
    port, process = served()

    assert fetch(port, "/line/a0/?x=1").status == 200
    stylesheet = fetch(port, static("wizard.css"))
    assert stylesheet.headers["Content-Encoding"] == "br"
    assert "immutable" in stylesheet.headers["Cache-Control"]
    assert "line" not in end(process), "no access log unless it is switched on"


def test_an_access_log_holds_no_client_address_and_no_query(served):
    port, process = served(ACCESS_LOG="1")
    fetch(port, "/line/a0/?fbclid=1")
    log = next(line for line in iter(process.stdout.readline, "") if "GET" in line)

    assert "GET /line/a0/ 200" in log
    assert "127.0.0.1" not in log
    assert "fbclid" not in log


@pytest.mark.parametrize("arguments", [["--port", "{taken}"], ["--host", "nosuch.invalid"]])
def test_an_address_that_cannot_be_served_stops_with_a_sentence(arguments):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = str(other.getsockname()[1])

        assert "give another one" in refused(*(a.format(taken=taken) for a in arguments))


def test_it_is_ready_under_the_name_of_the_site(served):
    _, process = served(ALLOWED_HOSTS=".example.org")

    assert "DisallowedHost" not in end(process)


def children(process):
    return {int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()}


def listening(port):
    """How many workers listen: each has a socket of its own."""
    return Path("/proc/net/tcp").read_text().count(f":{port:04X} 00000000:0000 0A")


def until(happens):
    deadline = time.monotonic() + 10
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="the workers are found by Linux's /proc")
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


@pytest.fixture
def _many_connections():
    """As many open files as the 1,500 connections of a test take, here and in the server that it starts."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 4000:
        pytest.skip("too few open files are allowed")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 4000), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.usefixtures("_many_connections")
def test_idle_connections_keep_nobody_waiting(served):
    port, _ = served(workers=1)
    with ExitStack() as idle:
        for _ in range(1500):
            idle.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
        begun = time.monotonic()

        assert fetch(port, "/line/a0/").status == 200
        assert time.monotonic() - begun < 5

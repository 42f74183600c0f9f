"""The production server: it says when it is ready, ends in good order, and keeps no address of anybody."""

import os
import re
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
def start(production):
    """start(*arguments, **environment) runs the server in a process group of its own, ended at the end."""
    started = []

    def start(*arguments, **environment):
        process = subprocess.Popen(
            [sys.executable, MANAGE, "serve", *arguments],
            env=production | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.terminate()
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


@pytest.fixture
def served(start):
    """served(**environment) waits until the server is ready, and gives its port and its process."""

    def served(workers=2, **environment):
        port = free_port()
        process = start("--port", str(port), "--workers", str(workers), **environment)
        assert f"Ready: http://127.0.0.1:{port}/  (Ctrl+C stops it)\n" in iter(process.stdout.readline, "")
        return port, process

    return served


@pytest.fixture
def refused(start):
    """refused(*arguments, **environment) gives what the server says on stderr when it will not serve."""

    def refused(*arguments, **environment):
        process = start("--port", str(free_port()), *arguments, **environment)
        stdout, stderr = process.communicate(timeout=20)
        assert process.returncode == 1
        assert "Ready" not in stdout
        return stderr

    return refused


def fetch(port, path):
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "br"})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


def end(process):
    process.send_signal(signal.SIGTERM)
    stdout, stderr = process.communicate(timeout=20)
    assert process.returncode == 0
    return stdout + stderr


@pytest.mark.usefixtures("static_files")
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


@pytest.mark.parametrize(
    "arguments", [["--port", "{taken}"], ["--port", "65536"], ["--port", "0"], ["--host", "nosuch.invalid"]]
)
def test_an_address_that_cannot_be_served_stops_with_a_sentence(refused, arguments):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = str(other.getsockname()[1])

        complaint = refused(*(a.format(taken=taken) for a in arguments))

    assert re.search("CommandError: --(host|port) .*; give (another )?one", complaint)
    assert "Traceback" not in complaint


def test_it_is_ready_under_the_name_of_the_site(served):
    _, process = served(ALLOWED_HOSTS=".example.org")

    assert "DisallowedHost" not in end(process)


@pytest.fixture
def site(tmp_path):
    """The environment of a site whose static files are in a folder of its own."""
    code = f"from wizard.settings import *\nSTATIC_ROOT = {str(tmp_path / 'staticfiles')!r}\n"
    (tmp_path / "site_settings.py").write_text(code)
    return {"DJANGO_SETTINGS_MODULE": "site_settings", "PYTHONPATH": str(tmp_path)}


def test_missing_static_files_stop_it_with_a_sentence(refused, site):
    complaint = refused(**site)

    assert "staticfiles/staticfiles.json: is missing; run manage.py collectstatic first" in complaint
    assert "Traceback" not in complaint


@pytest.mark.slow
def test_a_start_page_that_fails_stops_it_with_a_sentence(refused, site, tmp_path):
    (tmp_path / "staticfiles").mkdir()
    (tmp_path / "staticfiles" / "staticfiles.json").write_text('{"version": "1.1", "paths": {}, "hash": ""}')

    assert refused(**site).endswith("/: answers 500 and not 200; the error is above\n")


def test_debug_mode_is_not_served(refused):
    complaint = refused(DEBUG="1")

    assert "environment: DEBUG: " in complaint
    assert "Traceback" not in complaint


def test_who_redirects_to_https_without_a_proxy_is_told(served):
    _, alone = served(HTTPS="1")
    _, behind_a_proxy = served(HTTPS="1", BEHIND_PROXY="1")

    assert "environment: HTTPS: every page redirects" in end(alone)
    assert end(behind_a_proxy) == ""


def test_ctrl_c_ends_it(served):
    _, process = served()
    os.killpg(process.pid, signal.SIGINT)

    stdout, stderr = process.communicate(timeout=20)
    said = [line for line in stdout.splitlines() if "refused to gracefully stop" not in line]  # on a busy machine
    assert (process.returncode, said, stderr) == (0, [], "")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the workers are found by Linux's /proc")
def test_it_ends_even_while_its_workers_begin(start):
    process = start("--port", str(free_port()))
    until(lambda: children(process))

    end(process)


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

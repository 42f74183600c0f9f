"""The production server: it says when it is ready, ends in good order, and keeps no address of anybody."""

import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection

import pytest
from django.conf import settings
from django.templatetags.static import static


@pytest.fixture
def served(production):
    """serve(**environment) starts the server and gives its port and its process; it is ended by its process id."""
    started = []

    def serve(**environment):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            port = taken.getsockname()[1]
        command = [sys.executable, settings.BASE_DIR / "manage.py", "serve", "--port", str(port), "--workers", "2"]
        process = subprocess.Popen(command, env=production | environment, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert f"Ready: http://127.0.0.1:{port}/  (Ctrl+C stops it)\n" in iter(process.stdout.readline, "")
        return port, process

    yield serve
    for process in started:
        process.terminate()
        process.communicate(timeout=10)


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


@pytest.mark.parametrize("arguments", [["--port", "{taken}"], ["--host", "nosuch.invalid"]])
def test_an_address_that_cannot_be_served_stops_with_a_sentence(arguments):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = str(other.getsockname()[1])
        command = [
            sys.executable,
            settings.BASE_DIR / "manage.py",
            "serve",
            *(a.format(taken=taken) for a in arguments),
        ]
        result = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)

    assert result.returncode == 1
    assert "give another one" in result.stderr
    assert "Traceback" not in result.stderr


def test_it_is_ready_under_the_name_of_the_site(served):
    _, process = served(ALLOWED_HOSTS=".example.org")

    assert "DisallowedHost" not in end(process)

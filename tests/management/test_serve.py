"""The production server: it says when it is ready, ends in good order, and keeps no address of anybody."""

import os
import re
import shutil
import signal
import socket
from pathlib import Path

import pytest
from django.conf import settings
from django.templatetags.static import static

from tests.serving import children, end, fetch, until
from tools.stage import free_port


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


@pytest.mark.usefixtures("static_files")
def test_it_serves_pages_and_compressed_files_that_never_change(served):
    port, process = served()

    assert fetch(port, "/line/a0/?x=1").status == 200
    stylesheet = fetch(port, static("wizard.css"))
    assert stylesheet.headers["Content-Encoding"] == "br"
    assert "immutable" in stylesheet.headers["Cache-Control"]
    assert "line" not in end(process), "no access log unless it is switched on"


def test_an_access_log_holds_no_client_no_query_and_no_answer(served):
    port, process = served(workers=1, ACCESS_LOG="1")
    fetch(port, "/line/a0b1/?fbclid=1")
    fetch(port, "/line/a0%0a2026-11-25%2008:10:46%20+0900%20INFO%20GET%20-%20200%201.0%20ms/")
    fetch(port, "/health/")
    line = re.compile(r"[-0-9]{10} [0-9:]{8} \+0900 INFO (.*) 200 [0-9.]+ ms")

    told = [line.fullmatch(said)[1] for said in end(process).splitlines()]
    assert told == ["GET /<flow:flow_id>/<str:token>/"] * 2


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


@pytest.mark.slow
def test_a_flow_that_breaks_its_promises_is_not_published(refused, production, tmp_path):
    flows = shutil.copytree(settings.FLOWS_DIR, tmp_path / "flows")
    promises = flows / "line" / "promises.toml"
    promises.write_text(promises.read_text().replace('never = ["accept"]', 'never = ["decline"]', 1))
    site = Path(production["PYTHONPATH"], "site_settings.py").read_text()
    (tmp_path / "site_settings.py").write_text(f"{site}FLOWS_DIR = Path({str(flows)!r})\n")

    complaint = refused(PYTHONPATH=str(tmp_path))
    assert "wizard.E001" in complaint
    assert complaint.endswith("/: is not to be published; the errors are above\n")


def test_debug_mode_is_not_served(refused):
    complaint = refused(DEBUG="1")

    assert "environment: DEBUG: " in complaint
    assert "Traceback" not in complaint


def test_redirects_to_https_are_not_served_without_a_proxy(refused, served):
    _, behind_a_proxy = served(HTTPS="1", BEHIND_PROXY="1")

    assert "environment: HTTPS: every page would redirect" in refused(HTTPS="1")
    assert end(behind_a_proxy) == ""


@pytest.mark.parametrize("address", ["{}/notify", "@{}"])
def test_systemd_is_told_when_it_is_ready(served, tmp_path, address):
    address = address.format(tmp_path)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address.replace("@", "\0", 1))
        systemd.settimeout(10)
        served(workers=1, NOTIFY_SOCKET=address)

        assert systemd.recv(100) == b"READY=1"


def test_metrics_are_told_at_an_address_of_their_own(served, refused):
    port, told_at = free_port(), free_port()
    port, _ = served(METRICS=f"127.0.0.1:{told_at}")
    fetch(port, "/line/a0b1/")

    until(lambda: b"granian_" in fetch(told_at, "/metrics").content)
    assert b"a0b1" not in fetch(told_at, "/metrics").content
    assert f"environment: METRICS: 127.0.0.1:{told_at}: Address" in refused(METRICS=f"127.0.0.1:{told_at}")


def test_ctrl_c_ends_it(served):
    _, process = served()

    assert end(process, lambda process: os.killpg(process.pid, signal.SIGINT)) == ""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the workers are found by Linux's /proc")
def test_it_ends_even_while_its_workers_begin(start):
    process = start("--port", str(free_port()))
    until(lambda: len(children(process)) > 1)  # the first checks the flows

    end(process)

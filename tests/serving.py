"""A running server, seen from outside: its port, its processes, its answers."""

import re
import time
from http.client import HTTPConnection
from pathlib import Path
from subprocess import Popen


def fetch(port, path, host="127.0.0.1", **headers):
    """A GET on a connection of its own: the response, its body as `content`."""
    connection = HTTPConnection(host, port, timeout=10)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "br"} | headers)
        response = connection.getresponse()
        response.content = response.read()
        return response
    finally:
        connection.close()


def end(process, ask=Popen.terminate):
    """End a server in good order: all that it still said."""
    ask(process)
    stdout, stderr = process.communicate(timeout=20)
    assert process.returncode == 0
    # Granian says so of a worker that has ended, too, if on a busy machine another thread of its notices first.
    return re.sub(r"\[WARNING\] Killing worker-\d after it refused to gracefully stop\n", "", stdout + stderr)


def children(process):
    return {int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()}


def listening(port):
    """How many workers listen: each has a socket of its own."""
    return Path("/proc/net/tcp").read_text().count(f":{port:04X} 00000000:0000 0A")


def until(happens, seconds=10):
    deadline = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.01)

"""A running server, seen from outside: its port, its processes, its answers."""

import signal
import socket
import time
from http.client import HTTPConnection
from pathlib import Path


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def fetch(port, path, **headers):
    """A GET on a connection of its own: the response, its body as `content`."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "br"} | headers)
        response = connection.getresponse()
        response.content = response.read()
        return response
    finally:
        connection.close()


def end(process):
    """End a server in good order: all that it still said."""
    process.send_signal(signal.SIGTERM)
    stdout, stderr = process.communicate(timeout=20)
    assert process.returncode == 0
    return stdout + stderr


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

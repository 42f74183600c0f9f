"""The site as it is deployed, to be put to the test: replicas of it, and before them nginx with deploy/nginx.conf."""

import os
import random
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
from contextlib import ExitStack, suppress
from http.client import HTTPSConnection
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
MAIN = """{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/main.log emerg;
events {{ worker_connections 8000; }}
http {{
types {{ text/html html; }}
access_log off;
client_body_temp_path {folder}/body;
proxy_temp_path {folder}/proxy;
include {folder}/site.conf;
}}
"""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    content: bytes


def free_port() -> int:
    """A port below those that systems lend to clients: one of these would be lent while a replica of it is away."""
    while True:
        port = random.SystemRandom().randrange(20_000, 32_000)  # Hypothesis seeds the usual one
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def children(process: int) -> list[int]:
    """The processes that a process has started: a server's workers."""
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


class Stage(ExitStack):
    """Two replicas, each of a release's folder, and nginx.

    `keep` gives pages another age for which they are fresh, `rate` one visitor more or less than what many ask for.
    """

    def __init__(
        self, folder: Path, releases: tuple[Path, Path] = (ROOT, ROOT), keep: str = "", rate: str = "100000r/s"
    ) -> None:
        super().__init__()
        self.folder, self.releases, self.keep, self.rate = folder, releases, keep, rate
        self.ports = [free_port(), free_port()]
        self.port = free_port()
        self.replicas: list[subprocess.Popen[str]] = []

    def __enter__(self) -> "Stage":
        super().__enter__()
        try:
            for number in range(len(self.ports)):
                self.replicas.append(self.start(number))
            self.start_nginx()
        except BaseException:
            self.close()
            raise
        return self

    def start(self, number: int) -> "subprocess.Popen[str]":
        """A replica, once it is ready, in a process group of its own."""
        release = self.releases[number]
        settings = {"SITE_URL": "https://example.org", "BEHIND_PROXY": "1", "ALLOWED_HOSTS": "example.org,127.0.0.1"}
        replica = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(self.ports[number]), "--workers", "1"],
            cwd=release,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "wizard.settings", "HTTPS": "1", **settings},
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.callback(self.kill, replica)
        assert replica.stdout
        assert "Ready" in replica.stdout.readline()
        return replica

    @staticmethod
    def kill(replica: "subprocess.Popen[str]") -> None:
        """Kill a replica with all its processes, at once."""
        with suppress(ProcessLookupError):
            os.killpg(replica.pid, signal.SIGKILL)
        replica.wait()
        if replica.stdout:
            replica.stdout.close()

    def start_nginx(self) -> None:
        (self.folder / "site.conf").write_text(self.site())
        user = "user root;" if os.getuid() == 0 else ""
        (self.folder / "nginx.conf").write_text(MAIN.format(folder=self.folder, user=user))
        request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=example.org"]
        files = ["-keyout", self.folder / "privkey.pem", "-out", self.folder / "fullchain.pem"]
        subprocess.run(["openssl", *request, *files], check=True, capture_output=True)
        nginx = shutil.which("nginx") or "/usr/sbin/nginx"
        command = [nginx, "-p", self.folder, "-c", self.folder / "nginx.conf", "-e", self.folder / "main.log"]
        subprocess.run(command, check=True)
        pid = int((self.folder / "nginx.pid").read_text())
        self.callback(os.kill, pid, signal.SIGTERM)

    def site(self) -> str:
        """deploy/nginx.conf, with the ports and folders of this machine."""
        text = (ROOT / "deploy" / "nginx.conf").read_text()
        text = re.sub(r"\n    listen \[::\][^\n]*", "", text)
        text = re.sub(r"listen 80\b", f"listen 127.0.0.1:{free_port()}", text)
        text = re.sub(r"listen 443\b", f"listen 127.0.0.1:{self.port}", text)
        for place, port in zip(("127.0.0.1:8001", "127.0.0.1:8002"), self.ports, strict=True):
            text = text.replace(place, f"127.0.0.1:{port}")
        for place in ("/etc/letsencrypt/live/example.org", "/var/cache/nginx", "/var/log/nginx"):
            text = text.replace(place, str(self.folder))
        text = text.replace("/opt/before-you-connect/current", str(ROOT))
        if self.keep:
            fresh = f"proxy_ignore_headers Vary Cache-Control; proxy_cache_valid 200 {self.keep};"
            text = text.replace("proxy_ignore_headers Vary;", fresh)
        return re.sub(r"rate=\d+r/s", f"rate={self.rate}", text)

    def get(self, path: str, host: str = "example.org", **headers: str) -> Answer:
        """What a visitor gets from nginx, on a connection of her own."""
        context = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))
        connection = Connection(host, self.port, context=context, timeout=15)
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            return Answer(response.status, dict(response.headers), response.read())
        finally:
            connection.close()


class Connection(HTTPSConnection):
    """To 127.0.0.1, under the name of a host."""

    def connect(self) -> None:
        plain = socket.create_connection(("127.0.0.1", self.port), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host)  # type: ignore[attr-defined]

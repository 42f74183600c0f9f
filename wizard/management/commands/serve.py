"""`manage.py serve`: starts the production server, or says in a sentence why not."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from argparse import ArgumentParser
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from wizard.server import serve


class Command(BaseCommand):
    help = "Serves the site with Granian and prints the address when it is ready."
    # In a process of their own: to prove the flows takes half of the start, and memory that workers would inherit.
    requires_system_checks = ()
    failure = ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)

    def handle(self, *args: object, **options: object) -> None:
        refuse_debug()
        refuse_redirects()
        refuse_missing_files()
        port, workers = int(str(options["port"])), int(str(options["workers"]))
        host = free_address("--host {} --port {}", str(options["host"]), port)
        if settings.METRICS:
            free_address("environment: METRICS: {}:{}", *settings.METRICS)
        # Once the socket listens, the first answer comes from the first worker that is ready.
        checks = begin_checks()
        threading.Thread(target=self.announce, args=(host, port, checks), daemon=True).start()
        serve(host, port, workers)
        if self.failure:
            raise CommandError(self.failure)

    def announce(self, host: str, port: int, checks: subprocess.Popen[bytes]) -> None:
        while not (status := status_of_start(host, port)):
            time.sleep(0.1)
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        if status != HTTPStatus.OK:
            self.failure = f"{address}: answers {status} and not 200; the error is above"
        elif checks.wait():
            self.failure = f"{address}: is not to be published; the errors are above"
        if self.failure:
            os.kill(os.getpid(), signal.SIGTERM)
            return
        self.stdout.write(f"Ready: {address}  (Ctrl+C stops it)")
        self.stdout.flush()
        tell_systemd()


def begin_checks() -> subprocess.Popen[bytes]:
    """Django's checks and the proofs of the flows; what is wrong they say themselves."""
    manage = settings.BASE_DIR / "manage.py"
    return subprocess.Popen([sys.executable, manage, "check"], stdout=subprocess.DEVNULL)


def tell_systemd() -> None:
    """Let systemd know that we are ready, if it waits for that (Type=notify)."""
    if address := os.environ.get("NOTIFY_SOCKET"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notified:
            notified.sendto(b"READY=1", address.replace("@", "\0", 1))


def refuse_debug() -> None:
    if settings.DEBUG:
        raise CommandError("environment: DEBUG: shows the code to every visitor; leave it out, or use runserver")


def refuse_redirects() -> None:
    if settings.HTTPS and not settings.BEHIND_PROXY:
        raise CommandError("environment: HTTPS: every page would redirect to it; give BEHIND_PROXY=1 too, or HTTPS=0")


def refuse_missing_files() -> None:
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.is_file():
        raise CommandError(f"{manifest}: is missing; run manage.py collectstatic first")


def free_address(given: str, host: str, port: int) -> str:
    """The IP address of a host on which the port is free. Granian shares a taken one without a word."""
    place = given.format(host, port)
    if port not in range(1, 2**16):
        raise CommandError(f"{place}: is no port; give one from 1 to 65535")
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise CommandError(f"{place}: {error.strerror or error}; give another one") from error
    return str(address[0])


def status_of_start(host: str, port: int) -> int:
    """What a worker answers to `/`, asked by a name that the site is allowed to answer to; 0 if none answers yet."""
    name = settings.ALLOWED_HOSTS[0].lstrip(".*") or "localhost"
    connection = HTTPConnection(host, port, timeout=5)
    try:
        # As a proxy asks; the site trusts this with BEHIND_PROXY alone.
        connection.request("HEAD", "/", headers={"Host": name, "X-Forwarded-Proto": "https"})
        return connection.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()

"""`manage.py serve`: the production server, Granian, on plain WSGI."""

import os
import signal
import socket
import threading
import time
from argparse import ArgumentParser
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import import_string
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

# What an access log may hold: no client address, and no query. Paths hold answers, so the log is off by default.
ACCESS_LOG_FORMAT = "%(time)s %(method)s %(path)s %(status)d %(dt_ms).1f ms"

# A worker that holds its full number of connections accepts no more, and an idle one counts: Granian's own 512 are
# few enough for one visitor to shut out all others.
CONNECTIONS = 8192
BACKLOG = 4096

# A worker that is told to end before it listens for signals would be waited for without end.
SECONDS_TO_END = 5


class Command(BaseCommand):
    help = "Serves the site with Granian and prints the address when it is ready."
    failure = ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)

    def handle(self, *args: object, **options: object) -> None:
        refuse_debug()
        refuse_missing_files()
        port, workers = int(str(options["port"])), int(str(options["workers"]))
        host = free_address(str(options["host"]), port)
        # Once the socket listens, the first answer comes from the first worker that is ready.
        threading.Thread(target=self.announce, args=(host, port), daemon=True).start()
        serve(host, port, workers)
        if self.failure:
            raise CommandError(self.failure)

    def announce(self, host: str, port: int) -> None:
        while not (status := status_of_start(host, port)):
            time.sleep(0.1)
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        if status >= HTTPStatus.BAD_REQUEST:
            self.failure = f"{address}: answers {status} and not 200; the error is above"
            os.kill(os.getpid(), signal.SIGTERM)
            return
        if status != HTTPStatus.OK:
            self.stderr.write("environment: HTTPS: every page redirects to it; give BEHIND_PROXY=1 too, or HTTPS=0")
        self.stdout.write(f"Ready: {address}  (Ctrl+C stops it)")
        self.stdout.flush()


def refuse_debug() -> None:
    if settings.DEBUG:
        raise CommandError("environment: DEBUG: shows the code to every visitor; leave it out, or use runserver")


def refuse_missing_files() -> None:
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.is_file():
        raise CommandError(f"{manifest}: is missing; run manage.py collectstatic first")


def free_address(host: str, port: int) -> str:
    """The IP address of a host on which the port is free. Granian shares a taken one without a word."""
    if port not in range(1, 2**16):
        raise CommandError(f"--port {port}: is none; give one from 1 to 65535")
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise CommandError(f"--host {host} --port {port}: {error.strerror or error}; give another one") from error
    return str(address[0])


def serve(host: str, port: int, workers: int) -> None:
    """Serve until a signal ends it."""
    Granian(
        "wizard.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=1,
        websockets=False,
        backlog=BACKLOG,
        backpressure=CONNECTIONS,
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_TO_END,
        log_access=settings.ACCESS_LOG,
        log_access_format=ACCESS_LOG_FORMAT,
        log_level=LogLevels.warning,
    ).serve(target_loader=load)


def load(target: str) -> Any:  # noqa: ANN401  what Granian wants
    """The application, in the process of a worker."""
    # A terminal sends Ctrl+C to the workers too, and Granian's hang if the main process tells them to end at once.
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    return import_string(target.replace(":", "."))


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

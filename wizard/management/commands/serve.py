"""`manage.py serve`: the production server, Granian, on plain WSGI."""

import os
import socket
import threading
import time
from argparse import ArgumentParser
from http.client import HTTPConnection, HTTPException

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

# What an access log may hold: no client address, and no query. Paths hold answers, so the log is off by default.
ACCESS_LOG_FORMAT = "%(time)s %(method)s %(path)s %(status)d %(dt_ms).1f ms"

# A worker that holds its full number of connections accepts no more, and an idle one counts: Granian's own 512 are
# few enough for one visitor to shut out all others.
CONNECTIONS = 8192
BACKLOG = 4096


class Command(BaseCommand):
    help = "Serves the site with Granian and prints the address when it is ready."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)

    def handle(self, *args: object, **options: object) -> None:
        port, workers = int(str(options["port"])), int(str(options["workers"]))
        host = free_address(str(options["host"]), port)
        # Once the socket listens, the first answer comes from the first worker that is ready.
        threading.Thread(target=self.announce, args=(host, port), daemon=True).start()
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
            log_access=settings.ACCESS_LOG,
            log_access_format=ACCESS_LOG_FORMAT,
            log_level=LogLevels.warning,
        ).serve()

    def announce(self, host: str, port: int) -> None:
        while not answers(host, port):
            time.sleep(0.1)
        self.stdout.write(f"Ready: http://{f'[{host}]' if ':' in host else host}:{port}/  (Ctrl+C stops it)")
        self.stdout.flush()


def free_address(host: str, port: int) -> str:
    """The IP address of a host on which the port is free. Granian shares a taken one without a word."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise CommandError(f"--host {host} --port {port}: {error.strerror or error}; give another one") from error
    return str(address[0])


def answers(host: str, port: int) -> bool:
    """Whether a worker answers, asked by a name that the site is allowed to answer to."""
    name = settings.ALLOWED_HOSTS[0].lstrip(".*") or "localhost"
    connection = HTTPConnection(host, port, timeout=5)
    try:
        connection.request("HEAD", "/", headers={"Host": name})
        connection.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True

"""`manage.py serve`: the production server, Granian, on plain WSGI."""

import os
import threading
import time
from argparse import ArgumentParser
from http.client import HTTPConnection

from django.conf import settings
from django.core.management.base import BaseCommand
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

# What an access log may hold: no client address, and no query. Paths hold answers, so the log is off by default.
ACCESS_LOG_FORMAT = "%(time)s %(method)s %(path)s %(status)d %(dt_ms).1f ms"


class Command(BaseCommand):
    help = "Serves the site with Granian and prints the address when it is ready."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)

    def handle(self, *args: object, **options: object) -> None:
        host, port, workers = str(options["host"]), int(str(options["port"])), int(str(options["workers"]))
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
            log_access=settings.ACCESS_LOG,
            log_access_format=ACCESS_LOG_FORMAT,
            log_level=LogLevels.warning,
        ).serve()

    def announce(self, host: str, port: int) -> None:
        while not answers(host, port):
            time.sleep(0.1)
        self.stdout.write(f"Ready: http://{host}:{port}/  (Ctrl+C stops it)")
        self.stdout.flush()


def answers(host: str, port: int) -> bool:
    try:
        connection = HTTPConnection(host, port, timeout=5)
        connection.request("HEAD", "/")
        connection.getresponse()
    except OSError:
        return False
    return True

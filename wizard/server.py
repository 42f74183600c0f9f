"""The production server: Granian, on plain WSGI, one process a core."""

import gc
import os
import signal
import threading
import time
from importlib import import_module
from multiprocessing import connection, parent_process
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import Engine
from django.template.loader import get_template
from django.utils.module_loading import import_string
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

APPLICATION = "wizard.wsgi:application"

# A worker that holds its full number of connections accepts no more, and an idle one counts: Granian's own 512 are
# few enough for one visitor to shut out all others.
CONNECTIONS = 8192
BACKLOG = 4096

# A connection that sends no whole request for so long ends, be it a silent one, a slow one or one kept alive. Where a
# connection may speak HTTP/2 as well, Granian waits for its first byte without end, so that we speak HTTP/1 alone.
MILLISECONDS_TO_ASK = 5_000

# A worker ends once all that was asked is answered; one that is told so before it listens for signals never would.
SECONDS_TO_END = MILLISECONDS_TO_ASK // 1000 + 2


def serve(host: str, port: int, workers: int) -> None:
    """Serve until a signal ends it."""
    preload()
    # Workers share what was read at start, flows above all: a collection that looks through it would copy it.
    gc.collect()
    gc.freeze()
    Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=1,
        websockets=False,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=MILLISECONDS_TO_ASK),
        backlog=BACKLOG,
        backpressure=CONNECTIONS,
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_TO_END,
        log_level=LogLevels.warning,
        **metrics(),
    ).serve(target_loader=load)


def preload() -> None:
    """Import and compile what every page needs, so that the workers share it."""
    import_string(APPLICATION.replace(":", "."))
    import_module(settings.ROOT_URLCONF)
    for folder in Engine.get_default().dirs:
        for template in Path(folder).rglob("*.html"):
            get_template(str(template.relative_to(folder)))


def metrics() -> dict[str, Any]:
    """Granian's own metrics, for Prometheus, at an address that is not the visitors'."""
    if not settings.METRICS:
        return {}
    host, port = settings.METRICS
    return {"metrics_enabled": True, "metrics_address": host, "metrics_port": port}


def load(target: str) -> Any:  # noqa: ANN401  what Granian wants
    """The application, in the process of a worker."""
    # A terminal sends Ctrl+C to the workers too, and Granian's hang if the main process tells them to end at once.
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    threading.Thread(target=end_with_the_main_process, daemon=True).start()
    return import_string(target.replace(":", "."))


def end_with_the_main_process() -> None:
    """Where the main process is killed, its workers would go on without it, and keep the port from the next one."""
    if main := parent_process():
        connection.wait([main.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(SECONDS_TO_END)
        os._exit(1)

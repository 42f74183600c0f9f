"""The site at 70 % of the knee for minutes on end: `python -m tools.soak --minutes 10`.

First it asks as fast as it can, to find the knee; then at 70 % of it, by journeys to results as visitors walk them.
Ten times it prints what the server's processes take; at the end, what was answered. Any failure is an exit status of
1, and so is memory, a count of files or of threads that has grown.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import NamedTuple

from .journeys import LostError, journey
from .stage import ROOT, children, free_port

VISITORS = 4  # connections, each asking for one page after the other
SHARE = 0.7
GROWTH = 1.1  # of memory, from the middle to the end: until then caches may fill


class Taken(NamedTuple):
    """What the server's processes take together."""

    mebibytes: float
    files: int
    threads: int


class Visitor(threading.Thread):
    """Walks journey after journey on one connection, not faster than a page each `pause` seconds."""

    def __init__(self, port: int, seed: int, pause: float) -> None:
        super().__init__(daemon=True)
        self.port, self.chance, self.pause = port, random.Random(seed), pause
        self.connection = HTTPConnection("127.0.0.1", port, timeout=30)
        self.answers: Counter[str] = Counter()
        self.times: list[float] = []
        self.ended = threading.Event()
        self.due = time.monotonic()

    def run(self) -> None:
        while not self.ended.is_set():
            try:
                journey(self.get, self.chance)
            except (LostError, OSError, HTTPException) as error:
                self.answers[f"failed: {type(error).__name__} {str(error)[:60]}"] += 1
                self.connection.close()

    def get(self, address: str) -> tuple[int, str, str]:
        self.due = max(self.due + self.pause, time.monotonic() - 1)
        time.sleep(max(0.0, self.due - time.monotonic()))
        begun = time.perf_counter()
        self.connection.request("GET", address)
        response = self.connection.getresponse()
        text = response.read().decode()
        self.times.append(1000 * (time.perf_counter() - begun))
        self.answers[str(response.status)] += 1
        return response.status, text, response.headers.get("location", "")


def ask(server: int, port: int, seconds: float, pause: float) -> tuple[list[Visitor], list[Taken]]:
    """Visitors for so long, and what the server takes at ten times meanwhile."""
    visitors = [Visitor(port, seed, pause) for seed in range(VISITORS)]
    samples = []
    for visitor in visitors:
        visitor.start()
    for tenth in range(1, 11):
        time.sleep(seconds / 10)
        samples.append(taken(server))
        asked = sum(len(visitor.times) for visitor in visitors)
        print(f"{tenth * seconds / 10:5.0f} s, {asked:7} answers:", *samples[-1], flush=True)
    for visitor in visitors:
        visitor.ended.set()
    for visitor in visitors:
        visitor.join(60)
        visitor.connection.close()
    return visitors, samples


def taken(main: int) -> Taken:
    """What a process and its children take."""
    processes = [Path(f"/proc/{pid}") for pid in (main, *children(main))]
    return Taken(
        round(sum(pss(process) for process in processes), 1),
        sum(len(list((process / "fd").iterdir())) for process in processes),
        sum(len(list((process / "task").iterdir())) for process in processes),
    )


def pss(process: Path) -> float:
    """A process's share of memory, in MiB."""
    line = next(line for line in (process / "smaps_rollup").read_text().splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    given = parser.parse_args()
    port = free_port()
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    settings = {**os.environ, "HTTPS": "0", "DJANGO_SETTINGS_MODULE": "wizard.settings"}
    with subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            assert "Ready" in server.stdout.readline()
            fast, _ = ask(server.pid, port, 20, pause=0)
            knee = sum(len(visitor.times) for visitor in fast) / 20
            print(f"knee: {knee:.0f} answers a second by {VISITORS} connections", flush=True)
            visitors, samples = ask(server.pid, port, 60 * given.minutes, VISITORS / (SHARE * knee))
        finally:
            server.terminate()
            server.wait(30)  # before its output is closed: it may have something to say of its end
    return told(visitors, samples[4], samples[-1], 60 * given.minutes)


def told(visitors: list[Visitor], before: Taken, after: Taken, seconds: float) -> int:
    answers = sum((visitor.answers for visitor in visitors), Counter())
    times = sorted(spent for visitor in visitors for spent in visitor.times)
    cuts = statistics.quantiles(times, n=1000)
    print(f"{len(times) / seconds:.0f} answers a second: {dict(answers)}")
    print(f"p50 {cuts[499]:.1f}, p90 {cuts[899]:.1f}, p99 {cuts[989]:.1f}, max {times[-1]:.0f} ms")
    grown = after.mebibytes > GROWTH * before.mebibytes or after.files > before.files or after.threads > before.threads
    return int(grown or not answers.keys() <= {"200", "302"})


if __name__ == "__main__":
    sys.exit(main())

"""Faults put to the site as it is deployed, and how many visitors notice: `python -m tools.faults`."""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from .journeys import LostError, journey
from .stage import ROOT, Stage, children

CHANGES = {"wizard.css": ".next { color: red }", "wizard.js": "window.next = 1;"}  # of a release to come
PAGES = ("/", "/line/a0/", "/en/line/a0c2/", "/line/a2b1c0-1h/")
ASSET = re.compile(r'(?:href|src)="(/static/[^"]+)"')


class Count(NamedTuple):
    """How many tried, and what became of those that failed."""

    tried: int
    failed: list[str]


class Visitors:
    """Visitors who walk to results at the same time, by pages that no cache has seen yet."""

    def __init__(self, stage: Stage, journeys: int, at_once: int = 4) -> None:
        self.stage, self.journeys, self.begun = stage, journeys, count()
        self.done: list[str] = []
        self.threads = [threading.Thread(target=self.walk, args=(seed,)) for seed in range(at_once)]
        for thread in self.threads:
            thread.start()

    def walk(self, seed: int) -> None:
        chance = random.Random(seed)
        while next(self.begun) < self.journeys:
            try:
                journey(self.get, chance)
                self.done.append("")
            except (LostError, OSError) as error:
                self.done.append(repr(error))

    def get(self, address: str) -> tuple[int, str, str]:
        own = f"{'&' if '?' in address else '?'}visitor={random.getrandbits(64)}"
        answer = self.stage.get(address + own)
        return answer.status, answer.content.decode(), answer.headers.get("location", "")

    def wait_for(self, share: float) -> None:
        while len(self.done) < share * self.journeys:
            time.sleep(0.01)

    def count(self) -> Count:
        for thread in self.threads:
            thread.join()
        return Count(len(self.done), [failure for failure in self.done if failure])


def one_killed(stage: Stage, journeys: int) -> Count:
    """A replica is killed with all its processes, and later started anew."""
    visitors = Visitors(stage, journeys)
    visitors.wait_for(0.3)
    stage.kill(stage.replicas[0])
    visitors.wait_for(0.6)
    stage.replicas[0] = stage.start(0)
    return visitors.count()


def worker_killed(stage: Stage, journeys: int) -> Count:
    """The only worker of a replica is killed, and its main process starts another."""
    visitors = Visitors(stage, journeys)
    visitors.wait_for(0.3)
    for worker in children(stage.replicas[0].pid):
        os.kill(worker, signal.SIGKILL)
    return visitors.count()


def one_told_to_end(stage: Stage, journeys: int) -> Count:
    """A replica is told to end, as at each update, and started anew."""
    visitors = Visitors(stage, journeys)
    visitors.wait_for(0.3)
    stage.replicas[0].send_signal(signal.SIGTERM)
    stage.replicas[0].wait()
    visitors.wait_for(0.6)
    stage.replicas[0] = stage.start(0)
    return visitors.count()


def all_killed(stage: Stage, journeys: int, wait: float) -> Count:
    """Every replica is killed, and what was seen before is asked for once it is no longer fresh."""
    seen: set[str] = set()

    def get(address: str) -> tuple[int, str, str]:
        answer = stage.get(address)
        seen.add(address) if answer.status == 200 else None
        return answer.status, answer.content.decode(), answer.headers.get("location", "")

    for seed in range(journeys):
        journey(get, random.Random(seed))
    time.sleep(wait)
    for replica in stage.replicas:
        stage.kill(replica)
    answers = {address: stage.get(address).status for address in sorted(seen)}
    return Count(len(answers), [f"{address}: {status}" for address, status in answers.items() if status != 200])


def clone(folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    """A copy of this release, its static files collected from nothing; some of them with an addition."""
    copy = folder / "release"
    for part in ("wizard", "templates", "static", "manage.py", "requirements.txt"):
        source = ROOT / part
        shutil.copytree(source, copy / part) if source.is_dir() else shutil.copy(source, copy)
    for name, added in (changes or {}).items():
        with (copy / "static" / name).open("a") as file:
            file.write(f"\n{added}\n")
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(command, cwd=copy, check=True)
    return copy


def rolling(stage: Stage, loads: int) -> Count:
    """Pages of two releases, whose files are asked of either."""
    failed, hashes, chance = [], set(), random.Random(0)
    for load in range(loads):
        # nginx takes turns: without this, one replica might get all pages, and the other all stylesheets.
        stage.get("/health/") if chance.random() < 0.5 else None
        page = stage.get(f"{chance.choice(PAGES)}?load={load}").content.decode()
        for asset in ASSET.findall(page):
            hashes.add(asset)
            answer = stage.get(f"{asset}?load={load}")
            if answer.status != 200 or not answer.content:
                failed.append(f"load {load}: {asset}: {answer.status}")
    assert len({h for h in hashes if "wizard." in h}) == 4, "two releases, each with a stylesheet and a script"
    return Count(loads, failed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--journeys", type=int, default=700)
    parser.add_argument("--loads", type=int, default=200)
    parser.add_argument("--wait", type=float, default=310, help="seconds until pages are no longer fresh")
    given = parser.parse_args()
    told: dict[str, tuple[bool, Callable[[Stage], Count]]] = {
        "one of two replicas killed, journeys": (False, lambda stage: one_killed(stage, given.journeys)),
        "a worker killed, journeys": (False, lambda stage: worker_killed(stage, given.journeys)),
        "one of two told to end, journeys": (False, lambda stage: one_told_to_end(stage, given.journeys)),
        "two releases side by side, page loads": (True, lambda stage: rolling(stage, given.loads)),
        "all killed, pages seen before": (False, lambda stage: all_killed(stage, given.journeys // 20, given.wait)),
    }
    for name, (two_releases, fault) in told.items():
        with TemporaryDirectory() as folder:
            releases = (ROOT, clone(Path(folder), CHANGES)) if two_releases else (ROOT, ROOT)
            with Stage(Path(folder), releases) as stage:
                tried, failed = fault(stage)
        print(f"{name}: {len(failed)} of {tried} failed", *failed[:5], sep="\n    ", flush=True)


if __name__ == "__main__":
    main()

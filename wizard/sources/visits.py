"""Sources visited politely: the hosts by turns, one source at a time, and none waited for without end."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from wizard.engine import Source

from .finding import Finding, State, look
from .opening import Limits


def visits(sources: Iterable[Source], limits: Limits) -> Iterator[tuple[Source, Finding]]:
    """Every source with what was found, as it is found; between two of one host there is a pause."""
    last: dict[str, float] = {}
    for source in by_turns(sources):
        host = host_of(source)
        time.sleep(max(0, last.get(host, -limits.pause) + limits.pause - time.monotonic()))
        yield source, look_in_time(source, limits)
        last[host] = time.monotonic()


def by_turns(sources: Iterable[Source]) -> list[Source]:
    """The sources, one of each host, then the next of each, so that pauses are seldom waited for."""
    hosts: dict[str, list[Source]] = {}
    for source in sources:
        hosts.setdefault(host_of(source), []).append(source)
    return [source for turn in zip_longest(*hosts.values()) for source in turn if source]


def host_of(source: Source) -> str:
    """The host of a source's address, which may be none at all."""
    return "/".join(source.url.split("/", 3)[:3])


def look_in_time(source: Source, limits: Limits) -> Finding:
    """What was found, waited for no longer than allowed: a host's name, headers that drip and a PDF know no end."""
    found: list[Finding] = []
    visit = threading.Thread(target=lambda: found.append(look(source, limits)), daemon=True)
    visit.start()
    visit.join(limits.seconds)
    return found[0] if found else Finding(State.UNCLEAR, f"it took longer than {limits.seconds:g} seconds")

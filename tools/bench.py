"""What pages cost, as ratios: beside a bare Django view, beside django-formtools, and as flows grow. `make bench`."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from statistics import median

import django

from tools import growth
from tools.measuring import Call, ask, bare_view, ratio, seconds
from tools.targets import Targets
from wizard.content import flows
from wizard.engine import Flow, spell, walk
from wizard.remembering import Application

QUESTION = "/line/a0c0d0e0/"
RESULTS = {"accept": "/line/a0c0d0e0f0g0k0m0-1a/", "propose": "/line/a0c2d0e0-1p/", "help": "/line/a2b1c0-1h/"}
ANSWERS = RESULTS["accept"].removeprefix("/line/").partition("-")[0]
JOURNEY = ["/", *(f"/line/{ANSWERS[:end]}/" for end in range(2, len(ANSWERS), 2)), RESULTS["accept"]]
HOSTILE = "/line/" + "a0" * 950 + "/"


class Bench:
    """The site with its memory and without, and what they are measured beside."""

    def __init__(self, rounds: int, calls: int) -> None:
        self.rounds, self.calls = rounds, calls
        self.targets = Targets()
        self.warm, self.cold, self.bare = Application(), Application(most_bytes=0), bare_view()
        self.flow = flows()["line"]["ja"]

    def ratio(self, call: Call, beside: Call) -> float:
        call()
        return ratio(call, beside, self.rounds, self.calls)

    def compare(self, what: str, call: Call, beside: Call, most: float) -> None:
        self.targets.hold(what, lambda: self.ratio(call, beside), most)

    def beside_a_bare_view(self) -> None:
        ask(self.warm, QUESTION)
        tag = next(iter(self.warm.memory.pages.values())).tag
        self.compare("a question remembered", partial(ask, self.warm, QUESTION), self.bare, 0.15)
        self.compare("a 304", partial(ask, self.warm, QUESTION, HTTP_IF_NONE_MATCH=tag), self.bare, 0.3)
        self.compare("a question made", partial(ask, self.cold, QUESTION), self.bare, 28)
        for verdict, address in RESULTS.items():
            self.compare(f"a result made: {verdict}", partial(ask, self.cold, address), self.bare, 75)
        self.compare("a hostile token of 1,900 characters", partial(ask, self.cold, HOSTILE), self.bare, 2)
        longest = spell(walk(self.flow, growth.longest(self.flow)))
        self.compare("the longest token read, walked, spelled", walked(self.flow, longest), self.bare, 2)

    def beside_formtools(self) -> None:
        for kind, most_remembered, most_made in (("session", 0.015, 0.4), ("cookie", 0.03, 0.8)):
            for state, site, most in (("remembered", self.warm, most_remembered), ("made", self.cold, most_made)):
                measure = partial(beside_peer, kind, partial(travel, site), self.rounds)
                self.targets.hold(f"{state}, beside its {kind} wizard", measure, most)

    def beside_smaller_flows(self) -> None:
        long, short = growth.chain(self.flow, 26), growth.chain(self.flow, 8)
        for count in (4, 8, 12):
            token = growth.token(long, count)
            self.compare(f"{count} answers beside 1", walked(long, token), walked(long, token[:2]), count)
        token = growth.token(short, 7)
        self.compare("26 questions beside 8", walked(long, token), walked(short, token), 1.05)
        small = growth.with_rules(self.flow, 10)
        for count in (40, 100, 400):
            grown = growth.with_rules(self.flow, count)
            self.compare(f"{count} rules beside 10", walked(grown, "a0"), walked(small, "a0"), count / 10)

    def beside_fewer_flows(self) -> None:
        made = partial(ask, self.cold, QUESTION)
        alone = self.ratio(made, self.bare)
        with growth.copies(20) as each:
            self.targets.hold("a page with 20 flows beside 1", lambda: self.ratio(made, self.bare) / alone, 1.05)
            self.targets.hold("a flow of them read, in both languages", lambda: each * 1000, 60, "ms")


def walked(flow: Flow, token: str) -> Call:
    return partial(growth.there_and_back, flow, token)


def travel(site: Application) -> None:
    """A journey of eight answers."""
    for address in JOURNEY:
        ask(site, address)


def beside_peer(kind: str, journey: Call, rounds: int) -> float:
    """The median of the ratios of our journey's CPU time to that of a wizard of formtools, in a process of its own."""
    journey()
    command = [sys.executable, "-m", "tools.peer", kind]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as peer:
        assert peer.stdin
        assert peer.stdout
        assert peer.stdout.readline() == "ready\n"
        found = []
        for _ in range(rounds):
            print(3, file=peer.stdin, flush=True)
            found.append(seconds(journey, 3) / 3 / float(peer.stdout.readline()))
        peer.stdin.close()
    return median(found)


def main(rounds: int = 9, calls: int = 30) -> int:
    bench = Bench(rounds, calls)
    parts: dict[str, Callable[[], None]] = {
        "Beside a bare Django view that returns 6 KB from memory": bench.beside_a_bare_view,
        "A journey of eight answers beside django-formtools": bench.beside_formtools,
        "As a flow grows: a token read, walked and spelled": bench.beside_smaller_flows,
        "As flows are added": bench.beside_fewer_flows,
    }
    for title, measure in parts.items():
        print(title)
        measure()
    return bench.targets.status()


if __name__ == "__main__":
    django.setup()
    sys.exit(main())

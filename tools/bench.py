"""What pages cost, as ratios: beside a bare Django view, beside django-formtools, and as flows grow. `make bench`."""

import subprocess
import sys
from functools import partial
from statistics import median

import django

QUESTION = "/line/a0c0d0e0/"
RESULTS = {"accept": "/line/a0c0d0e0f0g0k0m0-1a/", "propose": "/line/a0c2d0e0-1p/", "help": "/line/a2b1c0-1h/"}
HOSTILE = "/line/" + "a0" * 950 + "/"


def main(rounds: int = 9, calls: int = 30) -> None:
    from tools import growth
    from tools.measuring import ask, bare_view, ratio, seconds
    from wizard.content import flows
    from wizard.engine import spell, walk
    from wizard.remembering import Application

    warm, cold, bare = Application(), Application(most_bytes=0), bare_view()
    flow = flows()["line"]["ja"]

    def compare(what, call, beside, most):
        call()
        print(f"  {what:40} x {ratio(call, beside, rounds, calls):8.3f}  (at most {most:g})", flush=True)

    def to_bare():
        ask(warm, QUESTION)
        tag = next(iter(warm.memory.pages.values())).tag
        compare("a question remembered", partial(ask, warm, QUESTION), bare, 0.15)
        compare("a 304", partial(ask, warm, QUESTION, HTTP_IF_NONE_MATCH=tag), bare, 0.3)
        compare("a question made", partial(ask, cold, QUESTION), bare, 28)
        for verdict, address in RESULTS.items():
            compare(f"a result made: {verdict}", partial(ask, cold, address), bare, 75)
        compare("a hostile token of 1,900 characters", partial(ask, cold, HOSTILE), bare, 2)

    def to_formtools():
        answers = RESULTS["accept"].removeprefix("/line/").partition("-")[0]
        way = ["/", *(f"/line/{answers[:end]}/" for end in range(2, len(answers), 2)), RESULTS["accept"]]
        for kind, most_warm, most_cold in (("session", 0.015, 0.4), ("cookie", 0.03, 0.8)):
            for state, site, most in (("remembered", warm, most_warm), ("made", cold, most_cold)):
                cost = beside_peer(kind, lambda it=site: [ask(it, address) for address in way], rounds, seconds)
                print(
                    f"  {state + ', beside its ' + kind + ' wizard':40} x {cost:8.3f}  (at most {most:g})", flush=True
                )

    def to_smaller():
        long, short, small = growth.chain(flow, 26), growth.chain(flow, 8), growth.with_rules(flow, 10)
        walked = partial(partial, growth.there_and_back)
        for count in (4, 8, 12):
            token = growth.token(long, count)
            compare(f"{count} answers beside 1", walked(long, token), walked(long, token[:2]), count)
        token = growth.token(short, 7)
        compare("26 questions beside 8", walked(long, token), walked(short, token), 1.05)
        for count in (40, 100, 400):
            grown = growth.with_rules(flow, count)
            compare(f"{count} rules beside 10", walked(grown, "a0"), walked(small, "a0"), count / 10)
        page = ratio(partial(ask, cold, QUESTION), bare, rounds, calls)
        with growth.copies(20) as each:
            beside = ratio(partial(ask, cold, QUESTION), bare, rounds, calls)
            print(f"  {'a page with 20 flows beside 1':40} x {beside / page:8.3f}  (at most 1.05)")
            print(f"  {'a flow of them read, in both languages':40} {each * 1000:6.0f} ms")

    print("Beside a bare Django view that returns 6 KB from memory")
    to_bare()
    longest = spell(walk(flow, growth.longest(flow)))
    compare("the longest token read, walked, spelled", partial(growth.there_and_back, flow, longest), bare, 2)
    print("A journey of eight answers beside django-formtools")
    to_formtools()
    print("As flows grow: a token read, walked and spelled")
    to_smaller()


def beside_peer(kind, journey, rounds, seconds) -> float:
    """The median of the ratios of our journey's CPU time to that of a wizard of formtools, in a process of its own."""
    journey()
    command = [sys.executable, "-m", "tools.peer", kind]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as peer:
        assert peer.stdout.readline() == "ready\n"
        found = []
        for _ in range(rounds):
            print(3, file=peer.stdin, flush=True)
            found.append(seconds(journey, 3) / 3 / float(peer.stdout.readline()))
        peer.stdin.close()
    return median(found)


if __name__ == "__main__":
    django.setup()
    main()

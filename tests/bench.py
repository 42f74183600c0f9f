"""What a walk costs, as ratios: beside a bare Django view's response, and as rules are added. `make bench`."""

import os
import sys
from collections.abc import Callable
from datetime import date
from time import process_time

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path

from tests.line.logic import WALKS
from wizard.flow.condition import Condition, When
from wizard.flow.model import Edition, Flow, Option, Outcome, Question, Rule, Verdict, Words
from wizard.flow.token import read, spell
from wizard.flow.walking import walk

ROUNDS, CALLS = 15, 400
BARE = type("urls", (), {"urlpatterns": [path("bare", lambda _: HttpResponse(b"x" * 6000))]})


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wizard.settings")
    django.setup()
    from wizard.content import flows

    flow = flows()["line"]["ja"]
    token = spell(walk(flow, max((answers for answers, _ in WALKS), key=len)))
    bare = bare_view()
    print(f"a token of {len(walk(flow, read(flow, token).answers).path)} answers, read, walked and spelled")
    print(f"  x a bare Django view's response: {ratio(lambda: there_and_back(flow, token), bare):.2f}  (at most 2)")
    small = synthetic(10)
    for rules in (20, 40, 80, 160):
        grown = synthetic(rules)
        cost = ratio(lambda flow=grown: there_and_back(flow, "a0"), lambda: there_and_back(small, "a0"))
        print(f"{rules:4} rules: x {cost:.1f} of 10 rules  (at most {rules // 10})")


def there_and_back(flow: Flow, token: str) -> str:
    return spell(walk(flow, read(flow, token).answers))


def bare_view() -> Callable[[], object]:
    """A view that returns 6 KB from memory, through Django's handler without any middleware."""
    settings.MIDDLEWARE, settings.ROOT_URLCONF = [], BARE
    handler, request = WSGIHandler(), RequestFactory().get("/bare").environ
    return lambda: b"".join(handler(dict(request), lambda *_: None))


def synthetic(rules: int) -> Flow:
    """One question and so many rules, of which the last decides."""
    option = Option("yes", "0", Words(), Words(), unsure=False)
    question = Question("q", "a", False, 1, False, False, Words(), Words(), Words(), Words(), {"yes": option})
    never = Rule(When((Condition("q", frozenset({"no"})),)), "end")
    outcome = Outcome("end", Verdict.ACCEPT, Words(), Words(), (), (), (), (), ())
    today = date(2026, 1, 1)
    return Flow(
        id="synthetic",
        language="en",
        name="",
        title="",
        lead="",
        description="",
        about=(),
        unknown=(),
        start=("q",),
        questions={"q": question},
        rules=(never,) * (rules - 1) + (Rule(When(), "end"),),
        outcomes={"end": outcome},
        sources={},
        editions=(Edition(1, today, ""),),
    )


def ratio(one: Callable[[], object], other: Callable[[], object]) -> float:
    """The median of CPU time ratios, in alternating rounds, so that the machine's other work evens out."""
    found = sorted(seconds(one) / seconds(other) for _ in range(ROUNDS))
    return found[len(found) // 2]


def seconds(call: Callable[[], object]) -> float:
    begin = process_time()
    for _ in range(CALLS):
        call()
    return process_time() - begin


if __name__ == "__main__":
    sys.exit(main())

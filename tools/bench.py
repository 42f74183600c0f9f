"""What a walk costs, as ratios: beside a bare Django view's response, and as rules are added. `make bench`."""

import os
from collections.abc import Callable
from dataclasses import replace
from time import process_time

import django
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import path

from tests.line.logic import WALKS
from wizard.engine import Condition, Flow, Rule, When, read_token, spell, walk

BARE = type("urls", (), {"urlpatterns": [path("bare", lambda _: HttpResponse(b"x" * 6000))]})


def main(rounds: int = 15, calls: int = 400) -> None:
    from wizard.content import flows

    flow = flows()["line"]["ja"]
    token = spell(walk(flow, max((answers for answers, _ in WALKS), key=len)))
    small = with_rules(flow, 10)
    print(f"a token of {len(read_token(flow, token).answers)} answers, read, walked and spelled")
    with override_settings(MIDDLEWARE=[], ROOT_URLCONF=BARE):
        cost = ratio(lambda: there_and_back(flow, token), bare_view(), rounds, calls)
    print(f"  x a bare Django view's response: {cost:.2f}  (at most 2)")
    for rules in (20, 40, 80, 160):
        grown = with_rules(flow, rules)
        cost = ratio(lambda it=grown: there_and_back(it, "a0"), lambda: there_and_back(small, "a0"), rounds, calls)
        print(f"{rules:4} rules: x {cost:.1f} of 10 rules  (at most {rules // 10})")


def there_and_back(flow: Flow, token: str) -> str:
    return spell(walk(flow, read_token(flow, token).answers))


def bare_view() -> Callable[[], object]:
    """A view that returns 6 KB from memory, through Django's handler without any middleware."""
    handler, request = WSGIHandler(), RequestFactory().get("/bare").environ
    return lambda: b"".join(handler(dict(request), lambda *_: None))


def with_rules(flow: Flow, count: int) -> Flow:
    """The flow with so many rules, of which only the last is true."""
    never = Rule(When((Condition("now", frozenset({"harmed"})),)), "stop")
    return replace(flow, rules=(*[never] * (count - 1), Rule(When(), "accept")))


def ratio(one: Callable[[], object], other: Callable[[], object], rounds: int, calls: int) -> float:
    """The median of CPU time ratios, in alternating rounds, so that the machine's other work evens out."""
    found = sorted(seconds(one, calls) / seconds(other, calls) for _ in range(rounds))
    return found[len(found) // 2]


def seconds(call: Callable[[], object], calls: int) -> float:
    begin = process_time()
    for _ in range(calls):
        call()
    return process_time() - begin


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wizard.settings")
    django.setup()
    main()

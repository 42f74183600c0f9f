"""Journeys of visitors: from the start page, by one answer after the other, to a result."""

import html
import random
import re
from collections.abc import Callable

OPTION = re.compile(r'<a class="[^"]*" href="([^"]+)"[^>]*data-option=')
FORM = re.compile(r'<form class="ticks" method="get" action="([^"]+)".*?name="asked" value="([^"]+)"', re.DOTALL)
TICK = re.compile(r'<input type="checkbox"[^>]*name="([^"]+)"[^>]*value="([^"]+)"')
MOST_STEPS = 40


class LostError(Exception):
    """A journey that did not come to a result."""


# What is got at an address: status, text, and where it redirects to.
Get = Callable[[str], tuple[int, str, str]]


def journey(get: Get, chance: random.Random) -> list[str]:
    """Walk to a result by answers taken at random: the addresses on the way. Raises LostError."""
    address, way = "/", []
    while len(way) < MOST_STEPS:
        way.append(address)
        status, text, location = get(address)
        if status not in (200, 302):
            raise LostError(f"{address}: {status}")
        if status == 302:
            address = location
        elif 'data-verdict="' in text:
            return way
        else:
            address = chance.choice(answers(text))
    raise LostError(f"{address}: a loop")


def answers(text: str) -> list[str]:
    """The addresses that a question's page leads to: by its links, and by its form with one option ticked."""
    found = [html.unescape(href) for href in OPTION.findall(text)]
    if form := FORM.search(text):
        found += [f"{form[1]}?asked={form[2]}&{name}={value}" for name, value in TICK.findall(text)]
    if not found:
        raise LostError("a question without options")
    return found

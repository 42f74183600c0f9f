"""Addresses of our pages: spelled canonically here, and nowhere else; and the words that mean something in them."""

from collections.abc import Collection
from functools import lru_cache
from urllib.parse import urlencode

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language

from wizard.engine import Flow, Walk, spell

# In a query, what marks a form as sent, and what says that none of the options applies.
SUBMITTED, NONE_OF_THESE = "asked", "none"
# What flows, questions and options may not be called. A flow's name stands first in addresses, where the languages'
# codes stand too; a question's stands in queries and behind a token; that of an option to tick stands in queries.
RESERVED_FLOWS = ("health", "about", "accessibility", "schema", "static")
RESERVED = {"question": (SUBMITTED, "shared", "rules"), "tick": (NONE_OF_THESE,)}


def of_page(name: str, *parts: str) -> str:
    """The address of a page, by the name of its route."""
    return pattern(name, len(parts), get_language() or "", get_script_prefix()).format(*parts)


@lru_cache(maxsize=200)
def pattern(name: str, parts: int, language: str, root: str) -> str:
    """A route's address with gaps, searched for once: a page spells dozens."""
    gaps = [f"-{number}-" for number in range(parts)]
    address = reverse(name, args=gaps)
    for number, gap in enumerate(gaps):
        address = address.replace(gap, f"{{{number}}}")
    return address


def of_walk(at: Walk) -> str:
    """The page of a walk, be it a question or a result; of an unanswered one, the flow's start."""
    if not at.given:
        return of_start(at.flow.id)
    return of_page("walk", at.flow.id, spell(at))


def of_start(flow: str) -> str:
    """A flow's start page; the default flow's is the home page."""
    return of_page("home") if flow == settings.DEFAULT_FLOW else of_page("start", flow)


def of_shared(at: Walk) -> str:
    """A result as a peer is to see it."""
    return of_page("shared", at.flow.id, spell(at))


def of_way_in(flow: str) -> str:
    """The stable address for other sites, which takes answers by query."""
    return of_page("start", flow)


def of_links(flow: str) -> str:
    """Links for other sites to paste."""
    return of_page("links", flow)


def of_rules(flow: str) -> str:
    """How a flow decides."""
    return of_page("rules", flow)


def of_map(flow: str, rule: int = 0) -> str:
    """The drawing of how a flow decides, with the way to a rule marked in it."""
    return reverse("map", args=[flow, rule] if rule else [flow])


def of_ways(flow: Flow) -> str:
    """The ways that a flow compares; nowhere for a flow that compares none."""
    return of_page("ways", flow.id) if flow.ways else ""


def of_walk_rules(at: Walk) -> str:
    """How a flow decides, with a walk that has ended marked in it."""
    return of_page("walk_rules", at.flow.id, spell(at))


def of_change(at: Walk, question: str, ticks: Collection[str] = ()) -> str:
    """The page where one answer of a walk can be changed, if wanted with boxes ticked and not sent yet."""
    address = of_page("change", at.flow.id, spell(at), question)
    return f"{address}?{urlencode({question: ','.join(ticks)}, safe=',')}" if ticks else address


def in_language(address: str, code: str) -> str:
    """The address of the same page in another language: the default one has no prefix."""
    root = get_script_prefix().rstrip("/")
    bare = address.removeprefix(root)
    here = f"/{get_language()}/"
    if bare.startswith(here):
        bare = bare[len(here) - 1 :]
    # Two slashes at the start would name another host.
    return escape_leading_slashes(f"{root}{'' if code == settings.LANGUAGE_CODE else f'/{code}'}{bare}")


def of_outcome(flow: str, outcome: str) -> str:
    """The page of an outcome without anybody's answers."""
    return of_page("outcome", flow, outcome)


def of_result_json(at: Walk) -> str:
    """A result for programs."""
    return of_page("result_json", at.flow.id, spell(at))


def of_flow_json(flow: str) -> str:
    """A flow for programs."""
    return of_page("flow_json", flow)


def of_schema(name: str) -> str:
    """What describes an answer for programs; the same in every language."""
    return of_page("schema", name)

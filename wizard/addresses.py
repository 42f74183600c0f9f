"""Addresses of our pages: spelled canonically here, and nowhere else; and the words that mean something in them."""

from collections.abc import Collection
from urllib.parse import urlencode

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language

from wizard.engine import Walk, spell

# In a query, what marks a form as sent, and what says that none of the options applies.
SUBMITTED, NONE_OF_THESE = "asked", "none"
# What flows, questions and options may not be called. A flow's name stands first in addresses, where the languages'
# codes stand too; a question's stands in queries and behind a token; that of an option to tick stands in queries.
RESERVED_FLOWS = ("accessibility", "schema", "static")
RESERVED = {"question": (SUBMITTED, "shared", "rules"), "tick": (NONE_OF_THESE,)}


def of_walk(at: Walk) -> str:
    """The page of a walk, be it a question or a result; of an unanswered one, the flow's start."""
    if not at.given:
        return of_start(at.flow.id)
    return reverse("walk", args=[at.flow.id, spell(at)])


def of_start(flow: str) -> str:
    """A flow's start page; the default flow's is the home page."""
    return reverse("home") if flow == settings.DEFAULT_FLOW else reverse("start", args=[flow])


def of_shared(at: Walk) -> str:
    """A result as a peer is to see it."""
    return reverse("shared", args=[at.flow.id, spell(at)])


def of_way_in(flow: str) -> str:
    """The stable address for other sites, which takes answers by query."""
    return reverse("start", args=[flow])


def of_links(flow: str) -> str:
    """Links for other sites to paste."""
    return reverse("links", args=[flow])


def of_rules(flow: str) -> str:
    """How a flow decides."""
    return reverse("rules", args=[flow])


def of_walk_rules(at: Walk) -> str:
    """How a flow decides, with a walk that has ended marked in it."""
    return reverse("walk_rules", args=[at.flow.id, spell(at)])


def of_change(at: Walk, question: str, ticks: Collection[str] = ()) -> str:
    """The page where one answer of a walk can be changed, if wanted with boxes ticked and not sent yet."""
    page = reverse("change", args=[at.flow.id, spell(at), question])
    return f"{page}?{urlencode({question: ','.join(ticks)}, safe=',')}" if ticks else page


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
    return reverse("outcome", args=[flow, outcome])


def of_result_json(at: Walk) -> str:
    """A result for programs."""
    return reverse("result_json", args=[at.flow.id, spell(at)])


def of_flow_json(flow: str) -> str:
    """A flow for programs."""
    return reverse("flow_json", args=[flow])


def of_schema(name: str) -> str:
    """What describes an answer for programs; the same in every language."""
    return reverse("schema", args=[name])

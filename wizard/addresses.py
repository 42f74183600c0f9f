"""Addresses of our pages: spelled canonically here, and nowhere else."""

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language

from wizard.engine import tokens
from wizard.engine.walking import Walk


def of_step(at: Walk) -> str:
    """The page of a walk, be it a question or a result; of an unanswered one, the flow's start."""
    if not at.given:
        return of_start(at.flow.id)
    return reverse("step", args=[at.flow.id, tokens.spell(at)])


def of_start(flow: str) -> str:
    """A flow's start page; the default flow's is the home page."""
    return reverse("home") if flow == settings.DEFAULT_FLOW else reverse("start", args=[flow])


def of_shared(at: Walk) -> str:
    """A result as a peer is to see it."""
    return reverse("shared", args=[at.flow.id, tokens.spell(at)])


def of_way_in(flow: str) -> str:
    """The stable address for other sites, which takes answers by query."""
    return reverse("start", args=[flow])


def of_links(flow: str) -> str:
    """Links for other sites to paste."""
    return reverse("links", args=[flow])


def of_change(at: Walk, question: str) -> str:
    """The page where one answer of a walk can be changed."""
    return reverse("change", args=[at.flow.id, tokens.spell(at), question])


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
    return reverse("result_json", args=[at.flow.id, tokens.spell(at)])


def of_schema(name: str) -> str:
    """What describes an answer for programs; the same in every language."""
    return reverse("schema", args=[name])

"""Addresses of our pages: spelled canonically here, and nowhere else."""

from django.conf import settings
from django.urls import reverse

from .flow import token
from .flow.walking import Walk


def of_step(at: Walk) -> str:
    """The page of a walk, be it a question or a result; of an unanswered one, the flow's start."""
    if not at.given:
        return of_start(at.flow.id)
    return reverse("step", args=[at.flow.id, token.spell(at)])


def of_start(flow: str) -> str:
    """A flow's start page; the default flow's is the home page."""
    return reverse("home") if flow == settings.DEFAULT_FLOW else reverse("start", args=[flow])


def of_change(at: Walk, question: str) -> str:
    """The page where one answer of a walk can be changed."""
    return reverse("change", args=[at.flow.id, token.spell(at), question])


def in_language(path: str, code: str, default: str) -> str:
    """The address of the same page in another language: the default one has no prefix."""
    bare = path.removeprefix("/en") if path.startswith("/en/") else path
    return bare if code == default else f"/{code}{bare}"


def of_outcome(flow: str, outcome: str) -> str:
    """The page of an outcome without anybody's answers."""
    return reverse("outcome", args=[flow, outcome])

"""What became of a source: whether it still stands where it stood and says what it must contain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus

from wizard.engine import Source

from .opening import Answer, Limits, OpenError, fetch
from .text import folded, markup

# Fewer letters than these are a frame that a script fills, or a gate, and no article.
LEAST = 200


class State(StrEnum):
    """What was found of a source."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Finding:
    """The state of a source, and a sentence that goes on after it."""

    state: State
    why: str


def look(source: Source, limits: Limits) -> Finding:
    """Open a source, and compare it with what it must contain."""
    try:
        answer = fetch(source.url, limits)
        if answer.status != HTTPStatus.OK:
            return of_status(answer)
        return compared(source, answer)
    except OpenError as error:
        return Finding(State.UNCLEAR, f"it {error}")


def of_status(answer: Answer) -> Finding:
    """What an answer other than the page itself means."""
    if answer.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return Finding(State.GONE, f"{answer.url} answers {answer.status}")
    wants_login = answer.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
    why = "lets nobody in without a login, or no programs" if wants_login else "has no page to give now"
    return Finding(State.UNCLEAR, f"{answer.url} answers {answer.status}: it {why}")


def compared(source: Source, answer: Answer) -> Finding:
    """Whether the page says what it must; where it says less, whether it is the page at all."""
    page = markup(answer)
    text = folded("".join(page.parts))
    missing = [term for term in source.expects if folded(term) not in text]
    moved = f"it has moved to {answer.url}" if answer.url != source.url else ""
    if missing and page.password:
        return Finding(State.UNCLEAR, f"{answer.url} asks for a password")
    if missing and len(text) < LEAST:
        return Finding(State.UNCLEAR, f"{answer.url} holds hardly any text without scripts")
    if missing:
        lost = f"it no longer says {', '.join(missing)}"
        return Finding(State.CHANGED, f"{moved}, where {lost}" if moved else lost)
    if moved:
        return Finding(State.MOVED, moved)
    if not source.expects:
        return Finding(State.UNCLEAR, "it is there, but `expects` says nothing to look for")
    return Finding(State.UNCHANGED, f"it still says {', '.join(source.expects)}")

"""Visits: an address read, be it by its token or by its query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from wizard.engine import Flow, Stamp, Walk, Was, is_forged, is_later, read_token, walk, was

from .content import get_flow
from .queries import read_prefilled


@dataclass(frozen=True, slots=True)
class Visit:
    """A walk as an address spelled it, with its stamp, and what of the address could not be read."""

    at: Walk
    stamp: Stamp | None = None
    unread: tuple[str, ...] = ()

    @property
    def is_forged(self) -> bool:
        """Whether the stamp claims what today's rules deny, though all of the address could be read."""
        return is_forged(self.at, self.stamp) and not self.unread

    @property
    def is_settled(self) -> bool:
        """Whether the next release will read the address as this one does, so that caches may keep what it says."""
        return not (self.unread or is_later(self.at, self.stamp))

    @property
    def was(self) -> Was | None:
        """What the address said under an earlier edition, where today's says otherwise.

        Not of a walk that asks for more with a part of it unread: that part may be all that it lacks.
        """
        return was(self.at, self.stamp) if self.at.outcome or not self.unread else None


def visit_by_token(flow_id: str, text: str) -> Visit:
    """The visit that a token spells. Raises Http404 if there is no such flow, or nothing of the token can be read."""
    flow = get_flow(flow_id)
    token = read_token(flow, text)
    if not token.answers:
        raise Http404(text)
    return Visit(walk(flow, token.answers), token.stamp, token.unread)


def visit_by_query(flow: Flow, query: QueryDict) -> Visit:
    """The visit of a start page, with the answers that other sites' links fill in."""
    answers, unread = read_prefilled(flow, query)
    return Visit(walk(flow, answers), unread=unread)


def keep_if_settled(response: HttpResponse, visit: Visit) -> HttpResponse:
    """An answer that nobody may keep if the next release might read its address otherwise."""
    if not visit.is_settled:
        response.headers["Cache-Control"] = "no-store"
    return response


def by_token(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand a view the visit that its address spells."""

    def visited(request: HttpRequest, flow_id: str, token: str, **named: str) -> HttpResponse:
        visit = visit_by_token(flow_id, token)
        return keep_if_settled(view(request, visit, **named), visit)

    return visited

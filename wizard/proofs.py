"""Proofs of this site's flows, with the address of every walk that shows a finding."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone

from wizard.engine import Answers, Flow, walk
from wizard.engine.proving import Card, Proof, prove

from . import addresses
from .addresses import RESERVED
from .content import ICONS, folders


def proofs(only: str = "") -> Iterator[Proof]:
    """A proof of each flow, or of one alone, of its files as they stand now."""
    languages = [code for code, _ in settings.LANGUAGES]
    for folder in folders(settings.FLOWS_DIR):
        if only in ("", folder.name):
            yield prove(folder, languages, RESERVED, ICONS, timezone.localdate())


def address_of(flow: Flow | None, answers: Answers | None) -> str:
    """The page of a walk, to be opened; "" where there is none."""
    if flow is None or answers is None:
        return ""
    return addresses.of_walk(walk(flow, answers))


def address_of_card(flow: Flow, card: Card) -> str:
    """The page of a card."""
    if card.answers is None:
        return addresses.of_outcome(flow.id, card.outcome)
    return address_of(flow, card.answers)

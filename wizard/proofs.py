"""Proofs of this site's flows, with the address of every walk that shows a finding."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from wizard.engine import walk
from wizard.engine.proving import Finding, Proof, prove

from . import addresses
from .addresses import RESERVED
from .content import ICONS, folders


def proofs(only: str = "") -> Iterator[Proof]:
    """A proof of each flow, or of one alone, of its files as they stand now."""
    languages = [code for code, _ in settings.LANGUAGES]
    for folder in folders(settings.FLOWS_DIR):
        if only in ("", folder.name):
            yield prove(folder, languages, RESERVED, ICONS)


def address_of(proof: Proof, finding: Finding) -> str:
    """The page to open to see a finding; "" where no walk shows it."""
    if proof.flow is None or finding.walk is None:
        return ""
    return addresses.of_walk(walk(proof.flow, finding.walk))

"""What somebody meant who wrote a name that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

# How alike two names are at least, of 1: 'rsik' and 'risk' are at 0.75, 'when' and 'en' at 0.67.
ALIKE = 0.7


def meant(name: str, known: Iterable[str], otherwise: str) -> str:
    """The wish about a name that is not known: the known one that is nearest to it, or what else to do."""
    # Sorted, so that of two names equally near it is the same one on every run.
    near = get_close_matches(name, sorted(known), n=1, cutoff=ALIKE)
    return f"did you mean {near[0]!r}?" if near else otherwise

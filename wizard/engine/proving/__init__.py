"""Proving a flow: what it promises, what nobody reaches, and what an edit changes, over all answers there are."""

from .against import Against, against
from .check import Check
from .compare import Comparison, Move, compare
from .deck import Card, Deck, deal
from .finding import Finding, Kind, of_mistake
from .pairing import TooManyError
from .proof import Proof, prove

__all__ = [
    "Against",
    "Card",
    "Check",
    "Comparison",
    "Deck",
    "Finding",
    "Kind",
    "Move",
    "Proof",
    "TooManyError",
    "against",
    "compare",
    "deal",
    "of_mistake",
    "prove",
]

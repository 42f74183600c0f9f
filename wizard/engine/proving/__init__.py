"""Proving a flow: what it promises, what nobody reaches, and what an edit changes, over all answers there are."""

from .against import Against, against
from .compare import Comparison, Move, compare
from .finding import Finding, Kind, of_mistake
from .proof import Proof, prove
from .subject import Check

__all__ = [
    "Against",
    "Check",
    "Comparison",
    "Finding",
    "Kind",
    "Move",
    "Proof",
    "against",
    "compare",
    "of_mistake",
    "prove",
]

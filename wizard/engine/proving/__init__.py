"""Proving a flow: what it promises, what nobody reaches, and what an edit changes, over all answers there are."""

from .finding import Finding, Kind, of_mistake
from .proof import Proof, prove
from .subject import Check

__all__ = ["Check", "Finding", "Kind", "Proof", "of_mistake", "prove"]

"""Proving a flow: what it promises, what nobody reaches, and what an edit changes, over all answers there are."""

from .finding import Finding, Kind, of_mistake

__all__ = ["Finding", "Kind", "of_mistake"]

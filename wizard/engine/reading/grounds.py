"""What a text rests on: sources, which it hedges where none of them is official, or our own judgement."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..outcome import Source
from .table import Table

# How a text says that its sources are secondary, in each language.
Hedges = Mapping[str, tuple[str, ...]]


def check_cited(table: Table) -> None:
    """Note a table that cites nothing; of a source that does not exist something else is said."""
    if not table.data.get("sources"):
        table.mistake("sources", "name at least one source")


def check_judgement(table: Table) -> None:
    """Note a text that names no source and is not marked as our own judgement, or both."""
    if table.take("judgement", bool, False) == bool(table.data.get("sources")):
        table.mistake("sources", "name the sources of what it states, or say judgement = true if it states no fact")


def check_hedge(table: Table, sources: Collection[Source], hedges: Hedges) -> None:
    """Note a text that states as a fact what only secondary sources say."""
    if not sources or any(source.official for source in sources):
        return
    for language, words in hedges.items():
        if words and not any(hedge in table.take(language, str) for hedge in words):
            table.mistake(language, f"rests on secondary sources only; say so: {', '.join(words)}")

"""Whether what an edit changes is owned up to: by a new edition, which says so where verdicts became softer."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Flow
from ..reading.files import Files
from .compare import Comparison
from .finding import Finding, Kind


def check_editions(comparison: Comparison, files: Files) -> Iterator[Finding]:
    """What is missing of the editions: what is softer is owned up to always, what else moved once it is published."""
    before, after = comparison.before, comparison.after
    if after.edition.number < before.edition.number:
        yield due(files, "number", f"edition {before.edition.number} was there before, and is gone; put it back")
    elif comparison.moves and after.edition.number == before.edition.number and not before.edition.draft:
        sentence = f"routes that end elsewhere than it was published with: {comparison.share(comparison.moves)}"
        yield due(files, "number", f"{sentence}; add a new [[edition]]")
    if comparison.softer and not owns_up(before, after):
        sentence = f"softer verdicts than before: {comparison.share(comparison.softer)}"
        yield due(files, "softer", f"{sentence}; give an [[edition]] softer = true, and say why")
    yield from check_published(before, after, files)
    for (code, option), (question, was) in before.published.items():
        if after.published.get((code, option)) != (question, was):
            sentence = f"{code}{option} was listed as {question}.{was}; what was published once stays listed"
            yield Finding(Kind.CODE, files.flow.file, files.flow.path, "published", sentence)


def check_published(before: Flow, after: Flow, files: Files) -> Iterator[Finding]:
    """What was published with an edition stays as it was said, and stays published: people have its links."""
    tables = {edition.number: table for edition, table in zip(after.editions, files.listed["edition"], strict=True)}
    now = {edition.number: edition for edition in after.editions}
    for was in before.editions:
        is_now = now.get(was.number, was)
        if not was.draft and (was.date, was.draft, was.softer) != (is_now.date, is_now.draft, is_now.softer):
            table = tables[was.number]
            said = f"date = {was.date}, draft = false, softer = {str(was.softer).lower()}"
            sentence = f"was published with {said}; put that back"
            yield Finding(Kind.EDITION, table.file, table.path, "", sentence)


def owns_up(before: Flow, after: Flow) -> bool:
    """Whether an edition since says that verdicts are softer, and why: a new one, or a draft that says why anew."""
    last = before.edition
    known = {(edition.number, edition.why) for edition in before.editions}
    since = [edition for edition in after.editions if edition.number >= last.number + (not last.draft)]
    return any(edition.softer and (edition.number, edition.why) not in known for edition in since)


def due(files: Files, key: str, sentence: str) -> Finding:
    """A finding in the last edition."""
    last = files.listed["edition"][-1]
    return Finding(Kind.EDITION, last.file, last.path, key, sentence)

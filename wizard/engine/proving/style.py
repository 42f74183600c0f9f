"""Whether texts are as people can read them: short sentences, clean typing, no phrase that the flow never says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..reading.files import Files
from ..reading.table import Table
from .check import Check, found_in, one_check
from .finding import Finding, Kind
from .subject import Subject


def words_of(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


class Measure(NamedTuple):
    """How a language is measured: where a sentence ends, how it is counted, and how long it and a message may be."""

    end: re.Pattern[str]
    count: Callable[[str], int]
    unit: str
    sentence: int
    message: int


# What is read on a phone without losing the thread: better 40 characters or 15 words, and at most these. In Latin
# script a space follows the mark that ends a sentence, else it is the point of a number or of an address.
JAPANESE = Measure(re.compile(r"[。？！\n]"), len, "characters", 60, 200)
OTHER = Measure(re.compile(r"[.?!][”’)]*\s+|\n"), words_of, "words", 25, 300)
STRAIGHT = re.compile("[\"']")
SPACES = re.compile(r"[ \u3000]{2,}")


class Line(NamedTuple):
    """A text in one language: what stands in a table under the language's key."""

    table: Table
    language: str
    text: str


def check_style(subject: Subject) -> Iterator[Check]:
    """Every check of the texts, each in the files as they are written."""
    lines = [line for table in tables_in(subject.files) for line in lines_in(table, subject.names.languages)]
    yield from one_check("every sentence and message is short enough to read", long(lines))
    yield from one_check("no text has straight quotes or double spaces", badly_typed(lines))
    yield from one_check("no text says what this flow never says", forbidden(lines, subject.flow.forbidden))
    yield from one_check("no text stands untranslated", untranslated(lines, subject.names.languages))


def tables_in(files: Files) -> Iterator[Table]:
    """The tables of all files that may hold texts."""
    yield files.flow
    for named in files.named.values():
        yield from named.values()
    for listed in files.listed.values():
        yield from listed


def lines_in(table: Table, languages: Sequence[str]) -> Iterator[Line]:
    """Every text of a table and of those within it, in every language."""
    for key, value in table.data.items():
        if key in languages and isinstance(value, str):
            yield Line(table, key, value)
        elif isinstance(value, dict):
            yield from lines_in(table.child(key, value), languages)
        elif isinstance(value, list):
            for number, item in enumerate(value, start=1):
                if isinstance(item, dict):
                    yield from lines_in(table.child(f"{key}[{number}]", item), languages)


def found(line: Line, sentence: str) -> Finding:
    return found_in(line.table, Kind.STYLE, line.language, sentence)


def long(lines: Sequence[Line]) -> Iterator[Finding]:
    """Sentences and messages that are longer than people read; what has a tone is a message."""
    for line in lines:
        measure = JAPANESE if line.language == "ja" else OTHER
        for sentence in long_sentences(line.text, measure):
            wish = f"has {measure.count(sentence)} {measure.unit}; make it {measure.sentence} at most"
            yield found(line, f"its sentence “{sentence[:20].rstrip()} …” {wish}")
        if "tone" in line.table.data and len(line.text) > measure.message:
            yield found(line, f"the message has {len(line.text)} characters; make it {measure.message} at most")


def long_sentences(text: str, measure: Measure) -> list[str]:
    """The sentences of a text that are too long, without the marks that end them."""
    if measure.count(text) <= measure.sentence:
        return []
    sentences = [part.strip() for part in measure.end.split(text)]
    return [sentence for sentence in sentences if measure.count(sentence) > measure.sentence]


def badly_typed(lines: Sequence[Line]) -> Iterator[Finding]:
    """Quotes as on a typewriter, and spaces that a slip of the hand has left."""
    for line in lines:
        if mark := STRAIGHT.search(line.text):
            yield found(line, f"has a straight quote, {mark[0]}; write “ ” or ’, and 「」 in Japanese")
        if SPACES.search(line.text):
            yield found(line, "has two spaces in a row; leave one")


def forbidden(lines: Sequence[Line], phrases: Sequence[str]) -> Iterator[Finding]:
    """Phrases of the flow's own list. The title of a source is somebody else's."""
    folded = [(phrase, phrase.casefold()) for phrase in phrases]
    for line in lines:
        said = line.text.casefold()
        for phrase, bare in folded:
            if bare in said and not line.table.path.startswith("source."):
                yield found(line, f"says “{phrase}”, which this flow never does; find other words")


def untranslated(lines: Sequence[Line], languages: Sequence[str]) -> Iterator[Finding]:
    """Texts that are the same as in the first language, though they hold its letters."""
    for line in lines:
        first = line.table.data.get(languages[0])
        if line.language != languages[0] and line.text == first and any(map(is_japanese, line.text)):
            yield found(line, f"is the same as in {languages[0]}; translate it")


def is_japanese(letter: str) -> bool:
    """Whether a character is one that English has no use for."""
    return letter.isalpha() and not letter.isascii()

"""Where a line of Japanese may break: between phrases, as BudouX finds them."""

import re
from collections.abc import Iterator
from functools import cache

import budoux
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from wizard.engine import Flow

from .content import flows

PARSERS = {"ja": budoux.load_default_japanese_parser()}
# A short remark in brackets moves to the next line whole: （まだつながっていない）
REMARK = re.compile("(（[^（）]{1,12}）)")
# A word of the site's own that the model takes apart; those of its content stand with each flow.
OWN_WORDS = ("当てはま",)
BREAK = "\n"


@cache
def breakable(text: str, language: str) -> SafeString:
    """A text of ours as HTML, with <wbr> between its phrases: nothing invisible is copied or searched with it."""
    return mark_safe("<wbr>".join(escape(phrase) for phrase in phrases(text, language)))


@cache
def unbroken(language: str) -> tuple[str, ...]:
    """The words that no line may break apart."""
    return (*OWN_WORDS, *(word for languages in flows().values() for word in languages[language].unbroken))


def phrases(text: str, language: str) -> Iterator[str]:
    """A text in its phrases; whole in a language that has spaces instead."""
    if language not in PARSERS:
        yield text
        return
    for part in filter(None, REMARK.split(text)):
        whole = REMARK.fullmatch(part)
        yield from [part] if whole else with_words_whole(PARSERS[language].parse(part), unbroken(language))


def with_words_whole(found: list[str], words: tuple[str, ...]) -> list[str]:
    joined = BREAK.join(found)
    for word in words:
        broken = f"{BREAK}?".join(map(re.escape, word))
        joined = re.sub(broken, lambda found: found[0].replace(BREAK, ""), joined)
    return joined.split(BREAK)


def prepare(flow: Flow) -> None:
    """Find the breaks of a flow's headings and options at start, so that no visitor waits for them."""
    for text in headings(flow):
        breakable(text, flow.language)


def headings(flow: Flow) -> Iterator[str]:
    yield flow.title
    for question in flow.questions.values():
        for words in (question.title, *(option.label for option in question.options.values())):
            yield from (wording.text for wording in words.wordings)
    for outcome in flow.outcomes.values():
        yield from (wording.text for wording in outcome.title.wordings)

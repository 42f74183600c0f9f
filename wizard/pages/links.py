"""Links for other sites: ways in with an answer filled in already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from wizard import addresses
from wizard.engine import Flow, Option, Question

# A pasted button stands on pages without our stylesheet, so that it carries its own.
BUTTON_STYLE = (
    "display:inline-block;padding:.8em 1.5em;border-radius:2em;background:#26457a;"
    "color:#fff;font-weight:bold;text-decoration:none"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A way in: the option that it fills in, and its address."""

    id: str
    label: str
    address: str


@dataclass(frozen=True)
class LinksPage:
    """The links that a flow offers to other sites."""

    flow: Flow
    button_style: str = BUTTON_STYLE

    @cached_property
    def address(self) -> str:
        return addresses.of_links(self.flow.id)

    @cached_property
    def plain(self) -> Link:
        return Link("plain-any", "", addresses.of_way_in(self.flow.id))

    @property
    def filled(self) -> Iterator[tuple[str, str, list[Link]]]:
        """Each question that a link may answer, as a statement, with a link for each of its options."""
        for id in self.flow.prefilled:
            question = self.flow.questions[id]
            links = [self.link(question, option) for option in question.options.values()]
            yield id, question.statement.for_answers({}), links

    def link(self, question: Question, option: Option) -> Link:
        query = urlencode({question.id: option.id})
        return Link(f"{question.id}-{option.id}", option.label.for_answers({}), f"{self.plain.address}?{query}")

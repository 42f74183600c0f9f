"""Links for other sites: ways in with an answer filled in already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from wizard import addresses
from wizard.engine.model import Flow, Option, Question


@dataclass(frozen=True, slots=True)
class Link:
    """A way in: the option that it fills in, and its address."""

    id: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class LinksPage:
    """The links that a flow offers to other sites."""

    flow: Flow

    @property
    def address(self) -> str:
        return addresses.of_links(self.flow.id)

    @property
    def plain(self) -> Link:
        return Link("", "", addresses.of_way_in(self.flow.id))

    @property
    def filled(self) -> Iterator[tuple[str, str, list[Link]]]:
        """Each question that a link may answer, as a statement, with a link for each of its options."""
        for id in self.flow.prefilled:
            question = self.flow.questions[id]
            links = [self.link(question, option) for option in question.options.values()]
            yield id, question.statement.for_answers({}), links

    def link(self, question: Question, option: Option) -> Link:
        query = urlencode({question.id: option.id})
        return Link(option.id, option.label.for_answers({}), f"{self.plain.address}?{query}")

"""Who runs this site, and what its advice rests on: counted from the flows, so that no figure grows old."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.utils.translation import get_language

from wizard import addresses, contact
from wizard.engine import STALE_AFTER, Flow, How, Source, count_walks


@dataclass(frozen=True)
class AboutFlow:
    """What the page says of one flow: how it was made, what it rests on, how it was tried."""

    flow: Flow

    @property
    def rules(self) -> str:
        return addresses.of_rules(self.flow.id)

    @property
    def sources(self) -> list[Source]:
        return list(self.flow.sources.values())

    @property
    def official(self) -> int:
        return sum(source.official for source in self.sources)

    @property
    def secondary(self) -> int:
        return len(self.sources) - self.official

    @property
    def opened(self) -> int:
        """How many of the sources were checked on the page itself."""
        return sum(source.how == How.OPENED for source in self.sources)

    @property
    def read(self) -> int:
        return len(self.sources) - self.opened

    @property
    def oldest(self) -> date:
        return min(source.checked for source in self.sources)

    @cached_property
    def walks(self) -> int:
        """The ways of answering; 0 where they are too many to be counted at start."""
        return count_walks(self.flow)

    @property
    def met(self) -> int:
        """How many criteria of the standard it meets."""
        return sum(criterion.met for criterion in self.flow.criteria)


@dataclass(frozen=True)
class AboutPage:
    """Who runs the site, and what it says of each of its flows in one language."""

    flows: tuple[AboutFlow, ...]

    @classmethod
    def of(cls, flows: Mapping[str, Mapping[str, Flow]]) -> AboutPage:
        language = get_language() or settings.LANGUAGE_CODE
        return cls(tuple(AboutFlow(languages[language]) for languages in flows.values()))

    @property
    def address(self) -> str:
        return addresses.of_page("about")

    @property
    def operator(self) -> str:
        return settings.OPERATOR

    @property
    def contact(self) -> str:
        """The address as people read it."""
        return settings.CONTACT.removeprefix("mailto:")

    @property
    def contact_link(self) -> str:
        return contact.contact_link()

    @property
    def days(self) -> int:
        """For how many days a source is taken on trust."""
        return STALE_AFTER.days

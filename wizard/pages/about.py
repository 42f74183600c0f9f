"""Who runs this site, and what its advice rests on: counted from the flows, so that no figure grows old."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from wizard import addresses, contact
from wizard.engine import STALE_AFTER, Flow, How, Source, count_walks


@dataclass(frozen=True)
class AboutPage:
    """What the page says of its flows, all of them in one language; `flow` is the default one."""

    flows: tuple[Flow, ...]

    @classmethod
    def of(cls, flows: Mapping[str, Mapping[str, Flow]]) -> AboutPage:
        return cls(tuple(languages[get_language() or settings.LANGUAGE_CODE] for languages in flows.values()))

    @property
    def address(self) -> str:
        return reverse("about")

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
    def flow(self) -> Flow:
        return next(flow for flow in self.flows if flow.id == settings.DEFAULT_FLOW)

    @property
    def rules(self) -> str:
        return addresses.of_rules(self.flow.id)

    @property
    def days(self) -> int:
        """For how many days a source is taken on trust."""
        return STALE_AFTER.days

    @cached_property
    def sources(self) -> list[Source]:
        return [source for flow in self.flows for source in flow.sources.values()]

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

    @property
    def walks(self) -> int:
        return sum(map(count_walks, self.flows))

    @property
    def promises(self) -> int:
        return sum(len(flow.promises) for flow in self.flows)

    @property
    def cases(self) -> int:
        return sum(len(flow.cases) for flow in self.flows)

    @property
    def unknown(self) -> list[str]:
        return [text for flow in self.flows for text in flow.unknown]

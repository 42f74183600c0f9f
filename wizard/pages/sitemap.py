"""The pages that search engines may show: all that are nobody's own."""

from collections.abc import Callable, Iterator
from functools import partial

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from wizard import addresses
from wizard.content import flows


class Pages(Sitemap):  # type: ignore[type-arg]  # only the stubs know it as generic
    """Each page in every language, with its siblings."""

    i18n = alternates = x_default = True

    def items(self) -> list[Callable[[], str]]:
        return [
            partial(addresses.of_page, "about"),
            partial(addresses.of_page, "accessibility"),
            *(page for flow in flows() for page in pages_of(flow)),
        ]

    def location(self, item: Callable[[], str]) -> str:
        return item()


def pages_of(flow: str) -> Iterator[Callable[[], str]]:
    """A flow's pages that are nobody's own, each as what spells its address in the language of the moment."""
    found = flows()[flow][settings.LANGUAGE_CODE]
    yield partial(addresses.of_start, flow)
    yield partial(addresses.of_links, flow)
    yield partial(addresses.of_rules, flow)
    if found.ways:
        yield partial(addresses.of_ways, found)
    for outcome in found.outcomes:
        yield partial(addresses.of_outcome, flow, outcome)

"""`manage.py sources`: the sources by age, each with the places that cite it."""

from argparse import ArgumentParser
from collections.abc import Iterator

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from wizard.content import flows
from wizard.engine import Flow, uses


class Command(BaseCommand):
    help = "Lists the sources, the one that was checked longest ago first, with each place that cites it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("flow", nargs="?", default="", help="the flow's folder; without it, every flow")

    def handle(self, *args: object, **options: object) -> None:
        for flow in flows_named(str(options["flow"])):
            self.stdout.write("\n".join(lines_of(flow)))


def flows_named(only: str) -> list[Flow]:
    """Every flow, or one alone; what sources say is the same in each language."""
    found = [languages[settings.LANGUAGE_CODE] for id, languages in flows().items() if only in ("", id)]
    if not found:
        raise CommandError(f"there is no flow {only}")
    return found


def lines_of(flow: Flow) -> Iterator[str]:
    """The flow's sources by age, each with its address, what it must contain, and the places that cite it."""
    places, today = uses(flow), timezone.localdate()
    yield f"{flow.id}: {len(flow.sources)} sources"
    for source in sorted(flow.sources.values(), key=lambda source: source.checked):
        stale = ", to be checked again" if source.is_stale(today) else ""
        days = (today - source.checked).days
        yield f"  {source.id}: {source.how} on {source.checked}, {days} days ago{stale}"
        yield f"    {source.url}"
        if source.expects:
            yield f"    expects {', '.join(source.expects)}"
        yield from (f"    in {place}" for place in places[source.id])

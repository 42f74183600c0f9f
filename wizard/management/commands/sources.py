"""`manage.py sources`: the sources by age, with the places that cite each; `--open` looks whether they still hold."""

import os
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import groupby
from types import ModuleType

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from wizard.content import flows, lack_of
from wizard.engine import Flow, Source, uses


def seconds(text: str) -> float:
    """A pause. Raises ValueError for what nobody can wait for."""
    pause = float(text)
    if not 0 <= pause <= 3600:  # noqa: PLR2004  an hour
        raise ValueError(text)
    return pause


class Command(BaseCommand):
    help = "Lists the sources, the one that was checked longest ago first, with each place that cites it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("flow", nargs="?", default="", help="the flow's folder; without it, every flow")
        parser.add_argument(
            "--open", action="store_true", help="open each, and look for its `expects` (needs a network)"
        )
        parser.add_argument("--pause", type=seconds, default=3, help="seconds between two visits to a host (3)")
        parser.add_argument("--write", action="store_true", help="with --open: date those unchanged in their file")

    def handle(self, *args: object, **options: object) -> None:
        if options["write"] and not options["open"]:
            raise CommandError("--write notes what --open found; give both")
        chosen = flows_named(str(options["flow"]))
        if not options["open"]:
            self.stdout.write("\n".join(line for flow in chosen for line in lines_of(flow)))
        elif sum([self.open(flow, float(str(options["pause"])), write=bool(options["write"])) for flow in chosen]):
            raise SystemExit(1)

    def open(self, flow: Flow, pause: float, *, write: bool) -> int:
        """Open a flow's sources, say of each at once what was found, and give how many want somebody's eye."""
        sources = opening()
        found: Counter[str] = Counter()
        self.stdout.write(f"{flow.id}: {len(flow.sources)} sources")
        for source, finding in sources.visits(by_age(flow), sources.Limits(pause=pause)):
            found[finding.state] += 1
            self.stdout.write(f"  {finding.state:9}  {source.id}: {finding.why}")
            if write and finding.state == sources.State.UNCHANGED:
                self.confirm(flow, source)
        self.stdout.write("  " + ", ".join(f"{found[state]} {state}" for state in sources.State))
        return found.total() - found[sources.State.UNCHANGED]

    def confirm(self, flow: Flow, source: Source) -> None:
        """Write that a source was opened today, or say why that is left to somebody."""
        sources = opening()
        try:
            path = sources.confirm(settings.FLOWS_DIR / flow.id, source.id, timezone.localdate())
        except sources.WriteError as error:
            self.stdout.write(f"             {error}")
        else:
            self.stdout.write(f"             written into {os.path.relpath(path)}")


def opening() -> ModuleType:
    """What opens sources; the server does without what it needs."""
    try:
        return import_module("wizard.sources")
    except ModuleNotFoundError as error:
        raise CommandError(
            f"{error.name} is missing; make check installs it, or pip what pyproject.toml names under sources"
        ) from error


def flows_named(only: str) -> list[Flow]:
    """Every flow, or one alone; what sources say is the same in each language."""
    found = [languages[settings.LANGUAGE_CODE] for id, languages in flows().items() if only in ("", id)]
    if not found:
        raise CommandError(lack_of(only))
    return found


def lines_of(flow: Flow) -> Iterator[str]:
    """The flow's sources by age, each with its title and address, what it must contain, and what cites it."""
    places, today = uses(flow), timezone.localdate()
    yield f"{flow.id}: {len(flow.sources)} sources"
    for source in by_age(flow):
        stale = ", to be checked again" if source.is_stale(today) else ""
        days = (today - source.checked).days
        yield f"  {source.id}: {source.how} on {source.checked}, {days} days ago{stale}"
        yield f"    {source.title}, {'official' if source.official else 'secondary'}"
        yield f"    {source.url}"
        if source.expects:
            yield f"    expects {', '.join(source.expects)}"
        yield from (f"    in {table}: {', '.join(keys)}" for table, keys in by_table(places[source.id]))


def by_table(places: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The places "outcome.home.step" under their tables, "outcome.home"; a desk is cited as a whole."""
    for table, found in groupby(places, key=lambda place: ".".join(place.split(".")[:2])):
        yield table, [place.removeprefix(table).lstrip(".") or "itself" for place in found]


def by_age(flow: Flow) -> list[Source]:
    """The flow's sources, the one that was checked longest ago first."""
    return sorted(flow.sources.values(), key=lambda source: source.checked)

"""What no walk reaches: questions, outcomes, texts, and the sources and desks that only come with these."""

from __future__ import annotations

from collections.abc import Iterator

from .check import Check, found_in, one_check
from .finding import Finding, Kind
from .subject import Subject
from .texts import Item


def check_reached(subject: Subject) -> Iterator[Check]:
    """Of each noun all that no walk reaches."""
    yield from one_check("every question is asked on some walk", unasked(subject))
    yield from one_check("every outcome is where some walk ends", unended(subject))
    yield from one_check("every text is shown on some walk", unshown(subject))
    yield from one_check("every source and desk is shown on some walk", unused(subject))


def unasked(subject: Subject) -> Iterator[Finding]:
    """Questions that no walk asks."""
    for id, table in subject.files.named["question"].items():
        if not subject.regions_before[id]:
            wish = "no walk asks it; name it in `start`, in the `when` of a rule or in `then_ask`, or take it out"
            yield found_in(table, Kind.UNREACHED, "", wish)


def unended(subject: Subject) -> Iterator[Finding]:
    """Outcomes that no walk ends in."""
    for id, table in subject.files.named["outcome"].items():
        if not subject.routes_to[id]:
            yield found_in(table, Kind.UNREACHED, "", "no walk ends here, for its rules never decide; see these")


def unshown(subject: Subject) -> Iterator[Finding]:
    """Texts that no walk shows; one that several outcomes share needs a walk to one of them."""
    known = {item.place for item in subject.shown}
    for item in subject.items:
        if item.place not in known and subject.regions_of(item):
            known.add(item.place)
            yield Finding(Kind.UNREACHED, *item.place, f"no walk shows this {item.noun}: {why_not(subject, item)}")


def why_not(subject: Subject, item: Item) -> str:
    """What keeps a text from being shown, and what to do."""
    regions = subject.regions_of(item)
    unasked = {c.question for c in item.when.conditions if all(c.question not in region for region in regions)}
    if unasked:
        return f"{', '.join(sorted(unasked))} is asked on no walk before it; mend its `when` or take it out"
    if all(subject.space.within(region, item.when) is None for region in regions):
        return "its `when` holds on no walk that comes here; mend it or take it out"
    return "those before it suit everybody whom it would; move it up or take it out"


def unused(subject: Subject) -> Iterator[Finding]:
    """Sources and desks that nothing shown names."""
    for noun, wish in NOWHERE.items():
        for id, table in subject.files.named[noun].items():
            if (noun, id) not in subject.used:
                yield found_in(table, Kind.UNREACHED, "", wish)


NOWHERE = {
    "source": "nothing that a walk shows cites it; cite it or take it out",
    "desk": "no walk shows it; name it in `desks` of a question or in `help` of an outcome, or take it out",
}

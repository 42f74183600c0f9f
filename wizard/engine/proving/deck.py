"""A deck of pages for a careful reader: as few as can be, on which every text of the flow shows at least once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..condition import Answers
from .space import Region, telling_apart
from .subject import Subject
from .texts import Item, Page

Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """A page: that of a walk, or an outcome's own without answers; and the texts that show on it."""

    answers: Answers | None
    outcome: str
    shows: frozenset[Place]


@dataclass(frozen=True, slots=True)
class Deck:
    """The pages, the most telling first, each with how many texts it is the first to show.

    `unseen` are texts that no page shows: wordings that the reader asks for, and that only programs are told.
    """

    cards: tuple[tuple[Card, int], ...]
    unseen: tuple[Item, ...]


def deal(subject: Subject) -> Deck:
    """The deck of a flow, by the greedy way to cover a set: the next page is the one that shows the most new texts."""
    dealer = Dealer(subject)
    cards = dealer.needed([*dealer.results(), *dealer.questions()])
    seen = frozenset[Place]().union(*(card.shows for card in cards))
    return Deck(tuple(most_telling_first(cards)), tuple(item for item in subject.shown if item.place not in seen))


def most_telling_first(cards: list[Card]) -> Iterator[tuple[Card, int]]:
    """The cards, each with how many texts it is the first to show."""
    seen: set[Place] = set()
    while cards:
        best = max(cards, key=lambda card: len(card.shows - seen))
        yield best, len(best.shows - seen)
        seen |= best.shows
        cards = [card for card in cards if card is not best]


@dataclass
class Dealer:
    """Looks for pages that show what no page before shows."""

    subject: Subject
    seen: set[Place] = field(default_factory=set)

    def questions(self) -> Iterator[Card]:
        """Pages of every question."""
        for id, regions in self.subject.regions_before.items():
            items = [item for item in self.subject.items if item.page is Page.QUESTION and id in item.owners]
            yield from self.cards(items, regions, "")

    def results(self) -> Iterator[Card]:
        """Results of every outcome, the longest ones first; and its own page, for what shows there alone."""
        rows = [item for item in self.subject.items if item.page is Page.ROW]
        of = {id: self.items_of(id) for id in self.subject.routes_to}
        for id in sorted(of, key=lambda id: -len(of[id])):
            yield from self.cards([*of[id], *rows], [route.region for route in self.subject.routes_to[id]], id)
            bare = frozenset(item.place for item in of[id] if not item.when.conditions)
            if bare - self.seen:
                self.seen |= bare
                yield Card(None, id, bare)

    def items_of(self, outcome: str) -> list[Item]:
        """The texts of an outcome."""
        return [item for item in self.subject.items if item.page is Page.RESULT and outcome in item.owners]

    def cards(self, items: list[Item], regions: Iterable[Region], outcome: str) -> Iterator[Card]:
        """Pages with answers that together show what is new of some items, as far as any answers show it."""
        distinct = list(telling_apart(regions, sorted({id for item in items for id in item.questions})))
        while new := [item for item in items if item.place not in self.seen]:
            made = [Card(answers, outcome, shown_to(items, answers)) for answers in self.showing(distinct, new)]
            best = max(made, key=lambda card: len(card.shows - self.seen), default=None)
            if best is None or best.shows <= self.seen:
                return
            self.seen |= best.shows
            yield best

    def showing(self, regions: Iterable[Region], items: list[Item]) -> Iterator[Answers]:
        """Of each region answers that show as many of the items as go together, each taken in turn."""
        for region in regions:
            here = region
            for item in items:
                here = self.subject.space.narrowed(here, item.when, item.rivals) or here
            if (answers := self.subject.space.within(here)) is not None:
                yield answers

    def needed(self, cards: list[Card]) -> list[Card]:
        """The cards without those that the others make needless, looked at from the least telling on."""
        kept = list(cards)
        for card in sorted(cards, key=lambda card: len(card.shows)):
            others = Counter(place for other in kept if other is not card for place in other.shows)
            if card.shows <= others.keys():
                kept = [other for other in kept if other is not card]
        return kept


def shown_to(items: Iterable[Item], answers: Answers) -> frozenset[Place]:
    """The items that show for some answers."""
    return frozenset(
        item.place
        for item in items
        if item.when.holds(answers)
        and not any(rival.holds(answers) for rival in item.rivals)
        and (item.page is not Page.ROW or item.owners[0] in answers)
    )

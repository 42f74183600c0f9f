"""What is proved: a flow with its files, the space of its answers, and every route through its rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..ahead import Effect, Ending, Position
from ..condition import Answers
from ..model import Flow
from ..outcome import Outcome
from ..reading import Reading
from ..reading.files import Files
from ..reading.names import Names
from ..reading.table import Table
from ..survey import answer_by_effect, start_of
from .space import Region, Space, telling_apart
from .texts import Item, Page, items_in


@dataclass(frozen=True, slots=True)
class Route:
    """A route with the region of its answers in the order asked, and the rule and outcome at its end."""

    region: Region
    rule: int
    outcome: Outcome


@dataclass(frozen=True)
class Subject:
    """A flow to be proved. Whatever several checks look at is found once."""

    flow: Flow
    files: Files
    names: Names
    space: Space

    @classmethod
    def of(cls, reading: Reading) -> Subject:
        """A flow that was read, in its first language."""
        flow = reading.flows[reading.names.languages[0]]
        return cls(flow, reading.files, reading.names, Space(flow))

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """Every route through the rules, the shortest first."""
        return tuple(map(self.route, sorted(self.flow.survey.endings, key=lambda ending: len(ending.effects))))

    def route(self, ending: Ending) -> Route:
        """An ending with the answers that lead there."""
        outcome = self.flow.outcomes[self.flow.rules[ending.rule].outcome]
        return Route(self.space.region(ending.effects), ending.rule, outcome)

    @cached_property
    def routes_to(self) -> dict[str, list[Route]]:
        """The routes to each outcome."""
        found: dict[str, list[Route]] = {id: [] for id in self.flow.outcomes}
        for route in self.routes:
            found[route.outcome.id].append(route)
        return found

    @cached_property
    def regions_before(self) -> dict[str, list[Region]]:
        """What may have been answered before each question, the shortest first."""
        found: dict[str, dict[frozenset[tuple[str, object]], Region]] = {id: {} for id in self.flow.questions}
        for route in self.routes:
            before: Region = {}
            for question, bounds in route.region.items():
                found[question].setdefault(frozenset(before.items()), before)
                before = {**before, question: bounds}
        return {question: sorted(regions.values(), key=len) for question, regions in found.items()}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every text that depends on where a walk stands."""
        return tuple(items_in(self.flow, self.files, self.names))

    @cached_property
    def items_on(self) -> dict[str, list[Item]]:
        """The texts that depend on the answer to each question."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            for question in item.questions:
                found.setdefault(question, []).append(item)
        return found

    @cached_property
    def shown(self) -> tuple[Item, ...]:
        """The texts that some walk shows; of one that several outcomes share, the first that shows it."""
        found: dict[tuple[str, str, str], Item] = {}
        for item in self.items:
            if item.place not in found and (self.is_for_all(item) or self.walk_to(item) is not None):
                found[item.place] = item
        return tuple(found.values())

    def is_for_all(self, item: Item) -> bool:
        """Whether a text has no `when` on a page that is reached.

        Such a one shows where nobody's answers are known: on an outcome's own page, and to programs.
        """
        return not item.when.conditions and bool(self.regions_of(item))

    def walk_to(self, item: Item) -> Answers | None:
        """The answers of the shortest walk that shows a text; None if there is none."""
        distinct = telling_apart(self.regions_of(item), item.questions)
        found = (self.space.within(region, item.when, item.rivals) for region in distinct)
        return next((answers for answers in found if answers is not None), None)

    def regions_of(self, item: Item) -> Sequence[Region]:
        """What may have been answered where a text stands, the shortest first."""
        if item.page is Page.QUESTION:
            return self.regions_before[item.owners[0]]
        if item.page is Page.ROW:
            return [route.region for route in self.routes if item.owners[0] in route.region]
        return [route.region for id in item.owners for route in self.routes_to[id]]

    @cached_property
    def used(self) -> set[tuple[str, str]]:
        """The sources and desks that something names which is shown, each with its noun."""
        asked = [question for id, question in self.flow.questions.items() if self.regions_before[id]]
        desks = {desk.id: desk for question in asked for desk in question.desks}
        desks |= {help.desk.id: help.desk for outcome in self.flow.outcomes.values() for help in outcome.helps}
        found = {use for item in self.shown for use in item.uses}
        found |= {("desk", desk.id) for question in asked for desk in question.desks}
        found |= {("source", s.id) for id, desk in desks.items() if ("desk", id) in found for s in desk.sources}
        cells = (cell for way in self.flow.ways.values() for cell in way.cells.values())
        return found | {("source", source.id) for cell in cells for source in cell.sources}

    @cached_property
    def effects(self) -> dict[str, tuple[Effect, ...]]:
        """Every effect that the answers to each question can have on the rules."""
        return {id: tuple(answer_by_effect(self.flow, question)) for id, question in self.flow.questions.items()}

    @cached_property
    def positions(self) -> dict[str, dict[Position, dict[str, Effect]]]:
        """Where each question is asked: every position, with the fewest answers that lead there."""
        found: dict[str, dict[Position, dict[str, Effect]]] = {}
        reached: dict[Position, dict[str, Effect]] = {start_of(self.flow): {}}
        for here in (queue := [*reached]):
            if question := here.asks:
                found.setdefault(question, {})[here] = reached[here]
                for effect in self.effects[question]:
                    there = here.after(question, effect)
                    if there not in reached:
                        reached[there] = {**reached[here], question: effect}
                        queue.append(there)
        return found

    @cached_property
    def routes_through(self) -> dict[Position, list[Route]]:
        """The routes that come by each position."""
        found: dict[Position, list[Route]] = defaultdict(list)
        for ending in self.flow.survey.endings:
            here, route = start_of(self.flow), self.route(ending)
            for question, effect in ending.effects.items():
                found[here].append(route)
                here = here.after(question, effect)
        return found

    def listed(self, section: str) -> list[Table]:
        """The tables of a list of the flow: its rules, promises, cases or editions."""
        return self.files.listed[section]

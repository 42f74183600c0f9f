"""Questions asked in vain: whatever is answered, the page says the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..ahead import Position
from ..condition import Answers
from ..question import Question
from ..survey import some_answers
from .check import Check, found_in, one_check
from .finding import Finding, Kind
from .pairs import Pairs
from .space import Region, telling_apart
from .subject import Route, Subject
from .texts import Item, Page


def check_vain(subject: Subject) -> Iterator[Check]:
    """Every question, wherever it is asked."""
    return one_check("no question is asked in vain", asked_in_vain(subject))


def asked_in_vain(subject: Subject) -> Iterator[Finding]:
    """Of each question the shortest walk that is asked it and learns nothing by it."""
    rules = subject.flow.rules
    pairs = Pairs(subject.effects, lambda one, other: rules[one].outcome != rules[other].outcome)
    for question in subject.flow.questions.values():
        for here, before in subject.positions.get(question.id, {}).items():
            if not decides(pairs, here, question) and not shows(subject, here, question):
                answers: Answers | None = subject.space.within(subject.space.region(before))
                sentence = (
                    "is asked in vain here: no option of it changes what the page says; ask it elsewhere or not at all"
                )
                table = subject.files.named["question"][question.id]
                yield found_in(table, Kind.VAIN, "", sentence, answers)
                break


def decides(pairs: Pairs, here: Position, question: Question) -> bool:
    """Whether two answers lead to different outcomes, all else equal."""
    first, *others = [here.after(question.id, effect) for effect in pairs.effects[question.id]]
    return any(pairs.differing(first, other) is not None for other in others)


def shows(subject: Subject, here: Position, question: Question) -> bool:
    """Whether another answer, all else equal, hides a text that some route through here shows."""
    routes = subject.routes_through[here]
    return any(
        hides(item, answers, question)
        for item in subject.items_on.get(question.id, ())
        for region in telling_apart(regions(routes, item, question.id), item.questions)
        if (answers := subject.space.within(region, item.when, item.rivals)) is not None
    )


def regions(routes: Iterable[Route], item: Item, question: str) -> Iterator[Region]:
    """The regions of the routes that come by a text and by the question."""
    return (region for route in routes if (region := region_on(route, item, question)) is not None)


def region_on(route: Route, item: Item, question: str) -> Region | None:
    """What may have been answered where a text stands on a route; None where it does not, or before the question."""
    asked, owner = [*route.region], item.owners[0]
    if item.page is Page.RESULT:
        return route.region if route.outcome.id in item.owners else None
    if item.page is Page.ROW or owner not in asked:
        return route.region if owner in asked else None
    before = asked[: asked.index(owner)]
    return {id: route.region[id] for id in before} if question in before else None


def hides(item: Item, answers: Answers, question: Question) -> bool:
    """Whether a text that these answers show is not there with another answer to the question."""
    said = [condition for when in (item.when, *item.rivals) for condition in when.conditions]
    others = some_answers(question, [condition for condition in said if condition.question == question.id])
    return any(not item.shows({**answers, question.id: other}) for other in others)

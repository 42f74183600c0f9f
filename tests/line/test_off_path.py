"""An answer off the path changes nothing that a result says: neither verdict nor reasons, steps or any other text."""

from django.utils import translation

from wizard.api import documents
from wizard.engine import walk
from wizard.engine.proving.space import Space
from wizard.visits import Visit


def told(flow, answers):
    """All that a result says to programs, which is all that its page is made of."""
    return documents.result(Visit(walk(flow, answers)), str)


def test_whatever_else_is_answered_every_way_through_the_rules_ends_in_the_same_words(line):
    space = Space(line)
    with translation.override(line.language):
        for ending in line.survey.endings:
            answers = space.within(space.region(ending.effects))
            alone, among_others = told(line, answers), told(line, {**space.any_answers(), **answers})

            assert len(alone["answers"]) + len(among_others["off_path"]) == len(line.questions)
            assert {**among_others, "off_path": []} == alone

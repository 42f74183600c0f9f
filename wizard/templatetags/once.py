"""{% once thing %}…{% endonce %}: draw a piece of a page once for each thing, language and day, and remember it.

It is for what stands in the flow and lives as long: a source, a step, a setting. What a page makes for itself is new
each time, so that there would be no end to it; and nothing within may depend on the request.
"""

from typing import Any

from django.template import Library, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.template.context import Context
from django.urls import get_script_prefix
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = Library()

MOST_PIECES = 1_000  # of one place in a template: a guard, for the site's own flow has a hundred
BY_VALUE = (str, int, bool, type(None))


class Once(Node):
    def __init__(self, things: list[FilterExpression], nodelist: NodeList) -> None:
        self.things = things
        self.nodelist = nodelist
        # Each with its things, lest another come to stand where one of these stood in memory.
        self.pieces: dict[tuple[object, ...], tuple[list[Any], SafeString]] = {}

    def render(self, context: Context) -> SafeString:
        things = [thing.resolve(context, ignore_failures=True) for thing in self.things]
        key = (context.get("today"), get_language(), get_script_prefix(), *map(identity, things))
        known = self.pieces.get(key)
        if known is None:
            known = things, self.nodelist.render(context)
            if len(self.pieces) >= MOST_PIECES:
                self.pieces.clear()
            self.pieces[key] = known
        return known[1]


def identity(thing: object) -> object:
    """What tells a thing from others: to hash all that is in it would take longer than to draw it.

    A tuple is chosen anew for each page from things that stay, so that these tell it from others.
    """
    if isinstance(thing, tuple):
        return tuple(map(identity, thing))
    return thing if isinstance(thing, BY_VALUE) else id(thing)


@register.tag
def once(parser: Parser, token: Token) -> Once:
    things = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    return Once(things, nodelist)

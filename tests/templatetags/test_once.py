"""Pieces of pages that are drawn once."""

from datetime import date

import pytest
from django.template import Context, Template
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation

from wizard.templatetags.once import MOST_PIECES


class Thing:
    """What counts how often it is drawn."""

    drawn = 0

    def __str__(self):
        self.drawn += 1
        return f"<{self.drawn}>"


@pytest.fixture
def draw():
    template = Template("{% once thing mark %}{{ thing }}{{ mark }}{% endonce %}")
    return lambda thing, today=None, **more: template.render(Context({"thing": thing, "today": today, **more}))


def test_a_piece_is_drawn_once_for_each_thing(draw):
    one, other = Thing(), Thing()

    assert draw(one) == draw(one) == draw(other) == "&lt;1&gt;"
    assert (one.drawn, other.drawn) == (1, 1)


def test_a_thing_made_for_the_page_is_never_taken_for_another(draw):
    assert [draw([number]) for number in range(50)] == [f"[{number}]" for number in range(50)]


def test_what_is_plain_counts_by_its_value(draw):
    thing = Thing()

    assert draw(thing, mark=str(b"ab", "ascii")) == draw(thing, mark="ab") == "&lt;1&gt;ab"
    assert draw(thing, mark=2) == "&lt;2&gt;2"


def test_a_choice_counts_by_the_things_chosen(draw):
    one, other = Thing(), Thing()

    assert draw((one, other)) == draw((one, other)), "chosen anew, and not drawn anew"
    assert draw((other, one)) != draw((one, other))
    assert draw(((one, "a"),)) == draw(((one, "a"),)) != draw(((one, "b"),))


def test_another_day_another_language_and_another_root_draw_anew(draw):
    thing, today = Thing(), date(2026, 12, 24)
    draw(thing, today=today)
    draw(thing, today=date(2026, 12, 25))
    with translation.override("en"):
        draw(thing, today=today)
    root = get_script_prefix()
    set_script_prefix("/sub/")
    draw(thing, today=today)
    set_script_prefix(root)
    draw(thing, today=date(2026, 12, 24))

    assert thing.drawn == 4


def test_pieces_without_end_are_forgotten():
    template = Template("{% once thing %}{{ thing }}{% endonce %}")
    for number in range(MOST_PIECES + 10):
        assert template.render(Context({"thing": f"{number}"})) == str(number)

    assert len(template.nodelist[0].pieces) == 10

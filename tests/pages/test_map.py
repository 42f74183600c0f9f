"""The map of the rules: what is drawn, that it is no older than the rules, and the way marked in it."""

import re
from dataclasses import replace
from shutil import which

import pytest
from django.utils.translation import override

from tools.maps import draw
from wizard.content import flows
from wizard.engine import walk
from wizard.pages.map import RULE_WIDTH, drawing, graph_of, map_of, path_of, shortened, source_of, width
from wizard.pages.result import ResultPage
from wizard.pages.rules import Clause, RulesPage

LINE = flows()["line"]
GROUP = re.compile(r'<g id="map-(\w+)-([\w-]+)"([^>]*)>')


@pytest.mark.parametrize("flow", LINE.values(), ids=LINE)
def test_the_drawing_is_no_older_than_the_rules(flow):
    assert f'data-source="{source_of(graph_of(flow))}"' in path_of(flow).read_text(encoding="utf-8"), "make maps"


@pytest.mark.parametrize("flow", LINE.values(), ids=LINE)
def test_every_rule_and_outcome_is_drawn_and_every_rule_leads_somewhere(flow):
    drawn = [(kind, id) for kind, id, _ in GROUP.findall(map_of(RulesPage(flow)))]
    numbers = [str(number) for number in range(1, len(flow.rules) + 1)]

    assert [id for kind, id in drawn if kind == "rule"] == numbers
    assert sorted(id for kind, id in drawn if kind == "lead") == sorted(numbers)
    assert {id for kind, id in drawn if kind == "outcome"} == flow.outcomes.keys()


@pytest.mark.parametrize("flow", LINE.values(), ids=LINE)
def test_the_map_is_legible_beside_nothing_at_1280_pixels(flow):
    drawn = map_of(RulesPage(flow))

    assert float(re.search(r'width="([\d.]+)"', drawn)[1]) <= 1056
    assert {float(size) for size in re.findall(r'font-size="([\d.]+)"', drawn)} == {14}


def test_the_way_to_the_rule_that_decided_is_marked():
    flow = LINE["ja"]
    at = walk(flow, {"now": ("asked",), "where": ("coconala",), "signs": (), "messages": ("agreed",)})
    page = RulesPage(flow, ResultPage.of(at))
    marked = [(kind, id) for kind, id, attributes in GROUP.findall(map_of(page)) if "stroke-width" in attributes]

    assert page.decided == 17
    assert {id for kind, id in marked if kind == "pass"} == {
        *(f"rule{number}" for number in range(1, 18)),
        *("part3", "part7", "part12", "part17"),
    }
    assert [(kind, id) for kind, id in marked if kind != "pass"] == [("rule", "17"), ("lead", "17")]
    assert "stroke-width" not in map_of(RulesPage(flow))


def test_a_drawing_of_other_rules_is_not_shown(monkeypatch, visitor):
    flow = LINE["ja"]
    changed = replace(flow, rules=flow.rules[1:])
    monkeypatch.setattr("wizard.pages.map.flows", lambda: {"line": {"ja": changed}})
    drawing.cache_clear()

    assert map_of(RulesPage(changed)) == ""
    drawing.cache_clear()


def test_a_flow_that_was_never_drawn_has_the_list_alone(lunch_site, visitor):
    page = visitor.open("/lunch/rules/")

    assert page.status == 200
    assert "map" not in page.ids
    assert "rule-1" in page.ids


def test_a_line_holds_as_many_answers_as_there_is_room_for():
    with override("en"):
        assert shortened(Clause("q", "Place", ("here", "there"))) == "Place: here / there"
        assert shortened(Clause("q", "Place", ("a" * 30, "b" * 30, "c" * 30))) == f"Place: {'a' * 30} and 2 more"
        assert shortened(Clause("q", "Place", ("a" * 90,))) == f"Place: {'a' * 90}"
    assert width("Place：") == 7 < RULE_WIDTH


@pytest.mark.skipif(not which("dot"), reason="Graphviz draws, and is not needed to show what it has drawn")
def test_graphviz_draws_what_lies_there():
    flow = LINE["en"]
    drawn = draw(graph_of(flow), source_of(graph_of(flow)))
    bare = re.compile(r'\s(d|points|x|y|viewBox|width|height)="[^"]*"')  # its versions place things differently

    assert sorted(bare.sub("", drawn).splitlines()) == sorted(bare.sub("", path_of(flow).read_text()).splitlines())

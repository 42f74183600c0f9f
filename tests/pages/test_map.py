"""The map of the rules: what is drawn, that it is no older than the rules, and the way marked in it."""

import re
from dataclasses import replace
from shutil import which

import pytest
from django.utils.translation import override

from tests.test_colours import tokens
from tools.maps import draw
from wizard.content import flows
from wizard.engine import walk
from wizard.pages.clauses import Clause
from wizard.pages.map import (
    MARKED,
    RULE_WIDTH,
    drawing,
    graph_of,
    map_of,
    path_of,
    shortened,
    size_of,
    source_of,
    style_of,
    width,
)
from wizard.pages.result import ResultPage
from wizard.pages.rules import RulesPage
from wizard.styles import policy

LINE = flows()["line"]
GROUP = re.compile(r'<g id="map-(\w+)-([\w-]+)"([^>]*)>')


@pytest.mark.parametrize("flow", LINE.values(), ids=LINE)
def test_the_drawing_is_no_older_than_the_rules(flow):
    assert f'data-source="{source_of(graph_of(flow))}"' in path_of(flow).read_text(encoding="utf-8"), "make maps"


@pytest.mark.parametrize("flow", LINE.values(), ids=LINE)
def test_every_rule_and_outcome_is_drawn_and_every_rule_leads_somewhere(flow):
    drawn = [(kind, id) for kind, id, _ in GROUP.findall(map_of(flow))]
    numbers = [str(number) for number in range(1, len(flow.rules) + 1)]

    assert [id for kind, id in drawn if kind == "rule"] == numbers
    assert sorted(id for kind, id in drawn if kind == "lead") == sorted(numbers)
    assert {id for kind, id in drawn if kind == "outcome"} == flow.outcomes.keys()


@pytest.mark.parametrize("flow", LINE.values(), ids=LINE)
def test_the_map_is_legible_beside_nothing_at_1280_pixels(flow):
    drawn = map_of(flow)

    assert int(size_of(flow)["width"]) <= 1056
    assert int(size_of(flow)["height"]) > 1000
    assert {float(size) for size in re.findall(r'font-size="([\d.]+)"', drawn)} == {14}


def test_the_way_to_the_rule_that_decided_is_marked():
    flow = LINE["ja"]
    at = walk(flow, {"now": ("asked",), "where": ("coconala",), "signs": (), "messages": ("agreed",)})
    page = RulesPage(flow, ResultPage.of(at))
    marked = [
        (kind, id)
        for kind, id, attributes in GROUP.findall(map_of(flow, page.decided))
        if "stroke-width" in attributes
    ]

    assert page.decided == 17
    assert {id for kind, id in marked if kind == "pass"} == {
        *(f"rule{number}" for number in range(1, 18)),
        *("part3", "part7", "part12", "part17"),
    }
    assert [(kind, id) for kind, id in marked if kind != "pass"] == [("rule", "17"), ("lead", "17")]
    assert "stroke-width" not in map_of(flow)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_map_has_an_address_of_its_own_which_no_phone_need_ask(visitor, prefix):
    page = visitor.get(f"{prefix}/line/a0c2d0e0-1p/rules/").content.decode()
    (image,) = re.findall(r"<img[^>]*map-[^>]*>", page)
    drawn = visitor.get(f"{prefix}/line/map-17.svg")

    assert f'src="{prefix}/line/map-17.svg" width="9' in image
    assert 'loading="lazy"' in image
    assert "17" in re.search('alt="(.+?)"', image)[1]
    assert "<path" not in re.sub("<svg class.*?</svg>", "", page, flags=re.DOTALL)
    assert drawn.headers["Content-Type"] == "image/svg+xml"
    assert drawn.headers["X-Robots-Tag"] == "noindex"
    assert drawn.headers["Cache-Control"] == visitor.get(f"{prefix}/line/rules/").headers["Cache-Control"]
    assert drawn.content.decode().count("stroke-width") == map_of(LINE["en" if prefix else "ja"], 17).count(MARKED)


def test_whoever_opens_the_map_alone_sees_it_in_its_colours(visitor):
    drawn = visitor.get("/line/map.svg")
    styles = re.search("<style>(.*?)</style>", drawn.content.decode())[1]

    assert policy(styles) == drawn.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/line/map-38.svg", "/nowhere/map.svg"])
def test_a_map_of_nothing_is_not_there(visitor, path):
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("flow", LINE.values(), ids=LINE)
def test_the_map_has_the_colours_of_the_pages(flow):
    light, dark = style_of(map_of(flow)).split("@media (prefers-color-scheme:dark)")

    for styles, scheme in ((light, "light"), (dark, "dark")):
        drawn = dict(re.findall(r"--([\w-]+):(#\w+);", styles))
        assert {"surface", "text", "edge", "accent", "green-wash"} <= drawn.keys()
        assert drawn.items() <= tokens(scheme).items(), "make maps"


def test_a_drawing_of_other_rules_is_not_shown(monkeypatch, visitor):
    flow = LINE["ja"]
    changed = replace(flow, rules=flow.rules[1:])
    monkeypatch.setattr("wizard.pages.map.flows", lambda: {"line": {"ja": changed}})
    drawing.cache_clear()

    assert map_of(changed) == ""
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


@pytest.mark.parametrize("number", ["0", "017", "-1", "99999"])
def test_a_way_to_a_rule_has_one_address(visitor, number):
    assert visitor.get(f"/line/map-{number}.svg", follow=True).status_code == 404

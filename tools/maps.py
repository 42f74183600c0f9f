"""Draws the map of each flow in each language with Graphviz, into the flow's folder. `make maps`."""

import re
import subprocess
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import django

SVG = "{http://www.w3.org/2000/svg}"
# What each part is drawn in: colours of the stylesheet, so that the dark page has a dark map.
LOOKS = {
    "rule": {"fill": "var(--surface)", "stroke": "var(--edge)"},
    "part": {"font-weight": "bold"},
    "pass": {"fill": "var(--edge)", "stroke": "var(--edge)"},
    "node": {"fill": "var(--tone-wash)", "stroke": "var(--tone)"},
    "edge": {"fill": "var(--tone)", "stroke": "var(--tone)"},
}
KEPT = {"polygon": ("points",), "path": ("d",), "text": ("x", "y", "font-size", "font-weight")}


def draw(graph: str, source: str) -> str:
    """A graph as SVG that takes its colours and fonts from the page."""
    laid_out = subprocess.run(["dot", "-Tsvg"], input=graph, capture_output=True, text=True, check=True).stdout
    root = ElementTree.fromstring(laid_out)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    shift = float(re.search(r"translate\(\S+ (\S+)\)", root[0].attrib["transform"])[1])
    parts = [part(group) for group in root[0].iter(f"{SVG}g") if group is not root[0]]
    frame = f'viewBox="0 {-shift:g} {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    opening = f'<svg {frame} data-source="{source}" fill="currentColor" aria-hidden="true">'
    return "\n".join([opening, *parts, "</svg>", ""])


def part(group: ElementTree.Element) -> str:
    """A node or an edge. A path within it is a line, and not filled."""
    kind, name = group.attrib["class"].split()
    looks = LOOKS.get(name, LOOKS[kind])
    attributes = {"id": group.attrib["id"]} if name != "part" else {}
    attributes |= {"class": name} if name not in LOOKS else {}
    inner = "".join(shape(child, kind) for child in group if child.tag.removeprefix(SVG) in KEPT)
    return f"<g{written(attributes | looks)}>{inner}</g>"


def shape(element: ElementTree.Element, kind: str) -> str:
    tag = element.tag.removeprefix(SVG)
    attributes = {name: element.attrib[name] for name in KEPT[tag] if name in element.attrib}
    if tag == "text":
        attributes |= {"fill": "currentColor", "stroke": "none"}
    elif tag == "path" and kind == "edge":
        attributes |= {"fill": "none"}
    return f"<{tag}{written(attributes)}>{escape((element.text or '').strip())}</{tag}>"


def written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in attributes.items())


if __name__ == "__main__":
    django.setup()
    from wizard.content import flows
    from wizard.pages.map import graph_of, path_of, source_of

    for languages in flows().values():
        for flow in languages.values():
            graph = graph_of(flow)
            path_of(flow).write_text(draw(graph, source_of(graph)), encoding="utf-8")
            print(f"{path_of(flow)}: {path_of(flow).stat().st_size:,} bytes")

"""Draws the map of each flow in each language with Graphviz, into the flow's folder. `make maps`."""

import re
import subprocess
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import django
from django.conf import settings

STYLES = settings.BASE_DIR / "static" / "wizard.css"
FONTS = "'Hiragino Sans', 'Noto Sans CJK JP', system-ui, sans-serif"
SVG = "{http://www.w3.org/2000/svg}"
# What each part is drawn in: colours of the stylesheet, which a drawing, being a file of its own, has a copy of.
LOOKS = {
    "rule": {"fill": "var(--surface)", "stroke": "var(--edge)"},
    "part": {"font-weight": "bold"},
    "pass": {"fill": "var(--edge)", "stroke": "var(--edge)"},
    "node": {"fill": "var(--tone-wash)", "stroke": "var(--tone)"},
    "edge": {"fill": "var(--tone)", "stroke": "var(--tone)"},
}
KEPT = {"polygon": ("points",), "path": ("d",), "text": ("x", "y", "font-size", "font-weight")}


def draw(graph: str, source: str) -> str:
    """A graph as SVG, in the colours and fonts of the pages, be they light or dark."""
    laid_out = subprocess.run(["dot", "-Tsvg"], input=graph, capture_output=True, text=True, check=True).stdout
    root = ElementTree.fromstring(laid_out)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    shift = float(re.search(r"translate\(\S+ (\S+)\)", root[0].attrib["transform"])[1])
    parts = [part(group) for group in root[0].iter(f"{SVG}g") if group is not root[0]]
    frame = f'viewBox="0 {-shift:g} {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" {frame} data-source="{source}" fill="currentColor">'
    return "\n".join([opening, f"<style>{styles(''.join(parts))}</style>", *parts, "</svg>", ""])


def styles(drawn: str) -> str:
    """The colours that a drawing names, as the stylesheet has them for light and dark pages, and for each verdict."""
    css = STYLES.read_text(encoding="utf-8").split("@layer print {")[0]
    verdicts = re.findall(r"\n  (\.\w+) \{\s*(--tone: .*?)\}", css, re.DOTALL)
    named = {"ground", "text", "accent", *re.findall(r"var\(--([\w-]+)\)", drawn + str(verdicts))}
    light, dark = (declared(body, named) for body in re.findall(r"\n *:root \{(.*?#.*?)\}", css, re.DOTALL)[:2])
    looks = f"color:var(--text);background:var(--ground);font-family:{FONTS}"
    tones = "".join(f"{verdict}{{{declared(body, {'tone', 'tone-wash'})}}}" for verdict, body in verdicts)
    return f":root{{{light}{looks}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}{tones}"


def declared(body: str, names: set[str]) -> str:
    found = re.findall(r"(--([\w-]+)): ([^;]+);", body)
    return "".join(f"{property}:{value};" for property, name, value in found if name in names)


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

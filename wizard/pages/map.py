"""The map of a flow: its rules in one column, each with an arrow to the outcome that it leads to.

Graphviz draws it (`make maps`). The drawing lies in the flow's folder and says what it was drawn from, so that none is
shown that is older than the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from unicodedata import east_asian_width

from django.conf import settings
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from wizard import verdicts
from wizard.content import flows
from wizard.engine import Flow, Outcome
from wizard.phrases import phrases

from .clauses import Clause
from .rule_rows import RuleRow
from .rules import RulesPage

# How many half-width characters a line of a rule and of an outcome holds, so that the whole is no wider than a page.
RULE_WIDTH, OUTCOME_WIDTH = 66, 34
GRAPH = """digraph map {
graph [rankdir=LR, ranksep=2.2, nodesep=0.1, margin=0]
node [shape=box, style=rounded, fontname="Noto Sans CJK JP", fontsize=14, margin="0.1,0.04", width=3.4, height=0.3]
edge [arrowsize=0.6]
"""
# A rule that the walk has passed, the one that decided it, and what each is drawn in.
PARTS = re.compile(r'(<g id="map-(rule|pass|lead)-\D*(\d+)"[^>]*) stroke="[^"]*"')
MARKED = ' stroke="var(--accent)" stroke-width="3"'
SIZE = re.compile(r' (width|height)="(\d+)')


def path_of(flow: Flow) -> Path:
    """Where the drawing of a flow lies."""
    return Path(settings.FLOWS_DIR) / flow.id / f"map-{flow.language}.svg"


def source_of(graph: str) -> str:
    """The name of what a drawing was drawn from."""
    return blake2b(graph.encode(), digest_size=8).hexdigest()


@cache
def drawing(id: str, language: str) -> str:
    """The drawing of a flow; none if there is none, or if it was drawn from something else."""
    flow = flows()[id][language]
    svg = path_of(flow).read_text(encoding="utf-8") if path_of(flow).is_file() else ""
    return svg if f'data-source="{source_of(graph_of(flow))}"' in svg else ""


def map_of(flow: Flow, decided: int = 0) -> str:
    """The drawing of a flow's rules, with the way to the rule marked that decided a walk."""
    svg = drawing(flow.id, flow.language)

    def marked(part: re.Match[str]) -> str:
        opening, kind, number = part[1], part[2], int(part[3])
        on_the_way = number <= decided if kind == "pass" else number == decided
        return opening + MARKED if on_the_way else part[0]

    return PARTS.sub(marked, svg) if decided else svg


def size_of(flow: Flow) -> dict[str, str]:
    """The width and height of a flow's drawing; nothing where there is none."""
    return dict(SIZE.findall(drawing(flow.id, flow.language)))


def style_of(svg: str) -> str:
    """The styles of a drawing that is a file of its own, for the policy of whoever opens it alone."""
    return svg.partition("<style>")[2].partition("</style>")[0]


def graph_of(flow: Flow) -> str:
    """The map in Graphviz's language."""
    with override(flow.language):
        return GRAPH + "\n".join([*rules(RulesPage(flow).rules), *map(outcome, flow.outcomes.values()), "}"])


def rules(rows: list[RuleRow]) -> Iterator[str]:
    """The rules in one column, each part under its heading, and what leads away from each."""
    column = []
    for row in rows:
        if row.heading:
            column.append(f"part{row.number}")
            yield f"part{row.number} [shape=none, class=part, width=7.5, height=0.45, label={quoted(row.heading)}]"
        column.append(f"rule{row.number}")
        yield f'rule{row.number} [id="map-rule-{row.number}", class=rule, width=7.5, label={quoted(*lines(row))}]'
        yield f'rule{row.number}:e -> "{row.outcome.id}":w [id="map-lead-{row.number}", class={row.verdict}]'
    yield f"{{rank=same; {'; '.join(column)}}}"
    for above, below in pairwise(column):
        yield f'{above} -> {below} [id="map-pass-{below}", class=pass, weight=9]'


def lines(row: RuleRow) -> list[str]:
    said = [shortened(clause) for clause in row.clauses] or [_("In every other case")]
    return [f"{row.number}. {said[0]}", *said[1:]]


def shortened(clause: Clause) -> str:
    """A condition in one line, with as many of its answers as there is room for."""
    for shown in range(len(clause.wanted), 0, -1):
        line = in_line(clause, shown)
        if width(line) <= RULE_WIDTH:
            return line
    return line


def in_line(clause: Clause, shown: int) -> str:
    answers = _(" / ").join(clause.wanted[:shown])
    if rest := len(clause.wanted) - shown:
        answers = _("%(answers)s and %(rest)s more") % {"answers": answers, "rest": rest}
    return _("%(statement)s: %(answers)s") % {"statement": clause.statement, "answers": answers}


def outcome(found: Outcome) -> str:
    said = f"{verdicts.SYMBOLS[found.verdict]} {verdicts.WORDS[found.verdict]}"
    label = quoted(said, *wrapped(spoken(found.title.for_answers({}))))
    return f'"{found.id}" [id="map-outcome-{found.id}", class={found.verdict}, label={label}]'


def spoken(text: str) -> list[str]:
    """A text in the parts that a line may break between: words, or phrases where there are no spaces."""
    return re.findall(r"\S+\s*", text) if " " in text else list(phrases(text, get_language() or ""))


def wrapped(parts: Iterable[str]) -> Iterator[str]:
    """Parts of a text in lines, none of them taken apart."""
    line = ""
    for part in parts:
        if line and width(line + part.rstrip()) > OUTCOME_WIDTH:
            yield line
            line = ""
        line += part
    yield line


def width(text: str) -> int:
    """How many half-width characters a text takes."""
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)


def quoted(*lines: str) -> str:
    """Lines as a label, each flush left."""
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"') + "\\l" for line in lines)
    return f'"{"".join(escaped)}"'

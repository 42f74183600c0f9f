"""Text at twice its size on a phone, as its system's settings can ask for."""

import pytest

PATHS = [
    "/",
    "/line/a0c0/",
    "/line/a0c0d0/",
    "/line/a2/",
    "/line/a0c0d0e2f0g1-1p/",
    "/line/a0c0d1-1d/",
    "/line/a2b1c0-1h/",
]
TWICE = "document.documentElement.style.fontSize = '200%'"
# The lines in which headings, options and labels of buttons are set.
LINES = """() => [...document.querySelectorAll("h1, h2, .card__label, .verdict__badge span, .row > summary, .button")]
  .filter((element) => element.checkVisibility()).flatMap((element) => {
    const lines = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let below = -1;
    while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at++) {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      const { top, width } = range.getBoundingClientRect();
      if (!width) continue;
      if (top > below + 8) lines.push(""), below = top;
      lines[lines.length - 1] += range.toString();
    }
    return lines.length > 1 ? lines.map((line) => line.trim()) : [];
  })"""


@pytest.mark.parametrize("path", PATHS)
def test_no_line_begins_with_a_mark_or_is_a_single_character(page, path):
    page.goto(path)
    page.evaluate(TWICE)
    lines = page.evaluate(LINES)

    assert lines
    assert [line for line in lines if line[0] in "、。」）？！ー" or len(line) == 1] == []


@pytest.mark.parametrize("path", PATHS)
def test_the_heading_leaves_two_thirds_of_the_screen(page, path):
    page.goto(path)
    page.evaluate(TWICE)
    heading, verdict = page.locator("h1"), page.locator("h1 .verdict__badge")
    above = verdict.bounding_box()["height"] if verdict.count() else 0

    assert heading.bounding_box()["height"] - above < 844 / 3

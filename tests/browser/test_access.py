"""Pages for everybody: axe, small windows, large text, high contrast, no stylesheet, names and roles."""

import re

import pytest

from tests.line.logic import WALKS
from wizard.content import flows
from wizard.engine.tokens import spell
from wizard.engine.walking import walk

STAY = "/line/a0c2d0e0-1p/"  # asked, coconala, no signs, the client answers on the site
PHONE = {"viewport": {"width": 320, "height": 640}}


def one_result_for_each_outcome():
    flow = flows()["line"]["ja"]
    longest = {rule["outcome"]: answers for answers, rule in sorted(WALKS, key=lambda walk: len(walk[0]))}
    assert longest.keys() == flow.outcomes.keys()
    return [f"/line/{spell(walk(flow, answers))}/" for answers in longest.values()]


OUTCOMES = one_result_for_each_outcome()
KINDS_OF_PAGE = [
    *("/", "/line/a0/", "/line/a0c2/", "/line/a2/", "/line/a0c2d0/", "/about/", "/accessibility/"),
    *("/line/a0c2/?asked=signs", "/line/a2/?asked=harm", "/line/a0/now/", "/line/a0c2d0e0-1p/signs/"),
    *(
        "/line/a0cZ/",
        "/line/outcomes/accept/",
        "/line/outcomes/get-help/",
        "/nowhere/",
        "/line/links/",
        "/line/rules/",
        "/line/ways/",
        f"{STAY}shared/",
    ),
]
PHONES_PAGES = [
    *((prefix, path) for prefix in ("", "/en") for path in KINDS_OF_PAGE + OUTCOMES),
    ("", f"{STAY}rules/"),  # the flow's rules once more, and axe reads long pages slowly
]


def open_all(page):
    """Axe does not look into what is folded."""
    page.locator("details").evaluate_all("folded => folded.forEach(each => each.open = true)")


@pytest.mark.parametrize(("prefix", "path"), PHONES_PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(new_page, violations, prefix, path):
    page = new_page(expect=(404, 422), **PHONE)
    page.goto(prefix + path)
    open_all(page)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert violations(page, only="color-contrast") == []

    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", [*KINDS_OF_PAGE, STAY])
def test_axe_finds_nothing_on_a_desktop(new_page, violations, path):
    page = new_page(expect=(404, 422), viewport={"width": 1280, "height": 800})
    page.goto(path)
    open_all(page)

    assert violations(page) == []


@pytest.mark.parametrize("path", ["/", "/line/a0/", "/line/a0c2/", "/line/a2/", STAY])
def test_high_contrast_keeps_controls_visible(new_page, violations, path):
    page = new_page(forced_colors="active", **PHONE)
    page.goto(path)

    assert violations(page) == []
    # A group draws one border around all of its ticks; each of these has the system's own checkbox.
    widths = page.locator(".card:not(.group .tick), .group, .button").evaluate_all(
        "all => all.map(each => parseFloat(getComputedStyle(each).borderTopWidth))"
    )
    assert widths
    assert min(widths) >= 1
    boxes = page.locator(".tick input").evaluate_all("all => all.map(each => getComputedStyle(each).appearance)")
    assert set(boxes) <= {"auto"}


@pytest.mark.parametrize("path", ["/", "/line/a0/", "/line/a0c2/", "/line/a2/", STAY])
def test_every_target_is_large_enough_for_a_thumb(new_page, path):
    page = new_page(has_touch=True, **PHONE)
    page.goto(path)
    open_all(page)
    targets = page.locator(
        ".card, .row, summary:not(.sources > summary), .tick label, .button, .top a, .back a, .pick label, .share a,"
        ".answer a"
    )
    heights = targets.locator("visible=true").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )

    assert heights
    assert min(heights) >= 44


def test_without_its_stylesheet_a_result_reads_in_order(new_page):
    page = new_page(expect=("ERR_FAILED",), java_script_enabled=False)
    page.route("**/*.css", lambda route: route.abort())
    page.goto(STAY)
    order = page.locator("main :is(h1, h2)").evaluate_all("all => all.map(each => each.id || each.tagName)")
    largest = page.locator("main svg").evaluate_all("all => Math.max(...all.map(each => each.clientWidth))")

    assert order == ["H1", "replies", "steps", "next", "reasons", "share", "memo"]
    assert page.locator(".verdict").inner_text().strip().startswith("ほかの手段にする")
    assert largest < 300


def test_a_question_is_a_list_named_by_it(page, line):
    page.goto("/line/a0/")
    where = line.questions["where"].title.for_answers({})

    assert page.get_by_role("list", name=where, exact=True).get_by_role("link").count() == 11
    assert page.get_by_role("navigation", name="前の質問").get_by_role("link").count() == 1


def test_a_checkbox_question_is_a_group_named_by_it(page, line):
    page.goto("/line/a2/")
    group = page.get_by_role("group", name=line.questions["harm"].title.for_answers({}), exact=True)

    assert group.get_by_role("checkbox").count() == 11
    assert group.get_by_role("checkbox").first.get_attribute("aria-describedby") == "hint-money"


def test_groups_of_checkboxes_are_named_within_the_group_of_the_question(page, line):
    page.goto("/line/a0c2/")
    signs = line.questions["signs"]
    whole = page.get_by_role("group", name=signs.title.for_answers({}), exact=True)
    assert whole.get_by_role("checkbox").count() == len(signs.options) == 22
    assert whole.get_by_role("checkbox").first.get_attribute("aria-describedby") == "hint-fee"
    assert whole.get_by_role("group").count() == len(signs.groups) == 4

    for group in signs.groups.values():
        boxes = whole.get_by_role("group", name=group.title, exact=True).get_by_role("checkbox")
        values = boxes.evaluate_all("all => all.map(each => each.dataset.option)")
        assert values == [option.id for option in signs.options.values() if option.group == group.id]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_number_to_call_stands_on_one_line(new_page, prefix):
    page = new_page(**PHONE)
    page.goto(f"{prefix}/line/a2b123456789ABc0-1h/")
    lines = page.locator("[href^='tel:']").evaluate_all(
        """all => all.map(each => {
          const range = document.createRange();
          range.selectNodeContents(each);
          return new Set([...range.getClientRects()].map(rect => rect.top)).size;
        })"""
    )

    assert len(lines) > 4
    assert set(lines) == {1}


def test_a_checkbox_is_named_by_its_label_and_described_by_its_hint(page, line):
    page.goto("/line/a2/")
    money = line.questions["harm"].options["money"]

    assert page.get_by_role("checkbox", name=money.label.for_answers({}), exact=True).count() == 1


def test_an_error_does_not_come_before_the_first_heading(new_page):
    page = new_page(expect=(422,))
    page.goto("/line/a2/?asked=harm")

    assert page.locator(":is(h1, h2)").first.evaluate("heading => heading.tagName") == "H1"


def test_more_contrast_draws_edges_that_are_seen(new_page):
    page = new_page(contrast="more", **PHONE)
    page.goto("/line/a0/")
    edge = page.locator(".card").first.evaluate("card => getComputedStyle(card).borderTopColor")

    assert edge == "rgb(127, 122, 110)"  # 4:1 on the card; else 1.3:1, as the words name the control


@pytest.mark.parametrize("address", ["/line/a2/", "/line/a2b1c0-1h/"])
def test_a_number_to_call_is_large_enough_for_a_thumb(new_page, address):
    page = new_page(**PHONE)
    page.goto(address)
    boxes = [box.bounding_box() for box in page.locator("[href^='tel:']").locator("visible=true").all()]

    assert boxes
    assert min(min(box["width"], box["height"]) for box in boxes) >= 44


def test_a_result_tells_its_parts_by_name_and_role(page):
    page.goto(STAY)
    verdict = page.get_by_role("heading", level=1)
    assert verdict.inner_text().startswith("ほかの手段にする")

    assert page.get_by_role("heading", level=1).count() == 1
    chosen = page.get_by_role("group", name="言い方").get_by_role("radio", checked=True)
    assert chosen.get_attribute("value") == "polite"
    assert page.get_by_role("textbox", name="ていねい").is_visible()
    assert page.get_by_role("region", name="今すること").get_by_role("listitem").count() == 3
    page.locator("#answers summary").click()
    assert page.get_by_role("link", name=re.compile("サイトでの返事の答えを ?変更する")).is_visible()


def test_the_ways_stand_in_a_table_with_headers(new_page, line):
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto("/line/ways/")
    table = page.get_by_role("table", name="選べる方法を比べる")

    assert table.get_by_role("columnheader").all_inner_texts()[1:] == [way.name for way in line.ways.values()]
    assert table.get_by_role("rowheader").all_inner_texts() == list(line.aspects.values())
    assert table.get_by_role("cell").count() == len(line.ways) * len(line.aspects)
    assert not table.locator("td b").first.is_visible()


def test_on_a_phone_each_cell_names_its_way(new_page, line):
    page = new_page(**PHONE)
    page.goto("/line/ways/")

    assert page.locator("thead").is_hidden()
    assert page.locator("tr:nth-of-type(2) td b:visible").all_inner_texts() == [way.name for way in line.ways.values()]


def test_phrase_breaks_leave_nothing_in_copied_text(new_page, line):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/line/a0/")
    page.evaluate("getSelection().selectAllChildren(document.getElementById('question'))")
    page.keyboard.press("Control+C")

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == line.questions["where"].title.for_answers({})
    assert page.locator("#question wbr").count() > 1


def test_a_heading_breaks_between_phrases_alone(new_page):
    page = new_page(**PHONE)
    page.goto("/line/a0/")
    lines = page.locator("#question").evaluate(
        """heading => {
          const tops = [];
          for (const node of heading.childNodes) {
            if (!node.data) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            tops.push(new Set([...range.getClientRects()].map(rect => rect.top)).size);
          }
          return tops;
        }"""
    )

    assert len(lines) == page.locator("#question wbr").count() + 1 > 2
    assert page.locator("#question").bounding_box()["height"] > 60  # more than one line
    assert set(lines) == {1}


TORN = """() => [...document.querySelectorAll("main span[lang]")]
  .map((span) => span.parentElement)
  .filter((parent) => /flex|grid/.test(getComputedStyle(parent).display) && parent.childNodes.length > 1)
  .map((parent) => parent.textContent.trim())"""


@pytest.mark.parametrize(
    "path", ["line/a0c9d0i0j0k0m0-1a/", "line/a2bAc2-1h/", "line/a0c0d0e0f0g1-1p/", "line/a0c0d1-1d/"]
)
def test_japanese_words_stay_within_their_english_sentence(page, path):
    page.goto(f"/en/{path}")
    open_all(page)

    assert page.url.endswith(f"/en/{path}")
    assert page.evaluate(TORN) == []


COVERED_BY_HEADS = """() => {
  const { left, top, height } = document.activeElement.getClientRects()[0];
  return Boolean(document.elementFromPoint(left + 3, top + height / 2)?.closest("thead"));
}"""


def test_the_heads_of_a_table_hide_no_focus(new_page):
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto("/line/ways/")
    open_all(page)
    page.get_by_role("contentinfo").get_by_role("link").first.focus()
    seen = []
    while page.evaluate("!document.activeElement.matches('.button')"):
        page.keyboard.press("Shift+Tab")
        seen.append(page.evaluate(COVERED_BY_HEADS))

    assert len(seen) > 50
    assert not any(seen)

"""Pages for everybody: axe, small windows, large text, high contrast, no stylesheet, names and roles."""

import re

import pytest

from tests.line.logic import WALKS
from wizard.content import flows
from wizard.engine.tokens import spell
from wizard.engine.walking import walk

STAY = "/line/a0c2d0e0-1p/"  # asked, no signs, coconala, the client agrees to the site's messages
PHONE = {"viewport": {"width": 320, "height": 640}}


def one_result_for_each_outcome():
    flow = flows()["line"]["ja"]
    longest = {rule["outcome"]: answers for answers, rule in sorted(WALKS, key=lambda walk: len(walk[0]))}
    assert longest.keys() == flow.outcomes.keys()
    return [f"/line/{spell(walk(flow, answers))}/" for answers in longest.values()]


OUTCOMES = one_result_for_each_outcome()
KINDS_OF_PAGE = [
    *("/", "/line/a0/", "/line/a2/", "/line/a0c0d0/", "/line/a0/?asked=signs", "/line/a0/now/", "/accessibility/"),
    *(
        "/line/a0cZ/",
        "/line/outcomes/accept/",
        "/line/outcomes/get-help/",
        "/nowhere/",
        "/line/links/",
        f"{STAY}shared/",
    ),
]


def open_all(page):
    """Axe does not look into what is folded."""
    page.locator("details").evaluate_all("folded => folded.forEach(each => each.open = true)")


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", KINDS_OF_PAGE + OUTCOMES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(new_page, violations, path, prefix):
    page = new_page(expect=(404, 422), **PHONE)
    page.goto(prefix + path)
    open_all(page)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert violations(page, only="color-contrast") == []


@pytest.mark.parametrize("path", [*KINDS_OF_PAGE, STAY])
def test_axe_finds_nothing_on_a_desktop(new_page, violations, path):
    page = new_page(expect=(404, 422), viewport={"width": 1280, "height": 800})
    page.goto(path)
    open_all(page)

    assert violations(page) == []


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", [*KINDS_OF_PAGE, OUTCOMES[0], OUTCOMES[-1]])
def test_text_at_twice_its_size_needs_no_sideways_scroll(new_page, path, prefix):
    page = new_page(expect=(404, 422), viewport={"width": 390, "height": 844})
    page.goto(prefix + path)
    open_all(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", ["/", "/line/a0/", STAY])
def test_high_contrast_keeps_controls_visible(new_page, violations, path):
    page = new_page(forced_colors="active", **PHONE)
    page.goto(path)

    assert violations(page) == []
    widths = page.locator(".card, .button").evaluate_all(
        "all => all.map(each => parseFloat(getComputedStyle(each).borderTopWidth))"
    )
    assert widths
    assert min(widths) >= 1


@pytest.mark.parametrize("path", ["/", "/line/a0/", STAY])
def test_every_target_is_large_enough_for_a_thumb(new_page, path):
    page = new_page(has_touch=True, **PHONE)
    page.goto(path)
    targets = page.locator(
        ".card, .tick label, .button, .top a, .back a, .contents a, .pick label, .share a, .answer a"
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

    assert order == ["H1", "replies", "steps", "reasons", "next", "whatif", "answers", "share", "unknown"]
    assert page.locator(".verdict").inner_text().strip().startswith("ほかの手段にする")
    assert largest < 300


def test_a_question_is_a_list_named_by_it(page):
    page.goto("/line/a0c0d0/")

    assert page.get_by_role("list", name="相手の方とは、どこで知り合いましたか？").get_by_role("link").count() == 8
    assert page.get_by_role("navigation", name="前の質問").get_by_role("link").count() == 1


def test_a_checkbox_question_is_a_group_named_by_it(page):
    page.goto("/line/a0/")
    group = page.get_by_role("group", name="相手の方から、次のような話はありましたか？")

    assert group.get_by_role("checkbox").count() == 10
    assert group.get_by_role("checkbox").first.get_attribute("aria-describedby") == "hint-fee"


def test_a_result_tells_its_parts_by_name_and_role(page):
    page.goto(STAY)

    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("navigation", name="このページの内容").get_by_role("link").count() == 6
    chosen = page.get_by_role("group", name="言い方").get_by_role("radio", checked=True)
    assert chosen.get_attribute("value") == "polite"
    assert page.get_by_role("textbox", name="ていねい").is_visible()
    assert page.get_by_role("region", name="今すること").get_by_role("listitem").count() > 3
    assert page.get_by_role("link", name=re.compile("サイトでの返事の答えを ?変更する")).is_visible()


def test_contents_lead_to_their_parts(page):
    page.goto(STAY)
    names = page.locator(".contents a").evaluate_all("links => links.map(link => link.hash)")

    assert len(names) == 6
    for name in names:
        page.locator(f".contents a[href='{name}']").click()
        assert page.locator(name).is_visible()
        assert page.locator(name).evaluate("heading => heading.getBoundingClientRect().top") < 844


def test_phrase_breaks_leave_nothing_in_copied_text(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/line/a0c0d0/")
    page.evaluate("getSelection().selectAllChildren(document.getElementById('question'))")
    page.keyboard.press("Control+C")

    assert page.evaluate("navigator.clipboard.readText()") == "相手の方とは、どこで知り合いましたか？"


def test_a_heading_breaks_between_phrases_alone(new_page):
    page = new_page(**PHONE)
    page.goto("/line/a0c0d0/")
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

    assert len(lines) == 4
    assert set(lines) == {1}

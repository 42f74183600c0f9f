"""Whole conversations with a client, by keyboard alone; what is printed of them."""

import re

import pytest

TABS = 80


def reach(page, selector):
    """Press Tab until the element has the focus."""
    target = page.locator(selector)
    target.wait_for()
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{selector} is not reached by {TABS} tabs")


def press(page, selector, key="Enter"):
    """Reach an element and press a key on it; for a link, wait for its page."""
    before = page.url
    reach(page, selector)
    page.keyboard.press(key)
    if key == "Enter":
        page.wait_for_url(lambda url: url != before)
        page.wait_for_function("document.activeElement.tabIndex === -1")  # the heading, or a fresh page


def outcome(page):
    page.locator("main[data-outcome]").wait_for()
    return page.locator("main").get_attribute("data-outcome")


def test_propose_then_agreed_then_accept(page):
    page.goto("/line/?now=asked&where=known&signs=none&terms=partly")
    assert outcome(page) == "write-terms"
    href = page.locator("[aria-labelledby=next] a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    written = next(address for address in href if re.search(r"j0", address))
    press(page, f"[aria-labelledby=next] a[href='{written}']")
    for question, option in [("fit", "fine"), ("shown", "none")]:
        page.locator(f"main[data-question={question}]").wait_for()
        press(page, f"[data-option='{option}']")

    assert outcome(page) == "accept"
    assert page.locator("main").get_attribute("data-verdict") == "accept"


def test_propose_then_refused_then_decline(page):
    page.goto("/line/?now=asked&where=coconala&signs=none&messages=not-asked")
    assert outcome(page) == "stay-on-site"
    press(page, "[aria-labelledby=next] a[href*='e2']")

    assert outcome(page) == "site-refused"
    assert page.locator(".reply:visible textarea").count() == 1
    reach(page, "[name=tone]:checked")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.locator(".reply:visible").get_attribute("id") == "reply-firm"


def test_harmed_then_help(page):
    page.goto("/")
    press(page, "[data-option=harmed]")
    page.locator("main[data-question=harm]").wait_for()
    press(page, "input[data-option=money]", key="Space")
    press(page, "input[data-option=papers]", key="Space")
    press(page, "button[type=submit]")
    page.locator("main[data-question=where]").wait_for()
    press(page, "[data-option=crowdworks]")

    assert outcome(page) == "get-help"
    assert page.locator("main").get_attribute("data-verdict") == "help"
    assert page.url.endswith("/line/a2b12c0-1h/")
    assert page.locator("[aria-labelledby=helps] .desk").count() >= 2
    assert page.locator(".reply").count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_a_message_is_chosen_by_its_tone(new_page, scripts):
    page = new_page(java_script_enabled=scripts)
    page.goto("/line/a0c0d16-1d/")
    assert page.locator(".reply:visible").get_attribute("id") == "reply-polite"
    page.locator("[name=tone][value=firm]").check()

    assert page.locator(".reply:visible").get_attribute("id") == "reply-firm"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_report_to_the_site_unfolds_at_its_step(new_page, scripts):
    page = new_page(java_script_enabled=scripts)
    page.goto("/line/a0c0d16-1d/")
    report = page.locator("[aria-labelledby=steps] #reply-report-text")
    assert report.is_hidden()
    page.locator("[aria-labelledby=steps] summary", has_text="サイトに知らせる").click()

    assert report.is_visible()


def test_a_message_can_be_changed_before_it_is_copied(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/line/a0c0d16-1d/")
    page.locator("#reply-polite-text").fill("山田様")
    page.locator("#reply-polite [data-copy]").first.click()

    page.locator("#reply-polite").get_by_role("button", name="コピーしました。").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "山田様"


LONGEST = [  # of the outcomes with most to print; the last two with everything ticked
    *("a0c5d0e0f0h0k0m123-1a", "a1c1d0e0f0g0k0m123-1a", "a1c9d0i0j2-1p", "a1c1dAe1f2-1p", "a1c0dAe0f0-1p"),
    *("a1c9d45AJ-1d", "a2bAc0-1h", "a2b1234c0-1h"),
    *("a1c0d123456789ABCDEFGHIJKLM-1d", "a2b123456789ABc3-1h"),
]


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("token", LONGEST)
def test_a_result_is_printed_on_one_page(page, prefix, token):
    page.goto(f"{prefix}/line/{token}/")
    assert outcome(page)
    assert page.url.endswith(f"{prefix}/line/{token}/")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    page.emulate_media(media="print")

    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1
    assert page.locator("figure.printed img").evaluate("picture => picture.naturalWidth") > 0
    assert page.locator("figure.printed figcaption").inner_text().endswith(f"{prefix}/line/{token}/")
    assert not page.locator("nav, button").filter(visible=True).count()
    assert page.evaluate(SMALLEST) >= NINE_POINTS


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("token", ["", f"{LONGEST[0]}/", f"{LONGEST[-2]}/"])
def test_the_rules_are_printed_as_a_chart_on_one_page(page, prefix, token):
    page.goto(f"{prefix}/line/{token}rules/")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    page.emulate_media(media="print")

    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1
    assert page.locator("[id^=rule-]").filter(visible=True).count() == 37
    assert page.evaluate(SMALLEST) >= NINE_POINTS
    assert page.locator(".map").filter(visible=True).count() == 0


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_ways_are_printed_as_a_table_on_two_pages_that_say_where_the_sources_are(page, prefix):
    page.goto(f"{prefix}/line/ways/")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    page.emulate_media(media="print")

    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) <= 2
    assert page.locator("main > .printed").inner_text().endswith(f"{prefix}/line/ways/")
    assert page.evaluate(SMALLEST) >= NINE_POINTS


PRINTED = """(links) => links.map((link) =>
  [link.innerText + getComputedStyle(link, "::after").content, link.getAttribute("href")])"""
NINE_POINTS = 12
SMALLEST = """() => Math.min(...[...document.body.querySelectorAll("*")]
  .filter((element) => element.checkVisibility() && !element.closest(".unseen"))
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((element) => parseFloat(getComputedStyle(element).fontSize)))"""


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_printed_help_keeps_every_number_and_the_first_step_for_each_harm(page, prefix):
    page.goto(f"{prefix}/line/a2b123456c0-1h/")
    numbers = page.locator("[aria-labelledby=helps] [href^='tel:']")
    steps = page.locator("[aria-labelledby=steps] :is(ol, .rows > details:first-child ul) > li")
    page.emulate_media(media="print")

    assert numbers.filter(visible=True).count() == numbers.count() > 2
    assert steps.filter(visible=True).count() >= 7  # six kinds of harm, of which one has two first steps
    links = page.locator("[aria-labelledby=helps] [rel]").filter(visible=True).evaluate_all(PRINTED)
    assert links  # paper opens no link, so that a desk without a number has its address in words
    assert all(text == f'"{link}"' for text, link in links)

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
    page.goto("/line/?now=asked&signs=none&odd=none&where=known&terms=spoken")
    assert outcome(page) == "write-terms"
    href = page.locator("[aria-labelledby=next] a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    written = next(address for address in href if re.search(r"j0", address))
    press(page, f"[aria-labelledby=next] a[href='{written}']")
    for question, option in [("chat", "not-asked"), ("fit", "fine"), ("name", "work-name"), ("posts", "none")]:
        page.locator(f"main[data-question={question}]").wait_for()
        press(page, f"[data-option='{option}']")

    assert outcome(page) == "accept"
    assert page.locator("main").get_attribute("data-verdict") == "accept"


def test_propose_then_refused_then_decline(page):
    page.goto("/line/?now=asked&signs=none&odd=none&where=coconala&messages=not-asked")
    assert outcome(page) == "stay-on-site"
    press(page, "[aria-labelledby=next] a[href*='f2']")

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
    press(page, "input[value=money]", key="Space")
    press(page, "input[value=papers]", key="Space")
    press(page, "button[type=submit]")

    assert outcome(page) == "get-help"
    assert page.locator("[aria-labelledby=helps] .desk").count() >= 2
    assert page.locator(".reply").count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_a_message_is_chosen_by_its_tone(new_page, scripts):
    page = new_page(java_script_enabled=scripts)
    page.goto("/line/a0c0d16-1d/")
    assert page.locator(".reply:visible").get_attribute("id") == "reply-polite"
    page.get_by_role("radio", name="サイトの運営へ").check()

    assert page.locator(".reply:visible").get_attribute("id") == "reply-report"


def test_a_message_can_be_changed_before_it_is_copied(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/line/a0c0d16-1d/")
    page.locator("#reply-polite-text").fill("山田様")
    page.locator("#reply-polite [data-copy]").first.click()

    page.locator("#reply-polite [role=status]").get_by_text("コピーしました。").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "山田様"


LONGEST = [  # of the outcomes with most to print
    *("a0c0d0e0f0g0h0j0k2l1m2n0-1a", "a0c0d0e3f0g0j0k1l0m2n2-1a", "a1c0d8e0f0g0-1p"),
    *("a1c0d58-1d", "a1c68-1d", "a2b48-1d"),
]


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("token", LONGEST)
def test_a_result_is_printed_on_one_page(page, prefix, token):
    page.goto(f"{prefix}/line/{token}/")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    page.emulate_media(media="print")

    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1
    assert page.locator(".qr svg").locator("visible=true").count() == 1
    assert f"{prefix}/line/outcomes/" in page.locator(".qr figcaption").locator("visible=true").inner_text()
    assert not page.locator("nav, button").filter(visible=True).count()

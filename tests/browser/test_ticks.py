"""Ticking signs: one button at a time, in four groups, on a page of bearable length."""

import re

import pytest

PHONE = {"width": 390, "height": 844}
SIGNS = "/line/a0c2/"  # asked, coconala


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def signs(new_page, request):
    """The page of signs, with scripts and without."""
    page = new_page(java_script_enabled=request.param, viewport=PHONE)
    page.goto(SIGNS)
    return page


def tick(page, *signs):
    for sign in signs:
        page.locator(f"input[data-option={sign}]").check()


def shown(page):
    """The buttons of the form that can be seen."""
    return page.locator("form .button").filter(visible=True)


def names(page):
    """What a screen reader calls each button of the form, the counted number included; None of these is a link."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [node["name"]["value"] for node in tree if not node["ignored"] and node["role"]["value"] == "button"]


def test_with_nothing_ticked_one_tap_on_the_only_button_leads_on(signs):
    assert shown(signs).count() == 1
    assert shown(signs).get_attribute("data-option") == "none"
    assert shown(signs).get_attribute("href") == "/line/a0c2d0/"
    assert names(signs) == []
    shown(signs).click()
    signs.wait_for_url("**/line/a0c2d0/")

    assert signs.locator("main").get_attribute("data-question") == "messages"


def test_with_two_ticked_the_only_button_says_two_and_submits_them(signs):
    tick(signs, "fee", "papers")

    assert shown(signs).count() == 1
    assert names(signs) == ["選んだ2件で次へ"]
    assert shown(signs).inner_text().startswith("選んだ")
    shown(signs).click()
    signs.wait_for_url("**/line/a0c2d16-1d/")
    assert signs.locator("main").get_attribute("data-outcome") == "stop"


def test_axe_finds_nothing_on_a_ticked_form(page, violations):
    page.goto(SIGNS)
    tick(page, "fee", "papers")

    assert violations(page) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert violations(page, only="color-contrast") == []


def test_the_count_follows_each_tick(signs):
    tick(signs, "hurry")
    assert names(signs) == ["選んだ1件で次へ"]
    tick(signs, "fee", "vague")
    assert names(signs) == ["選んだ3件で次へ"]
    signs.locator("input[data-option=fee]").uncheck()
    assert names(signs) == ["選んだ2件で次へ"]
    signs.locator("input[data-option=hurry]").uncheck()
    signs.locator("input[data-option=vague]").uncheck()

    assert names(signs) == []
    assert shown(signs).get_attribute("data-option") == "none"


def test_the_count_is_told_in_english_too(page):
    page.goto(f"/en{SIGNS}")
    tick(page, "fee", "papers")

    assert names(page) == ["Continue with 2 ticked"]


def test_enter_in_a_ticked_form_submits_the_ticks(signs):
    tick(signs, "fee")
    signs.locator("input[data-option=papers]").focus()
    signs.keyboard.press("Space")
    signs.keyboard.press("Enter")
    signs.wait_for_url("**/line/a0c2d16-1d/")

    assert signs.locator("main").get_attribute("data-outcome") == "stop"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("address", "question"), [(SIGNS, "signs"), ("/line/a2/", "harm")])
def test_an_empty_form_asks_back_kindly(new_page, scripts, address, question):
    """The signs have no button to send nothing by, so Enter does; what happened has one."""
    page = new_page(java_script_enabled=scripts, viewport=PHONE, expect=(422,))
    page.goto(address)
    with page.expect_navigation() as navigation:
        if question == "signs":
            page.locator("#signs").press("Enter")
        else:
            page.get_by_role("button").click()
    summary = page.get_by_role("alert")
    summary.wait_for()

    assert navigation.value.status == 422
    assert page.locator("main").get_attribute("data-question") == question
    assert summary.evaluate("element => element === document.activeElement")
    assert page.locator("#error").is_visible()
    assert page.locator("[type=checkbox][aria-invalid=true]").count() == page.get_by_role("checkbox").count()
    summary.get_by_role("link").click()
    assert page.locator(f"#{question}").evaluate("element => element === document.activeElement")
    page.keyboard.press("Space")
    shown(page).click()
    page.wait_for_url(re.compile(r"/line/a0c2d1-1d/|/line/a2b1/"))


def test_a_changed_mind_finds_its_ticks_counted_and_can_take_them_off(page):
    """Chromium loses count where a card and the form around it look for the same by :has()."""
    page.goto("/line/a0c2d16-1d/")
    page.locator("#answers summary").click()
    page.locator("#answer-signs .answer__change a").click()
    page.locator("main[data-question=signs]").wait_for()
    assert names(page) == ["選んだ2件で次へ"]
    page.locator("input[data-option=fee]").uncheck()
    page.locator("input[data-option=papers]").uncheck()
    shown(page).click()

    page.wait_for_url("**/line/a0c2d0/")


def test_none_of_these_can_be_read_where_it_is_the_present_answer(page, violations):
    page.goto("/line/a0c2d0e0-1p/signs/")

    assert shown(page).get_attribute("aria-current") == "true"
    now, button = shown(page).locator(".card__now"), shown(page)
    assert now.is_visible()
    assert now.evaluate("note => getComputedStyle(note).color") != button.evaluate(
        "button => getComputedStyle(button).backgroundColor"
    )
    assert violations(page, only="color-contrast") == []


def test_back_from_a_result_the_ticks_that_the_browser_kept_are_counted(signs):
    tick(signs, "fee", "papers")
    shown(signs).click()
    signs.wait_for_url("**/line/a0c2d16-1d/")
    signs.go_back()
    signs.locator("main[data-question=signs]").wait_for()

    assert signs.locator("input:checked").count() == 2
    assert names(signs) == ["選んだ2件で次へ"]


def without_styles(route):
    route.abort()


def without_has(route):
    """The stylesheet as a browser reads it that has no :has(): what is written with it, is passed over."""
    response = route.fetch()
    route.fulfill(response=response, body=response.text().replace(":has(", ":unheard-of("))


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("styles", [without_styles, without_has])
def test_without_has_both_buttons_are_there_and_the_form_works(new_page, styles, scripts):
    page = new_page(java_script_enabled=scripts, viewport=PHONE, expect=("ERR_FAILED",))
    page.route("**/*.css", styles)
    page.goto(SIGNS)
    button, none = page.get_by_role("button"), page.locator("a.none")
    plain = page.evaluate("getComputedStyle(document.body).lineHeight") == "normal"
    assert plain == (styles is without_styles)
    assert button.is_visible()
    assert none.is_visible()
    assert button.inner_text().startswith("次へ進む")

    tick(page, "fee", "papers")
    assert none.is_visible()
    button.click()
    page.wait_for_url("**/line/a0c2d16-1d/")
    page.goto(SIGNS)
    none.click()
    page.wait_for_url("**/line/a0c2d0/")


def test_the_page_of_signs_stays_short_on_a_phone(page, line):
    """A hint more, or a label in two lines, is soon too much for 22 signs: in pixels, at the width of a phone."""
    heights = {}
    for now in ("0", "1"):
        for where in line.questions["where"].options.values():
            address = f"/line/a{now}c{where.code}/"
            page.goto(address)
            heights[address] = page.evaluate("document.documentElement.scrollHeight")

    assert len(heights) == 22
    assert max(heights.values()) <= 2700, heights

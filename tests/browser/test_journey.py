"""Journeys through the LINE flow in a real browser, with scripts and without."""

import pytest

STAY = "/line/a0c2d0e0-1p/"  # asked, coconala, no signs, the client answers on the site


def choose(page, option):
    """Tap an option and wait for the next page."""
    before = page.url
    page.locator(f"[data-option='{option}']").click()
    page.wait_for_url(lambda url: url != before)
    page.wait_for_load_state()


def question(page):
    return page.locator("main").get_attribute("data-question")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("start", "language"), [("/", "ja"), ("/en/", "en")])
def test_a_journey_to_a_verdict(new_page, scripts, start, language):
    page = new_page(java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    page.goto(start)
    for id, option in [("now", "asked"), ("where", "coconala"), ("signs", "none"), ("messages", "agreed")]:
        assert question(page) == id
        choose(page, option)

    main = page.locator("main")
    assert main.get_attribute("data-outcome") == "stay-on-site"
    assert main.get_attribute("data-verdict") == "propose"
    assert page.url.endswith(f"{start.rstrip('/')}{STAY}")
    assert page.locator("html").get_attribute("lang") == language
    assert page.title().startswith("△")


@pytest.mark.parametrize("scripts", [True, False])
def test_signs_are_ticked_and_submitted(new_page, scripts):
    page = new_page(java_script_enabled=scripts)
    page.goto("/line/a0c0/")
    page.locator("input[data-option=fee]").check()
    page.locator("input[data-option=papers]").check()
    page.get_by_role("button").click()
    page.wait_for_url("**/line/a0c0d16-1d/")

    assert page.locator("main").get_attribute("data-outcome") == "stop"


@pytest.mark.parametrize("scripts", [True, False])
def test_an_unanswered_form_says_what_to_do_and_takes_the_focus_there(new_page, scripts):
    page = new_page(java_script_enabled=scripts, expect=(422,))
    page.goto("/line/a2/")
    page.get_by_role("button", name="次へ進む").click()
    summary = page.get_by_role("alert")
    summary.wait_for()

    assert page.title().startswith("エラー：")
    assert summary.evaluate("element => element === document.activeElement")
    summary.get_by_role("link").click()
    assert page.locator("#harm").evaluate("element => element === document.activeElement")


def test_a_swapped_page_is_right_in_title_address_head_and_focus(page):
    page.goto("/")
    page.evaluate("window.unloaded = false; addEventListener('pagehide', () => { window.unloaded = true })")
    choose(page, "asked")
    page.wait_for_function("document.activeElement.id === 'question'")

    assert page.evaluate("window.unloaded") is False
    assert page.url.endswith("/line/a0/")
    assert page.locator("h1").inner_text() in page.title()
    page.locator("link[rel=canonical][href$='/line/a0/']").wait_for(state="attached")
    assert page.locator("meta[name=robots]").count() == 1
    assert page.evaluate("scrollY") == 0


def test_back_and_forward_and_reload_over_three_steps(page):
    page.goto("/")
    choose(page, "asked")
    choose(page, "coconala")
    choose(page, "none")
    assert question(page) == "messages"

    for expected in ["signs", "where", "now"]:
        page.go_back()
        page.locator(f"main[data-question={expected}]").wait_for()
        assert page.locator("h1").first.inner_text() in page.title()
    page.go_forward()
    page.locator("main[data-question=where]").wait_for()
    page.reload()
    assert question(page) == "where"
    page.go_forward()
    page.locator("main[data-question=signs]").wait_for()


def test_ticks_are_still_there_on_the_way_back(page):
    page.goto("/line/a0c0/")
    page.locator("input[data-option=hurry]").check()
    page.locator("input[data-option=vague]").check()
    page.get_by_role("button").click()
    page.locator("main[data-outcome=too-many-signs]").wait_for()
    page.locator("#answers summary").click()
    page.locator("#answer-signs .answer__change a").click()
    page.locator("main[data-question=signs]").wait_for()

    ticked = page.locator("input:checked").evaluate_all("all => all.map(each => each.dataset.option)")
    assert sorted(ticked) == ["hurry", "vague"]


def test_two_tabs_do_not_mix(new_page):
    one, two = new_page(), new_page()
    one.goto("/")
    two.goto("/")
    choose(one, "asked")
    choose(two, "connected")
    choose(one, "coconala")

    assert one.url.endswith("/line/a0c2/")
    assert two.url.endswith("/line/a1/")


def test_the_language_switch_keeps_the_place(page):
    page.goto("/")
    choose(page, "asked")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/line/a0/")

    assert page.locator("html").get_attribute("lang") == "en"
    assert question(page) == "where"


def test_an_answer_is_changed_from_the_result(page):
    page.goto(STAY)
    page.locator("#answers summary").click()
    page.locator("#answer-messages .answer__change a").click()
    page.locator("main[data-question=messages]").wait_for()
    assert page.locator("[data-option=agreed]").get_attribute("aria-current") == "true"
    choose(page, "refused")

    assert page.locator("main").get_attribute("data-outcome") == "site-refused"


def test_a_message_is_copied_and_said_so(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(STAY)
    first = page.locator(".reply").first
    first.get_by_role("button").click()

    first.get_by_role("button", name="コピーしました。").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == first.get_by_role("textbox").input_value()


def test_without_scripts_the_text_is_there_and_no_dead_button(no_js):
    no_js.goto(STAY)

    assert no_js.locator(".reply textarea").first.is_visible()
    assert no_js.locator(".address:not([hidden])").count() == 2
    assert no_js.locator("[data-copy]:visible").count() == 0


def test_an_error_page_is_swapped_in_too(new_page):
    page = new_page(expect=(404,))
    page.add_init_script(SAVE_DATA)
    page.goto("/")
    page.route("**/line/a0/", lambda route: route.continue_(url=route.request.url.replace("a0", "zz")))
    page.locator("[data-option=asked]").click()
    page.get_by_role("heading", name="このアドレスにはページがありません").wait_for()


def test_a_blocked_script_leaves_no_dead_button(new_page):
    page = new_page(expect=("ERR_FAILED",))
    page.route("**/wizard*.js", lambda route: route.abort())
    page.goto(STAY)

    assert page.locator("[data-copy], [data-share]").count() > 1
    assert page.locator("[data-copy]:visible, [data-share]:visible").count() == 0


def test_where_storage_is_blocked_all_works(page):
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException(); } })")
    page.goto("/")
    choose(page, "asked")
    page.wait_for_function("document.activeElement.id === 'question'")
    page.locator("link[rel=canonical][href$='/line/a0/']").wait_for(state="attached")


def test_nothing_is_kept_in_the_browser(page):
    page.goto("/")
    choose(page, "asked")
    choose(page, "coconala")
    choose(page, "none")

    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_journey_by_keyboard_alone(page):
    page.goto("/line/a0/")
    page.locator("[data-option=coconala]").focus()
    page.keyboard.press("Enter")
    page.locator("main[data-question=signs]").wait_for()
    page.wait_for_function("document.activeElement.id === 'question'")
    for _ in range(page.get_by_role("checkbox").count() + 1):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.option") == "none"
    page.keyboard.press("Enter")
    page.locator("main[data-question=messages]").wait_for()
    page.wait_for_function("document.activeElement.id === 'question'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.option") == "agreed"
    page.keyboard.press("Enter")

    page.locator("main[data-outcome=stay-on-site]").wait_for()


SAVE_DATA = "Object.defineProperty(navigator.connection, 'saveData', { value: true })"


@pytest.mark.parametrize("come_upon", ["hover", "focus"])
def test_the_first_options_are_fetched_while_the_question_is_read_and_any_that_is_come_upon(new_page, come_upon):
    page = new_page(viewport={"width": 390, "height": 844}, expect=("ERR_INTERNET_DISCONNECTED",))
    answered = []
    page.on("requestfinished", lambda request: answered.append(request.url.removeprefix(page.url.split("/line")[0])))
    page.goto("/line/a0/")
    hrefs = page.locator("[data-option]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    last = page.locator("[data-option]").last
    page.wait_for_load_state("networkidle")
    assert set(answered) & set(hrefs) == set(hrefs[:2])

    with page.expect_request_finished(lambda request: request.url.endswith(hrefs[-1])):
        getattr(last, come_upon)()
    page.context.set_offline(True)
    last.click()
    page.locator("main[data-question=signs]").wait_for()


def test_a_reader_who_saves_data_fetches_nothing_ahead(new_page):
    page = new_page()
    page.add_init_script(SAVE_DATA)
    asked = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.goto("/line/a0/")
    page.wait_for_load_state("networkidle")

    assert "document" in asked
    assert "fetch" not in asked


@pytest.mark.parametrize(("motion", "transitions"), [("no-preference", 1), ("reduce", 0)])
def test_a_step_is_a_soft_change_unless_the_reader_wants_none(new_page, motion, transitions):
    page = new_page(reduced_motion=motion)
    page.add_init_script(
        "const start = Document.prototype.startViewTransition; window.transitions = 0;"
        "Document.prototype.startViewTransition = function (...all) { transitions++; return start.apply(this, all); }"
    )
    page.goto("/")
    choose(page, "asked")
    page.locator("main[data-question=where]").wait_for()

    assert page.evaluate("transitions") == transitions


def test_without_a_connection_the_browser_says_so(new_page):
    page = new_page(expect=("ERR_INTERNET_DISCONNECTED", "htmx:"))
    page.add_init_script(SAVE_DATA)
    page.goto("/")
    page.context.set_offline(True)
    with page.expect_event("framenavigated"):
        page.locator("[data-option=asked]").click()

    assert page.url.startswith("chrome-error://")


def test_a_foreign_error_page_does_not_break_the_script(new_page):
    page = new_page(expect=(502,))
    page.add_init_script(SAVE_DATA)
    page.goto("/")
    page.route("**/line/a0/", lambda route: route.fulfill(status=502, body="<p>Bad gateway</p>"))
    page.locator("[data-option=asked]").click()
    page.get_by_text("Bad gateway").wait_for()

    assert page.evaluate("sessionStorage.length") == 0

"""Sharing a result: by copying, by the phone's own sheet, by a QR code."""

import io

import pytest
import zxingcpp
from PIL import Image

STAY = "/line/a0c2d0e0-1p/"
SHEET = "navigator.share = async (data) => { window.shared = data; }"


def with_answers(page):
    page.get_by_text("答えも一緒に見せる", exact=True).click()
    return page.locator("#share-answers")


def other_ways(page):
    page.get_by_text("ほかの方法", exact=True).click()
    return page.locator("#share-verdict")


def test_the_verdict_alone_is_shared_unless_she_chooses_otherwise(page):
    page.goto(STAY)
    shown = page.locator(".copy a[href*=line]:visible")

    assert shown.count() == 1
    assert "/outcomes/" in shown.get_attribute("href").replace("%2F", "/")
    assert "/shared/" in with_answers(page).locator(".copy a").get_attribute("href").replace("%2F", "/")


def test_the_link_is_copied(new_page, server):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(STAY)
    panel = with_answers(page)
    panel.get_by_role("button", name="リンクをコピー").click()

    panel.get_by_role("button", name="コピーしました。").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{server}{STAY}shared/"


def test_the_phones_own_sheet_takes_the_words_and_the_link(new_page, server, line):
    page = new_page()
    page.add_init_script(SHEET)
    page.goto(STAY)
    other_ways(page).get_by_role("button", name="共有する").click()

    assert page.evaluate("shared.url") == f"{server}/line/outcomes/stay-on-site/"
    said = f"「{line.name}」というページで確かめました。結果は「△ ほかの手段にする」です。"
    assert page.evaluate("shared.text") == said


def test_where_there_is_no_sheet_there_is_no_dead_button(new_page):
    page = new_page()
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(STAY)
    other_ways(page)

    assert page.locator("[data-share]:visible").count() == 0
    assert page.get_by_role("button", name="リンクをコピー").first.is_visible()


def test_without_scripts_links_and_address_remain(no_js):
    no_js.goto(STAY)
    panel = with_answers(no_js)

    assert panel.get_by_role("textbox", name="リンク").is_visible()
    assert panel.get_by_role("link").count() == 3
    assert no_js.locator("#share button:visible").count() == 0
    assert no_js.locator("[target]").count() == 0  # in-app browsers open no second window


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_qr_code_on_the_page_gives_the_address(new_page, server, scheme):
    page = new_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
    page.goto(STAY)
    panel = with_answers(page)
    code = panel.get_by_role("img", name="QRコード")
    code.scroll_into_view_if_needed()
    code.evaluate("image => image.decode()")
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))

    assert [each.text for each in found] == [f"{server}{STAY}shared/"]
    assert code.bounding_box()["width"] > 250


def test_a_peer_walks_her_own_case(page):
    page.goto(f"{STAY}shared/")
    page.get_by_role("link", name="自分の場合を調べてみる").last.click()

    page.locator("main[data-question=now]").wait_for()
    assert page.url.rstrip("/").count("/") == 2


def test_no_other_site_can_frame_a_page(new_page, server):
    page = new_page(expect=("frame-ancestors",))
    framing = f"<iframe src='{server}{STAY}'></iframe>"
    page.route("**/frame.html", lambda route: route.fulfill(body=framing, content_type="text/html"))
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.goto("/frame.html")

    assert [frame.url for frame in page.frames if frame.url.endswith(STAY)] == []

"""Copying, where the browser lets us and where it does not, and what a screen reader is told of it."""

import pytest

STAY = "/line/a0c2d0e0-1p/"
REFUSALS = {
    "denied": "navigator.clipboard.writeText = async () => { throw new DOMException('', 'NotAllowedError') }",
    "absent": "delete Navigator.prototype.clipboard",  # as over plain HTTP
}
OLD_WAY_REFUSED = "document.execCommand = () => false"
COPIES = [  # what opens its place, its button, and the field that it copies
    ("", "#reply-polite [data-copy$='-text']", "#reply-polite-text"),
    ("#reply-polite summary", "[data-copy=reply-polite-original]", "#reply-polite-original"),
    ("", "[data-copy=address-own]", "#address-own"),
    ("", "[data-copy=address-verdict]", "#address-verdict"),
    ("#share-answers summary", "[data-copy=address-answers]", "#address-answers"),
]
SELECTED = "field => field.checkVisibility() && field.value.slice(field.selectionStart, field.selectionEnd)"


@pytest.fixture
def refused(new_page):
    """refused(reason, *more) gives an English result's page, without the clipboard."""

    def opened(reason, *more):
        page = new_page(viewport={"width": 390, "height": 844})
        for script in (REFUSALS[reason], *more):
            page.add_init_script(script)
        page.goto(f"/en{STAY}")
        return page

    return opened


@pytest.mark.parametrize("reason", REFUSALS)
@pytest.mark.parametrize(("fold", "button", "field"), COPIES)
def test_what_cannot_be_copied_is_shown_and_selected(refused, reason, fold, button, field):
    page = refused(reason, OLD_WAY_REFUSED)
    page.locator(fold).first.click() if fold else None
    page.locator(button).click()

    page.get_by_role("button", name="Could not copy. The text is selected: please copy it yourself.").wait_for()
    place = page.locator(field)
    assert place.evaluate(SELECTED) == place.input_value() != ""
    assert place.evaluate("field => field === document.activeElement")
    box = place.bounding_box()
    assert 0 < box["y"] < 844
    assert box["width"] > 200


@pytest.mark.parametrize("reason", REFUSALS)
@pytest.mark.parametrize(("fold", "button", "field"), COPIES)
def test_the_old_way_copies_where_the_new_one_may_not(refused, reason, fold, button, field):
    page = refused(reason, "addEventListener('copy', () => { window.copied = getSelection().toString() })")
    page.locator(fold).first.click() if fold else None
    page.locator(button).click()

    page.locator(button).get_by_text("Copied.").wait_for()
    assert page.evaluate("copied") == page.locator(field).input_value() != ""


def test_a_status_that_was_there_before_says_what_came_of_it(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(STAY)
    status = page.get_by_role("status")
    assert status.text_content() == ""
    page.evaluate("window.before = document.getElementById('status')")
    page.locator("[data-copy=reply-polite-text]").click()

    status.get_by_text("コピーしました。").wait_for()
    assert page.evaluate("before.isConnected")
    assert page.locator("[data-copy=reply-polite-text]").inner_text() == "コピーしました。"

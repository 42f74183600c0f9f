"""What readers do most, in every engine and with what moves: a journey, ticks, a change and back, copying, folds."""

import pytest

STAY = "/line/a0c2d0e0-1p/"  # asked, coconala, no signs, the client answers on the site
STOP = "/line/a0c2d16-1d/"  # a fee and papers asked for
FOCUS = "document.activeElement"
KINDS_OF_PAGE = [  # in one of the languages each, for time; Chromium sees all in both
    *("/", "/en/line/a0/", "/line/a0c2/", "/en/line/a2/?asked=harm", f"{STAY}signs/", f"/en{STAY}"),
    *("/line/a2b1c0-1h/", "/en/line/outcomes/accept/", f"{STAY}shared/", "/en/line/links/"),
    *("/en/accessibility/", "/en/about/", "/line/ways/", f"{STAY}rules/", "/nowhere/"),
]


def shows(phone, what, value):
    phone.until(f"document.querySelector('main')?.dataset.{what} === '{value}'")


def test_a_journey_to_a_verdict(phone):
    phone.open("/")
    phone.evaluate("window.unloaded = false, addEventListener('pagehide', () => { window.unloaded = true })")
    phone.evaluate(
        f"addEventListener('htmx:beforeHistoryUpdate', () => {{ window.torn = {FOCUS} !== document.body }})"
    )
    for question, option in [("now", "asked"), ("where", "coconala"), ("signs", "none"), ("messages", "agreed")]:
        shows(phone, "question", question)
        phone.tap(f"[data-option='{option}']")

    shows(phone, "outcome", "stay-on-site")
    phone.until(f"{FOCUS}.matches('h1')")
    assert phone.evaluate("document.title").startswith("△")
    assert phone.evaluate("scrollY") == 0
    assert phone.evaluate("window.unloaded") is False
    assert phone.evaluate("window.torn") is False  # a focus torn away leaves a screen reader silent
    assert phone.evaluate("document.cookie + localStorage.length + sessionStorage.length") == "00"
    phone.back()
    shows(phone, "question", "messages")
    phone.until(f"{FOCUS}.matches('[data-option=agreed]')")


def test_ticks_are_counted_and_lead_on(phone):
    phone.open("/line/a0c2/")
    phone.tap("label[for=signs]")
    phone.tap("label[for=signs-papers]")

    assert phone.evaluate("document.querySelector('button.go').checkVisibility()")
    assert not phone.evaluate("document.querySelector('a.none').checkVisibility()")
    phone.tap("button.go")
    shows(phone, "outcome", "stop")


def test_back_from_a_change_to_the_place_that_was_left(phone):
    phone.open("/line/a0c2d0/")  # the result is swapped in
    phone.tap("[data-option=agreed]")
    shows(phone, "outcome", "stay-on-site")
    phone.tap("#answers summary")
    for question in ["where", "messages"]:
        link = f"#answer-{question} .answer__change a"
        phone.evaluate(f"document.querySelector('{link}').scrollIntoView({{ block: 'center', behavior: 'instant' }})")
        left = phone.evaluate("scrollY")
        assert left > 500
        phone.tap(link)
        shows(phone, "question", question)
        phone.until(f"{FOCUS}.id === 'question'")
        phone.back()
        shows(phone, "outcome", "stay-on-site")

        phone.until(f"{FOCUS}.matches('{link}')")
        phone.until(f"Math.abs(scrollY - {left}) < 2")


def test_copying_moves_neither_focus_nor_page_and_the_button_says_so(phone):
    phone.open(STAY)
    button = "document.querySelector('[data-copy=reply-polite-text]')"
    height = phone.evaluate("document.documentElement.scrollHeight")
    name = phone.evaluate(f"{button}.textContent")
    phone.tap("[data-copy=reply-polite-text]")

    phone.until(f"{button}.textContent === 'コピーしました。'")
    assert phone.evaluate(f"!{FOCUS}.matches('textarea')")
    assert phone.evaluate("document.documentElement.scrollHeight") == height
    phone.evaluate("document.querySelector('textarea').dispatchEvent(new InputEvent('input', { bubbles: true }))")
    assert phone.evaluate(f"{button}.textContent") == name


SEEN = "[...document.querySelectorAll('textarea')].filter((field) => field.checkVisibility())"
TOO_HIGH_OR_LOW = f"""{SEEN}.map((field) => {{
  const [high, {{ height }}] = [field.offsetHeight, field.style];
  field.style.height = 0;
  const missing = field.scrollHeight + 2 - high;
  field.style.height = height;
  return missing;
}})"""


@pytest.mark.parametrize("address", [STOP, f"/en{STOP}"])
def test_messages_are_as_high_as_their_text(phone, address):
    phone.open(address)
    for tone in ["firm", "short", "polite"]:
        phone.tap(f"label:has([value={tone}])")
        missing = phone.evaluate(TOO_HIGH_OR_LOW)
        assert missing
        assert max(map(abs, missing)) <= 2
    phone.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    phone.until(f"{TOO_HIGH_OR_LOW}.every((missing) => Math.abs(missing) <= 2)")


def test_a_fold_opens_from_edge_to_edge(phone):
    folds = "[...document.querySelectorAll('details:is(.row, .card)')].filter((fold) => fold.checkVisibility())"
    dead = f"{folds}.map((fold) => fold.offsetHeight - fold.querySelector('summary').offsetHeight)"
    for address in [STOP, "/line/links/"]:
        phone.open(address)
        assert phone.evaluate(dead)
        assert max(phone.evaluate(dead)) <= 4


@pytest.mark.parametrize("phone", ["firefox", "webkit"], indirect=True)  # test_access.py does more in Chromium
def test_axe_finds_nothing_on_any_kind_of_page(phone, violations):
    found = {}
    for address in KINDS_OF_PAGE:
        phone.open(address)
        phone.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
        found[address] = violations(phone)

    assert found == {address: [] for address in KINDS_OF_PAGE}


@pytest.mark.parametrize(("fold", "link"), [("sources", "rule-17"), ("rules", "source-P6")])
def test_a_link_into_a_closed_fold_opens_it(phone, fold, link):
    phone.open("/line/rules/")
    target = f"document.getElementById('{link}')"
    assert not phone.evaluate(f"{target}.checkVisibility()")

    phone.evaluate(f"document.querySelector('a[href=\"#{link}\"]').click()")
    phone.until(f"{target}.checkVisibility() && Math.abs({target}.getBoundingClientRect().top - 16) < 2")

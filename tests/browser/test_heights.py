"""What she needs stands in the first screens: no page grows back unnoticed."""

import pytest

# The highest page of each kind, folds closed, among one walk for each way through the rules. The limits are the
# design's for the worst page; English help has a hundred pixels more.
PHONE = [
    ("/line/a0c0d0e2f0g0k1l2-1p/", 3000),
    ("/line/a0cAd0j0k0m0-1a/", 3400),
    ("/line/a0c7dMi2j3-1d/", 3400),
    ("/line/a2bAc0-1h/", 3000),
    ("/line/a0cAd0j1k0m1-1a/shared/", 2400),
    ("/line/a0cAdMj2-1p/shared/", 2400),
    ("/line/a2bAc0-1h/shared/", 2400),
    ("/en/line/a0c0d0e2f0g1-1p/", 3000),
    ("/en/line/a0cAd0j1k0m1-1a/", 3400),
    ("/en/line/a0c7dMi2j3-1d/", 3400),
    ("/en/line/a2bAc2-1h/", 3100),
    ("/en/line/a0c0d0e1f0g0k0m0-1a/shared/", 2400),
    ("/en/line/a2bAc6-1h/shared/", 2400),
]
DESKTOP = [
    *("/line/a0c0d0e2f0g0k1l2-1p/", "/line/a0cAd0j0k0m0-1a/", "/line/a0c5d124-1d/", "/line/a2bAc5-1h/"),
    *("/en/line/a0c0d0e2f0g1-1p/", "/en/line/a0c0d0e1f0g0k0m0-1a/", "/en/line/a0c5d124-1d/", "/en/line/a2bAc3-1h/"),
]
FIRST_SCREEN = [
    ("/", ".choices > :nth-child(3)"),
    ("/en/", ".choices > :nth-child(3)"),
    ("/line/a0c0d0e2f0g1-1p/", ".reply [data-copy]"),
    ("/line/a0c0d1-1d/", ".reply [data-copy]"),
    ("/en/line/a0c0d0e2f0g1-1p/", ".reply [data-copy]"),
    ("/en/line/a0c0d1-1d/", ".reply [data-copy]"),
    ("/line/a2b1c2-1h/", ".desk [href^='tel:']"),
    ("/line/a2b1c2-1h/shared/", ".desk [href^='tel:']"),
    ("/en/line/a2b2c0-1h/", ".desk [href^='tel:']"),
    ("/en/line/a2b2c0-1h/shared/", ".desk [href^='tel:']"),
]
HEIGHT = "document.documentElement.scrollHeight"


@pytest.mark.parametrize(("path", "most"), PHONE)
def test_on_a_phone_a_result_takes_few_screens(page, path, most):
    page.goto(path)

    assert page.url.endswith(path)
    assert page.evaluate(HEIGHT) <= most


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_on_a_phone_the_rules_begin_with_what_there_is(page, prefix):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{prefix}/line/rules/")

    assert page.evaluate(HEIGHT) <= 6500
    assert not [url for url in asked if "map" in url], "a phone shows the list instead"


@pytest.mark.parametrize("path", DESKTOP)
def test_on_a_desktop_a_result_stands_in_two_columns(new_page, path):
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto(path)
    left, right = (page.locator(part).bounding_box() for part in (".aside", ".detail"))

    assert page.url.endswith(path)
    assert left["x"] + left["width"] <= right["x"]
    assert page.evaluate(HEIGHT) <= 2300


@pytest.mark.parametrize(("path", "part"), FIRST_SCREEN)
def test_what_presses_stands_in_the_first_screen(page, path, part):
    page.goto(path)
    place = page.locator(part).first.bounding_box()

    assert page.url.endswith(path)
    assert place["y"] + place["height"] <= 844

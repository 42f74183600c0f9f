"""Addresses spelled canonically."""

import pytest
from django.utils import translation

from wizard import addresses
from wizard.engine import walk

pytestmark = pytest.mark.usefixtures("lunch_site")


def test_a_walk_has_its_addresses(lunch):
    at = walk(lunch, {"food": ("cheese", "bread"), "weather": ("sun",)})

    assert addresses.of_walk(at) == "/lunch/a0b12-2a/"
    assert addresses.of_shared(at) == "/lunch/a0b12-2a/shared/"
    assert addresses.of_change(at, "food") == "/lunch/a0b12-2a/food/"
    assert addresses.of_change(at, "food", ["bread", "fruit"]) == "/lunch/a0b12-2a/food/?food=bread,fruit"
    assert addresses.of_result_json(at) == "/lunch/a0b12-2a.json"
    assert addresses.of_walk(walk(lunch, {})) == "/"


def test_a_flow_has_its_addresses(settings):
    assert addresses.of_start("lunch") == "/"
    assert addresses.of_way_in("lunch") == "/lunch/"
    assert addresses.of_links("lunch") == "/lunch/links/"
    assert addresses.of_outcome("lunch", "cafe") == "/lunch/outcomes/cafe/"
    settings.DEFAULT_FLOW = "dinner"
    assert addresses.of_start("lunch") == "/lunch/"


@pytest.mark.parametrize(
    ("here", "address", "there", "expected"),
    [
        ("ja", "/lunch/a0/?x=1", "en", "/en/lunch/a0/?x=1"),
        ("en", "/en/lunch/a0/", "ja", "/lunch/a0/"),
        ("en", "/en/", "en", "/en/"),
        ("en", "/en//evil.example/", "ja", "/%2Fevil.example/"),
        ("en", "/english/", "en", "/en/english/"),
    ],
)
def test_the_same_page_in_another_language(here, address, there, expected):
    with translation.override(here):
        assert addresses.in_language(address, there) == expected

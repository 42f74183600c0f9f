"""The pages that search engines may show."""

from xml.etree import ElementTree

import pytest
from django.utils import translation

from wizard.pages.sitemap import Pages, pages_of

pytestmark = pytest.mark.usefixtures("lunch_site")
LISTED = [
    "/about/",
    "/accessibility/",
    "/",
    "/lunch/links/",
    "/lunch/rules/",
    "/lunch/ways/",
    *(f"/lunch/outcomes/{outcome}/" for outcome in ("picnic", "cafe", "home")),
]
NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def listed(visitor):
    """The pages of the sitemap, each with the same page in every language."""
    response = visitor.get("/sitemap.xml")
    assert response.headers["Content-Type"] == "application/xml"
    return {
        url.findtext("loc", namespaces=NAMES): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("xhtml:link", NAMES)
        }
        for url in ElementTree.fromstring(response.content)
    }


def test_a_flow_lists_what_is_nobodys_own():
    assert [page() for page in pages_of("lunch")] == LISTED[2:]
    with translation.override("en"):
        assert [page() for page in pages_of("lunch")] == [f"/en{path}" for path in LISTED[2:]]


def test_each_page_is_listed_once_in_every_language(listed):
    assert len(Pages().items()) == len(LISTED)
    assert sorted(listed) == sorted(f"https://testserver{prefix}{path}" for path in LISTED for prefix in ("", "/en"))


def test_each_page_is_listed_with_its_siblings(listed):
    for path in LISTED:
        siblings = {
            "ja": f"https://testserver{path}",
            "en": f"https://testserver/en{path}",
            "x-default": f"https://testserver{path}",
        }
        assert listed[siblings["ja"]] == listed[siblings["en"]] == siblings


def test_each_page_that_is_listed_may_be_shown(visitor, listed):
    for address in listed:
        page = visitor.open(address.removeprefix("https://testserver"))

        assert page.status == 200
        assert "robots" not in page.meta
        assert page.canonical == address

"""Styles within the page, where people arrive."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from django.conf import settings
from django.templatetags.static import static
from django.test import override_settings

pytestmark = pytest.mark.usefixtures("static_files")

ARRIVALS = ["/", "/line/", "/?utm_source=x", "/line/outcomes/stop/", "/line/a2b1c0-1h/shared/"]
OTHERS = ["/line/a0/", "/line/a2b1c0-1h/", "/line/a0/now/", "/line/rules/", "/accessibility/", "/nowhere/"]


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", ARRIVALS)
def test_a_page_where_people_arrive_carries_its_styles(visitor, prefix, path):
    page = visitor.get(prefix + path)
    [styles] = re.findall("<style>(.*?)</style>", page.content.decode(), re.DOTALL)
    file = settings.STATIC_ROOT / static("wizard.css").removeprefix("/static/")

    assert styles == file.read_text()
    assert "stylesheet" not in page.content.decode()
    digest = b64encode(sha256(styles.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}';" in page.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", OTHERS)
def test_any_other_links_to_them(visitor, path):
    page = visitor.get(path)

    assert f'<link rel="stylesheet" href="{static("wizard.css")}">' in page.content.decode()
    assert "<style" not in page.content.decode()
    assert "style-src 'self';" in page.headers["Content-Security-Policy"]


def test_while_they_are_worked_on_they_are_linked_to(visitor):
    with override_settings(DEBUG=True):
        assert "<style" not in visitor.get("/").content.decode()


@pytest.mark.parametrize(
    "path", ["/line/a0c2d0e0-1p/", "/line/a2b1c0-1h/", "/line/a0c0d0e0f0g0k0m0-1a/", "/en/line/a2b1c0-1h/"]
)
def test_a_result_stays_small_on_the_way(visitor, path):
    page = visitor.get(path, headers={"accept-encoding": "br"})

    assert page.status_code == 200
    assert len(page.content) <= 7_600

"""What a first visit has to load beside the page itself."""

import hashlib
import re

import pytest
from django.conf import settings
from django.templatetags.static import static

KIBIBYTE = 1024

pytestmark = pytest.mark.usefixtures("static_files")


def test_all_styles_and_scripts_of_a_page_stay_small_on_the_way(visitor):
    page = visitor.get("/line/a0/").content.decode()
    loaded = re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js))"', page)
    served = [settings.STATIC_ROOT / f"{name}.br" for name in loaded]

    assert len(served) == 3
    assert sum(path.stat().st_size for path in served) <= 20 * KIBIBYTE


def test_each_is_named_by_its_content_and_kept_for_good(visitor):
    for name in re.findall(r'(?:href|src)="(/static/[^"]+)"', visitor.get("/line/a0/").content.decode()):
        assert re.search(r"\.[0-9a-f]{12}\.", name)
        response = visitor.get(name)
        response.close()
        assert "immutable" in response.headers["Cache-Control"]
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin", "other sites show our cards"


@pytest.mark.parametrize("name", ["wizard.css", "wizard.js"])
def test_what_is_written_to_be_read_is_sent_small_and_named_by_what_is_sent(visitor, name):
    pattern = "/static/(" + name.replace(".", r"\.[0-9a-f]{12}\.") + ")"
    sent_name = re.search(pattern, visitor.get("/line/a0/").content.decode())[1]
    sent = (settings.STATIC_ROOT / sent_name).read_bytes()

    assert 0 < len(sent) < 0.9 * (settings.BASE_DIR / "static" / name).stat().st_size
    assert hashlib.md5(sent, usedforsecurity=False).hexdigest()[:12] in sent_name


# Files of other releases


def renamed(name):
    """As another release would name a file by its content."""
    return re.sub(r"\.[0-9a-f]{12}\.", ".0123456789ab.", name)


def test_a_file_of_another_release_is_todays_for_a_minute(visitor):
    for name in re.findall(r'(?:href|src)="(/static/[^"]+)"', visitor.get("/line/a0/").content.decode()):
        ours, other = visitor.get(name), visitor.get(renamed(name))
        sent = [b"".join(response.streaming_content) for response in (ours, other)]

        assert renamed(name) != name
        assert other.status_code == 200
        assert sent[0] == sent[1]
        assert other.headers["Content-Type"] == ours.headers["Content-Type"]
        assert other.headers["Cache-Control"] == "max-age=60, public"


def test_it_is_compressed_and_known_again(visitor):
    name = renamed(static("wizard.css"))
    compressed = visitor.get(name, headers={"accept-encoding": "br"})
    compressed.close()
    known = visitor.get(name, headers={"if-none-match": compressed.headers["ETag"]})

    assert compressed.headers["Content-Encoding"] == "br"
    assert known.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        *("nope.0123456789ab.css", "wizard.0123456789a.css", "wizard.0123456789ab.js.css", "wizard.0123456789ab"),
        *("../wizard/settings.0123456789ab.py", "cards.0123456789ab./start-ja.png", "wizard.css.0123456789ab."),
    ],
)
def test_what_no_release_has_is_not_there(visitor, path):
    assert visitor.get(f"/static/{path}").status_code == 404

"""The page for an error of ours needs nothing that may have failed."""

import pytest
from django.template import engines

from wizard.failure import failed, page_of
from wizard.start import prepare


@pytest.fixture(autouse=True)
def _started():
    prepare()


@pytest.fixture
def _nothing_works(monkeypatch):
    """No template can be read, no address found, no word translated."""
    for place in ("django.template.base.Template.render", "django.urls.reverse", "django.utils.translation.gettext"):
        monkeypatch.setattr(place, lambda *_, **__: 1 / 0)
    monkeypatch.setattr(engines["django"].engine, "find_template", lambda *_, **__: 1 / 0)


@pytest.mark.usefixtures("_nothing_works")
@pytest.mark.parametrize(
    ("path", "words"),
    [("/line/a0/", "サイトの側で問題が起きました"), ("/en/", "Something went wrong on our side")],
)
def test_it_is_there_where_nothing_else_works(visitor, path, words):
    visitor.raise_request_exception = False
    answer = visitor.get(path)

    assert answer.status_code == 500
    assert words in answer.content.decode()


def test_it_was_made_at_start(rf):
    made = page_of.cache_info().misses
    failed(rf.get("/en/"))

    assert page_of.cache_info().misses == made >= 2

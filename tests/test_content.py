"""The flows of the site are read once, and their names are free."""

import shutil

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.template.loader import render_to_string
from django.urls import URLResolver, get_resolver

from tests.conftest import FLOWS
from wizard.addresses import RESERVED_FLOWS
from wizard.content import ICONS, flows
from wizard.middleware import HEALTH


@pytest.fixture
def flows_dir(tmp_path, lunch_site, monkeypatch):
    """A folder of our own for flows, with the small one in it."""
    shutil.copytree(FLOWS / "lunch", tmp_path / "lunch")
    monkeypatch.setattr(settings, "FLOWS_DIR", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", [*RESERVED_FLOWS, "ja", "en"])
def test_a_flow_takes_no_address_of_the_site(flows_dir, name):
    shutil.copytree(FLOWS / "lunch", flows_dir / name)

    with pytest.raises(ImproperlyConfigured) as error:
        flows()
    assert str(error.value) == f"{name}: is an address of the site's own; give the folder another name"


def test_any_other_name_is_free(flows_dir):
    shutil.copytree(FLOWS / "lunch", flows_dir / "schema-2")

    assert list(flows()) == ["lunch", "schema-2"]


def test_the_default_flow_is_needed(flows_dir, monkeypatch):
    monkeypatch.setattr(settings, "DEFAULT_FLOW", "dinner")

    with pytest.raises(ImproperlyConfigured, match="needs a folder dinner, the default flow"):
        flows()


def routes(resolver):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern)
        else:
            yield str(pattern.pattern)


def test_every_folder_of_our_own_is_reserved():
    first = {route.split("/")[0] for route in routes(get_resolver()) if "/" in route}
    own = {name for name in first if not name.startswith(("<", "."))}

    assert own
    assert own | {settings.STATIC_URL.strip("/"), HEALTH.strip("/")} == set(RESERVED_FLOWS)


def test_every_icon_that_a_flow_may_name_is_drawn_and_in_the_manual():
    drawn = {icon: render_to_string("_icon.html", {"name": icon}) for icon in ICONS}

    assert len(set(drawn.values())) == len(ICONS)
    manual = (settings.BASE_DIR / "wizard" / "flows" / "README.md").read_text(encoding="utf-8")
    assert ", ".join(f"`{icon}`" for icon in ICONS) in manual

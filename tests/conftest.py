"""What all tests share: the small flow, the LINE flow, and the static files as production serves them."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from tests.visitor import Visitor
from wizard.content import flows
from wizard.engine.model import Flow
from wizard.engine.reading import read_flow

FLOWS = Path(__file__).parent / "flows"
LANGUAGES = ("ja", "en")


@pytest.fixture(scope="session", autouse=True)
def _static_files():
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture(scope="session")
def lunch() -> Flow:
    return read_flow(FLOWS / "lunch", LANGUAGES)["en"]


@pytest.fixture(scope="session")
def line() -> Flow:
    return flows()["line"]["ja"]


@pytest.fixture
def lunch_site(monkeypatch):
    """The site with the small flow as its only one."""
    monkeypatch.setattr(settings, "FLOWS_DIR", FLOWS)
    monkeypatch.setattr(settings, "DEFAULT_FLOW", "lunch")
    flows.cache_clear()
    yield
    flows.cache_clear()


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()

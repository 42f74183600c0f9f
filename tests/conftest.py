"""What all tests share: the small flow, the LINE flow, a visitor, and static files."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.template import Template, Variable, VariableDoesNotExist
from django.test import override_settings
from hypothesis import settings as hypothesis

from tests.visitor import Visitor
from tools.stage import free_port
from wizard.content import flows, longest_path
from wizard.engine.model import Flow
from wizard.engine.reading import read_flow
from wizard.middleware import page_of_too_long
from wizard.pages.map import drawing
from wizard.phrases import breakable, unbroken
from wizard.settings import STORAGES

FLOWS = Path(__file__).parent / "flows"
LANGUAGES = ("ja", "en")
RENDER = Template._render

# Where CI is set, Hypothesis would try the same examples on every run. A failure prints what replays it.
hypothesis.register_profile("anew", derandomize=False, print_blob=True, deadline=None)
hypothesis.load_profile("anew")


def forget_flows():
    """Forget the flows, and what hangs on them."""
    for known in (flows, longest_path, breakable, unbroken, drawing, page_of_too_long):
        known.cache_clear()


def pytest_sessionstart():
    """`make mutants` runs many sessions in one process; each is to read the flows by the code as changed for it."""
    forget_flows()


@pytest.fixture(scope="session", autouse=True)
def _no_contexts_kept(django_test_environment):
    """Django's test client would keep the context of every template, which no test reads: a tenth of a page's cost."""
    Template._render = RENDER


@pytest.fixture(scope="session")
def missing():
    """What templates have asked our own objects for in vain: Django would show nothing in its place."""
    found, lookup = [], Variable._resolve_lookup

    def recorded(variable, context):
        try:
            return lookup(variable, context)
        except VariableDoesNotExist as error:
            asked = error.params[1]
            if type(asked).__module__.startswith("wizard."):
                found.append(f"{variable.var}: {type(asked).__name__} has no {error.params[0]}")
            raise

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Variable, "_resolve_lookup", recorded)
        yield found


@pytest.fixture(autouse=True)
def _templates_ask_for_what_there_is(missing):
    yield
    said, missing[:] = sorted(set(missing)), []
    assert said == []


@pytest.fixture(scope="session", autouse=True)
def _static_files_by_their_names():
    """Most tests need no more of static files than their names, so these are served from where they lie."""
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=plain, STATIC_ROOT=settings.BASE_DIR / "static"):
        yield


@pytest.fixture(scope="session")
def collected(tmp_path_factory):
    """The settings of static files as production serves them; each worker collects them for itself, so none waits."""
    changed = {"STORAGES": STORAGES, "STATIC_ROOT": tmp_path_factory.mktemp("static")}
    with override_settings(**changed):
        call_command("collectstatic", interactive=False, verbosity=0)
    return changed


@pytest.fixture(scope="session")
def production(collected, tmp_path_factory):
    """The environment of a process that serves them so."""
    folder = tmp_path_factory.mktemp("production")
    (folder / "site_settings.py").write_text(
        "from pathlib import Path\nfrom wizard.settings import *\n"
        f"STATIC_ROOT = Path({str(collected['STATIC_ROOT'])!r})\n"
    )
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "site_settings", "PYTHONPATH": str(folder), "HTTPS": "0"}


@pytest.fixture
def static_files(collected):
    with override_settings(**collected):
        yield


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
    forget_flows()
    yield
    forget_flows()


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


@pytest.fixture
def start(production):
    """start(*arguments, **environment) runs the server in a process group of its own, ended at the end."""
    started = []

    def start(*arguments, **environment):
        process = subprocess.Popen(
            [sys.executable, settings.BASE_DIR / "manage.py", "serve", *arguments],
            env=production | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.terminate()
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


@pytest.fixture
def served(start):
    """served(**environment) waits until the server is ready, and gives its port and its process."""

    def served(workers=2, **environment):
        port = free_port()
        process = start("--port", str(port), "--workers", str(workers), **environment)
        assert f"Ready: http://127.0.0.1:{port}/  (Ctrl+C stops it)\n" in iter(process.stdout.readline, "")
        return port, process

    return served

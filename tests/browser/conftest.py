"""Real browsers against the real server: Chromium, and for what matters most Firefox and WebKit too."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import sync_playwright

from tools import chromium

from . import phones

ARTIFACTS = Path("test-artifacts")


def installed(engine, path):
    if path:
        return path
    lacking = f"the browser tests need {engine}: bash tests/browser/prepare.sh says how"
    return pytest.fail(lacking, pytrace=False) if os.environ.get("CI") else pytest.skip(lacking)


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright):
    path = installed("Chromium (or CHROMIUM_PATH)", chromium.path())
    browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGS, chromium_sandbox=False)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright):
    path = installed("Firefox", shutil.which("firefox-esr") or shutil.which("firefox"))
    firefox = playwright.firefox.launch(channel="moz-firefox", executable_path=path)
    yield firefox
    firefox.close()


@pytest.fixture(scope="session")
def webkit(tmp_path_factory):
    installed("WebKit's driver and Xvfb", shutil.which("WebKitWebDriver") and shutil.which("Xvfb"))
    log = tmp_path_factory.mktemp("webkit") / "console"
    with phones.webkit(log) as driver:
        driver.console = log
        yield driver


@pytest.fixture(params=["chromium", "firefox", "webkit"])
def phone(request, server):
    """A phone in each of the engines, where things move. What its console calls an error fails the test."""
    if request.param == "webkit":
        driver = request.getfixturevalue("webkit")
        before = len(driver.console.read_text())
        yield phones.WebKitPhone(driver, server)
        driver.get("about:blank")
        assert " ERROR " not in driver.console.read_text()[before:]
        return
    engine = request.getfixturevalue("browser" if request.param == "chromium" else request.param)
    may = ["clipboard-read", "clipboard-write"] if request.param == "chromium" else []
    moving = {"viewport": phones.SIZE, "reduced_motion": "no-preference", "permissions": may}
    yield phones.PlaywrightPhone(request.getfixturevalue("new_page")(expect=(404, 422), engine=engine, **moving))


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@pytest.fixture(scope="session")
def server(production):
    """The address of the production server, as `make run` starts it."""
    port = free_port()
    command = [sys.executable, settings.BASE_DIR / "manage.py", "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(command, env=production, stdout=subprocess.PIPE, text=True) as process:
        said = process.stdout.readline()
        assert f"http://127.0.0.1:{port}/" in said, said
        yield f"http://127.0.0.1:{port}"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0


@pytest.fixture
def new_page(browser, server, request):
    """new_page(**context options) gives a page of its own. Troubles fail the test: script and console errors,
    requests to any other host. A test may expect console errors by a status: new_page(expect=(422,))."""
    contexts, troubles = [], []

    def make(expect=(), engine=browser, **options):
        defaults = {"base_url": server, "locale": "ja-JP", "timezone_id": "Asia/Tokyo", "reduced_motion": "reduce"}
        context = engine.new_context(**{**defaults, **options})
        context.set_default_timeout(5000)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(f"script error: {error}"))
        page.on("console", lambda message: troubles.append(message.text) if is_trouble(message, expect) else None)
        page.on("request", lambda sent: None if sent.url.startswith(server) else troubles.append(sent.url))
        contexts.append(context)
        return page

    yield make
    for number, context in enumerate(contexts):
        if getattr(request.node, "failed", False) and context.pages:
            name = re.sub(r"[^\w-]+", "-", request.node.name)
            context.pages[0].screenshot(path=ARTIFACTS / f"{name}-{number}.png", full_page=True)
        context.close()
    assert troubles == []


def is_trouble(message, expect):
    return message.type == "error" and not any(str(status) in message.text for status in expect)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.failed = report.failed
    return report


@pytest.fixture
def page(new_page):
    return new_page(viewport={"width": 390, "height": 844})


@pytest.fixture
def no_js(new_page):
    return new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})


@pytest.fixture
def violations():
    """violations(page): what axe-core finds, as short lines; by one rule alone with only="color-contrast"."""

    def run(page, only=None):
        options = {"runOnly": [only]} if only else {"rules": {"target-size": {"enabled": True}}}
        options["resultTypes"] = ["violations"]  # the places of all else would cost a third of the time
        results = Axe().run(page, options=options).response
        assert results["passes"], "axe found nothing to check"
        return [f"{v['id']}: {n['target']}" for v in results["violations"] for n in v["nodes"]]

    return run

"""The same few gestures in three engines: Playwright drives Chromium and Firefox, Selenium WebKit."""

import os
import subprocess
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

SIZE = {"width": 390, "height": 844}
WINDOW = Path(__file__).with_name("webkit_window.py")
PATIENCE = 10  # in seconds
# Software draws the pages here, as root, and nobody else listens.
ENVIRONMENT = {
    "GDK_BACKEND": "x11",
    "LANG": "C.UTF-8",
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "NO_AT_BRIDGE": "1",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
}


class PlaywrightPhone:
    def __init__(self, page: Page):
        self.page = page

    def open(self, address):
        self.page.goto(address)

    def tap(self, selector):
        self.page.locator(selector).click()

    def back(self):
        self.page.go_back()

    def evaluate(self, script):
        return self.page.evaluate(script)

    def until(self, condition):
        self.page.wait_for_function(f"() => {condition}")


class WebKitPhone:
    def __init__(self, driver: WebKitGTK, server: str):
        self.driver, self.server = driver, server
        # An element may still be moving, or belong to the page before.
        self.wait = WebDriverWait(driver, PATIENCE, 0.05, ignored_exceptions=[WebDriverException])

    def open(self, address):
        self.driver.get(self.server + address)

    def tap(self, selector):
        self.wait.until(lambda driver: driver.find_element(By.CSS_SELECTOR, selector).click() is None, selector)

    def back(self):
        self.driver.back()

    def evaluate(self, script):
        return self.driver.execute_script(f"return ({script.strip().rstrip(';')})")

    def until(self, condition):
        self.wait.until(lambda _: self.evaluate(condition), condition)


@contextmanager
def screen():
    """A display that nobody sees: its name."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL) as process:
        os.close(theirs)
        try:
            with os.fdopen(ours) as said:
                yield f":{said.readline().strip()}"
        finally:
            process.terminate()


@contextmanager
def webkit(log: Path):
    """A driver of WebKit, in a window of a phone's size; the log has what its console says."""
    options = Options()
    options.binary_location = str(WINDOW)
    for length in SIZE.values():
        options.add_argument(str(length))
    options.set_capability("browserName", WINDOW.stem)
    with screen() as display:
        service = Service(env={**os.environ, **ENVIRONMENT, "DISPLAY": display}, log_output=str(log))
        driver = WebKitGTK(options=options, service=service)
        try:
            yield driver
        finally:
            driver.quit()

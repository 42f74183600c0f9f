"""Each class is both used and styled."""

import re

from django.conf import settings

from wizard.engine import Verdict

MARKUP = "".join(path.read_text(encoding="utf-8") for path in (settings.BASE_DIR / "templates").rglob("*.html"))
STYLES = re.sub(r"/\*.*?\*/", "", (settings.BASE_DIR / "static" / "wizard.css").read_text(encoding="utf-8"))
# The verdicts, a question's dots, and what scripts give.
GIVEN = {*Verdict, "done", "now", "maybe", "can-copy", "can-share", "htmx-request"}


def test_every_class_is_both_used_and_styled():
    used = re.sub(r"\{[{%].*?[%}]\}", " ", " ".join(re.findall(r'class="((?:\{[{%].*?[%}]\}|[^"])*)"', MARKUP)))
    styled = re.findall(r"\.([a-z][\w-]*)", " ".join(re.findall(r"([^{};]+)\{", STYLES)))

    assert {*used.split(), *GIVEN} == {*styled}

"""`manage.py newflow NAME`: starts a flow, with a small one that already works."""

import os
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from wizard.addresses import RESERVED_FLOWS
from wizard.engine.reading.table import ID

SCHEMA = settings.BASE_DIR / "wizard" / "flows" / "schema.json"
TEMPLATE = Path(__file__).parent.parent / "newflow.toml"
# The day in the template, which becomes today.
WRITTEN = "2026-11-24"
NEXT = """
  1. Look at it: make dev, then http://127.0.0.1:8000/{name}/
  2. Write your own words into {file}, and a question more: wizard/flows/README.md tells every key.
  3. After each change: .venv/bin/python manage.py prove {name}"""


class Command(BaseCommand):
    help = "Starts a flow: a folder with one question and two results that prove as they stand."
    requires_system_checks = ()  # what is wrong with other flows is told elsewhere

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the folder's name, which is the flow's address")

    def handle(self, *args: object, **options: object) -> None:
        name = str(options["name"])
        folder = settings.FLOWS_DIR / name
        if reason := refusal(name, folder):
            raise CommandError(f"{name}: {reason}")
        folder.mkdir()
        file = folder / "flow.toml"
        file.write_text(small_flow(folder), encoding="utf-8")
        shown = os.path.relpath(file)
        self.stdout.write(f"Your flow stands in {shown}: one question, two results, a promise and a worked case.")
        self.stdout.write(NEXT.format(name=name, file=shown))


MOST_LETTERS = 60


def refusal(name: str, folder: Path) -> str:
    """Why no flow can have this name; "" where one can."""
    if not ID.fullmatch(name):
        return "name a flow with ASCII letters, digits and hyphens, for its name is its address"
    if len(name) > MOST_LETTERS:
        return f"name a flow with {MOST_LETTERS} letters at most, for its name is its address"
    if name in (*RESERVED_FLOWS, *dict(settings.LANGUAGES)):
        return "is an address of the site's own; take another name"
    if folder.exists():
        return f"{os.path.relpath(folder)} is there already; take another name, or edit what is there"
    return ""


def small_flow(folder: Path) -> str:
    """The file of a flow in this folder, of today."""
    text = TEMPLATE.read_text(encoding="utf-8").replace(WRITTEN, str(timezone.localdate()))
    return f"#:schema {os.path.relpath(SCHEMA, folder)}\n\n{text}"

"""Imports go one way: pages and api import the hall, all of them the engine, and the engine none; tools no tests."""

import ast

import pytest
from django.conf import settings

PACKAGE = settings.BASE_DIR / "wizard"
# Rooms, and what they must not import; "" is the hall, whose urls alone tie pages and api together.
FORBIDDEN = {
    "engine": ("django", "budoux", "wizard"),
    "pages": ("wizard.api",),
    "templatetags": ("wizard.pages", "wizard.api"),
    "": ("wizard.pages", "wizard.api"),
}
TIES = ("urls.py",)


def imported(path):
    """The modules that a file imports, each by its full name."""
    package = [*path.relative_to(settings.BASE_DIR).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def files(room):
    if room:
        return sorted((PACKAGE / room).rglob("*.py"))
    return [path for path in sorted(PACKAGE.glob("*.py")) if path.name not in TIES]


@pytest.mark.parametrize("room", FORBIDDEN)
def test_no_room_imports_what_it_must_not_know(room):
    found = {(path.name, module) for path in files(room) for module in imported(path)}
    own = f"wizard.{room}."

    assert any(module.startswith("wizard.") for _, module in found)
    assert {
        (name, module)
        for name, module in found
        if f"{module}.".startswith(tuple(f"{other}." for other in FORBIDDEN[room])) and not module.startswith(own)
    } == set()


def test_no_tool_needs_a_test():
    tools = sorted((settings.BASE_DIR / "tools").glob("*.py"))
    found = {(path.name, module) for path in tools for module in imported(path)}

    assert any(module.startswith("wizard.") for _, module in found)
    assert [(name, module) for name, module in found if module.startswith("tests.")] == []


def test_addresses_are_spelled_in_one_place():
    spelling = {
        path.name for path in PACKAGE.rglob("*.py") for module in imported(path) if module == "django.urls.reverse"
    }

    assert spelling == {"addresses.py"}

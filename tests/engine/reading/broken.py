"""The small flow with a mistake in it, and what reading it says."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import FLOWS, LANGUAGES
from wizard.engine import Flow, FlowError, read_flow

TEXT = (FLOWS / "lunch" / "flow.toml").read_text(encoding="utf-8")
ICONS = ("coin", "parcel")
RESERVED = {"question": ("asked", "shared"), "tick": ("none",)}


def broken(cases: Mapping[str, tuple[str, ...]]) -> Callable:
    """Cases for a test, each by its name: what is replaced in the small flow, by what, and every sentence of it."""
    rows = [(old, new, sentences) for old, new, *sentences in cases.values()]
    return pytest.mark.parametrize(("old", "new", "sentences"), rows, ids=list(cases))


def changed(old: str, new: str) -> str:
    """The small flow with one place in it changed."""
    assert TEXT.count(old) == 1, f"{old!r} should stand once in the small flow"
    return TEXT.replace(old, new)


def read(folder: Path, text: str = TEXT) -> dict[str, Flow]:
    """A flow of this one file, by language."""
    (folder / "flow.toml").write_text(text, encoding="utf-8")
    return read_flow(folder, LANGUAGES, RESERVED, ICONS)


def mistakes_of(folder: Path) -> list[str]:
    """What is wrong with the flow of a folder, its name taken off."""
    with pytest.raises(FlowError) as caught:
        read_flow(folder, LANGUAGES, RESERVED, ICONS)
    sentences = list(map(str, caught.value.mistakes))
    assert all(sentence.startswith(folder.name) for sentence in sentences)
    return [sentence.removeprefix(f"{folder.name}/") for sentence in sentences]


def mistakes_in(folder: Path, text: str) -> list[str]:
    """What is wrong with a flow of this one file, its name taken off."""
    (folder / "flow.toml").write_text(text, encoding="utf-8")
    found = mistakes_of(folder)
    assert all(mistake.startswith("flow.toml: ") for mistake in found)
    return [mistake.removeprefix("flow.toml: ") for mistake in found]


def mistakes_with(folder: Path, old: str, new: str) -> list[str]:
    """What is wrong with the small flow once one place in it is changed."""
    return mistakes_in(folder, changed(old, new))

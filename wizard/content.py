"""The flows of this site, read once at start."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404
from django.utils.translation import get_language

from wizard.engine import Flow, FlowError, read_flow
from wizard.engine.reading.spelling import meant

from .addresses import RESERVED, RESERVED_FLOWS

# What templates/_icon.html draws.
ICONS = ("coin", "key", "parcel", "speech")


@cache
def flows() -> Mapping[str, Mapping[str, Flow]]:
    """Every flow by its folder's name and by language. Raises ImproperlyConfigured with all that is wrong."""
    languages = [code for code, _ in settings.LANGUAGES]
    found: dict[str, Mapping[str, Flow]] = {}
    mistakes: list[str] = []
    for folder in folders(settings.FLOWS_DIR):
        if folder.name in (*RESERVED_FLOWS, *languages):
            mistakes.append(f"{folder.name}: is an address of the site's own; give the folder another name")
        try:
            found[folder.name] = read_flow(folder, languages, RESERVED, ICONS)
        except FlowError as error:
            mistakes += map(str, error.mistakes)
    if mistakes:
        raise ImproperlyConfigured("\n".join(mistakes))
    if settings.DEFAULT_FLOW not in found:
        raise ImproperlyConfigured(f"{settings.FLOWS_DIR}: needs a folder {settings.DEFAULT_FLOW}, the default flow")
    return found


def folders(place: Path) -> list[Path]:
    """The folders of flows in a place. Raises ImproperlyConfigured if there is no such place."""
    if not place.is_dir():
        raise ImproperlyConfigured(f"{place}: is missing; it is the folder of the flows")
    return sorted(path for path in place.iterdir() if any(path.glob("*.toml")))


def lack_of(id: str) -> str:
    """What is said of a flow's name that no folder has."""
    names = [folder.name for folder in folders(settings.FLOWS_DIR)]
    return f"there is no flow {id}; {meant(id, names, 'there are: ' + ', '.join(names))}"


def get_flow(id: str) -> Flow:
    """A flow in the language of the request. Raises Http404 if there is none of this name."""
    if id not in flows():
        raise Http404(id)
    return flows()[id][get_language() or settings.LANGUAGE_CODE]


@cache
def longest_path() -> int:
    """As long as a path can get: each answer twice, for links that somebody has put together, and room for names."""
    found = [flow for languages in flows().values() for flow in languages.values()]
    return 200 + 2 * max(sum(4 + len(question.options) for question in flow.questions.values()) for flow in found)

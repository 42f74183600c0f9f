"""What is made before the first visitor comes, so that no visitor waits for it, and a mistake stops the start."""

from django.conf import settings

from . import phrases
from .content import flows
from .failure import page_of


def prepare() -> None:
    """Read the flows, find where their phrases break, and draw the page for an error of ours."""
    for languages in flows().values():
        for flow in languages.values():
            phrases.prepare(flow)
    for language, _ in settings.LANGUAGES:
        page_of(language)

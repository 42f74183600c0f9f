"""Page objects over the small flow, in English."""

import pytest
from django.utils import translation

from wizard.engine import walk


@pytest.fixture
def english_lunch(lunch_site):
    """The small flow alone, in English."""
    with translation.override("en"):
        yield


@pytest.fixture
def at(english_lunch, lunch):
    """at(weather="sun", food=["bread"]): the small flow walked with these answers."""

    def walked(**answers):
        return walk(lunch, {id: (a,) if isinstance(a, str) else tuple(a) for id, a in answers.items()})

    return walked

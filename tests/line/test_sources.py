"""The sources of the LINE flow say what they must still contain."""

import pytest
from django.conf import settings

from tests.conftest import LANGUAGES
from wizard.engine import read_flow, uses

LINE = read_flow(settings.FLOWS_DIR / "line", LANGUAGES)["ja"]


@pytest.mark.parametrize("source", LINE.sources.values(), ids=lambda source: source.id)
def test_a_source_names_one_to_three_terms_and_no_sentence(source):
    assert 1 <= len(set(source.expects)) == len(source.expects) <= 3
    assert not [term for term in source.expects if len(term) > 25 or "。" in term]


def test_every_source_is_cited_somewhere():
    assert not [id for id, places in uses(LINE).items() if not places]

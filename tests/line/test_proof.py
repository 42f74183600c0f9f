"""The LINE flow proves, and quickly enough to do so on every save."""

from time import process_time

from django.conf import settings

from tests.conftest import LANGUAGES
from wizard.addresses import RESERVED
from wizard.content import ICONS
from wizard.engine.proving import compare, prove


def test_the_line_flow_proves_without_a_word_against_it():
    proof = prove(settings.FLOWS_DIR / "line", LANGUAGES, RESERVED, ICONS)

    assert [str(finding) for finding in proof.findings] == []
    assert len(proof.checks) > 50


def test_the_line_flow_is_proved_and_compared_in_time():
    """0.3 and 0.2 seconds on a quiet machine, which `make bench` prints; other work and coverage take their part."""
    began = process_time()
    flow = prove(settings.FLOWS_DIR / "line", LANGUAGES).flow
    proved = process_time()
    compare(flow, flow)

    assert proved - began < 1
    assert process_time() - proved < 0.2

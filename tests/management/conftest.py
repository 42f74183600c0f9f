"""What the tests of commands share: a flow to be changed."""

import shutil

import pytest

from tests.conftest import FLOWS, forget_flows


@pytest.fixture
def flow_file(settings, tmp_path):
    """The file of the small flow, the site's only one, to be changed."""
    shutil.copytree(FLOWS / "lunch", tmp_path / "lunch")
    settings.FLOWS_DIR, settings.DEFAULT_FLOW = tmp_path, "lunch"
    forget_flows()
    yield tmp_path / "lunch" / "flow.toml"
    forget_flows()

"""What `manage.py check` says of the flows."""

from dataclasses import replace
from datetime import date

import pytest
from django.apps import apps as installed
from django.core.checks import run_checks

from wizard import apps
from wizard.content import flows
from wizard.engine import Survey

pytestmark = pytest.mark.usefixtures("lunch_site")


def test_no_command_reads_the_flows_before_its_checks(monkeypatch):
    """Whoever mends or starts a flow is not stopped by a broken one."""
    monkeypatch.setattr(apps, "flows", lambda: pytest.fail("the flows are read"))

    installed.get_app_config("wizard").ready()


def test_a_source_checked_on_a_day_to_come_is_a_mistake(monkeypatch):
    monkeypatch.setattr(apps.timezone, "localdate", lambda: date(2025, 12, 31))
    errors = [found.msg for found in run_checks() if found.id == "wizard.E001"]

    wish = "is a day to come; give the one on which somebody checked it"
    assert errors == [f"lunch/flow.toml: source.{id}.checked: {wish}" for id in ("sky", "guest")]


def test_a_source_of_long_ago_is_warned_of_by_djangos_own_check():
    warning, *_ = [found for found in run_checks() if found.id == "wizard.W001"]

    assert warning.msg == "lunch: source sky was last checked on 2026-01-01"
    assert "https://example.org/sky" in warning.hint


def test_a_flow_too_large_to_survey_is_warned_of(monkeypatch):
    large = {language: replace(flow, survey=Survey()) for language, flow in flows()["lunch"].items()}
    monkeypatch.setattr(apps, "flows", lambda: {"lunch": large})
    (warning,) = [found for found in run_checks() if found.id == "wizard.W002"]

    assert warning.msg == "lunch: is too large to survey, so that its pages show no range of what is ahead"


def test_a_flow_of_too_many_ways_is_warned_of(monkeypatch):
    many = {id: replace(flow, survey=replace(flow.survey, endings=())) for id, flow in flows()["lunch"].items()}
    monkeypatch.setattr(apps, "flows", lambda: {"lunch": many})
    (warning,) = [found for found in run_checks() if found.id == "wizard.W002"]

    assert warning.msg == "lunch: has too many routes to keep, so that its results tell less of what would change them"


def test_a_flow_that_is_surveyed_is_not_warned_of():
    assert [found for found in run_checks() if found.id == "wizard.W002"] == []

"""The environment decides, and nonsense in it stops the start with a sentence."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from wizard.apps import stale_sources

MANAGE = settings.BASE_DIR / "manage.py"

NO_SITES = ["example.org", "ftp://example.org", "https://example.org/line/", "https://a@example.org", "https://例.jp"]


def manage(*arguments, **environment):
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    command = [sys.executable, MANAGE, *arguments]
    return subprocess.run(command, env=kept | environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"DEBUG": "maybe"}, "environment: DEBUG: give 1 or 0, not 'maybe'"),
        ({"ALLOWED_HOSTS": "a.example,,b.example"}, "environment: ALLOWED_HOSTS: give names with commas between"),
        ({"SECRET_KEY": "short"}, "environment: SECRET_KEY: give at least 50 characters"),
        ({"HTTPS": "http"}, "environment: HTTPS: give 1 or 0"),
        ({"CONTACT": "call me"}, "environment: CONTACT: give it as mailto:"),
        ({"CONTACT": "http://example.org/form"}, "environment: CONTACT: give it as mailto:"),
        ({"HSTS_PRELOAD": "please"}, "environment: HSTS_PRELOAD: give 1 or 0"),
        *(
            ({"SITE_URL": address}, f"environment: SITE_URL: give it as https://example.org, not '{address}'")
            for address in NO_SITES
        ),
        ({"METRICS": "9090"}, "environment: METRICS: give it as 127.0.0.1:9090, not '9090'"),
        ({"SECURITY_CONTACT": "me@example.org"}, "environment: SECURITY_CONTACT: give it as mailto:… or https://…"),
        ({"SITE_URL": "https://example.org", "HTTPS": "0"}, "environment: HTTPS: leave it out; SITE_URL says https"),
        ({"SITE_URL": "http://example.org", "HTTPS": "1"}, "environment: HTTPS: leave it out; SITE_URL says http\n"),
    ],
)
def test_nonsense_stops_the_start_with_one_sentence(environment, sentence):
    result = manage("check", **environment)

    assert result.returncode == 1
    assert result.stderr.strip().startswith(sentence.strip())
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "host",
    [
        "https://example.org",
        "example.org:443",
        "example.org/line",
        "a.example b.example",
        "*.example.org",
        "::1",
        "例.jp",
    ],
)
def test_a_host_that_no_request_can_name_stops_the_start(host):
    result = manage("check", ALLOWED_HOSTS=f"localhost,{host}")

    assert result.returncode == 1
    assert result.stderr.startswith("environment: ALLOWED_HOSTS: give names with commas between, without scheme")
    assert result.stderr.endswith(f"not {host!r}\n")


def test_every_kind_of_host_is_taken():
    assert manage("check", ALLOWED_HOSTS="*, .example.org, Xn--fsq.jp,10.0.0.1,[::1]").returncode == 0


@pytest.mark.parametrize("address", ["https://example.org", "https://Example.org/", "http://[::1]:8000"])
def test_the_sites_address_says_what_else_follows_from_it(address):
    code = "from django.conf import settings as s; print(s.SITE_HOST, s.ALLOWED_HOSTS, s.HTTPS)"
    told = manage("shell", "--no-imports", "-c", code, SITE_URL=address).stdout

    assert (
        told == {"https": "example.org ['example.org'] True\n", "http:": "[::1]:8000 ['[::1]'] False\n"}[address[:5]]
    )


def test_the_sites_own_name_need_not_be_allowed():
    code = "from django.conf import settings as s; print(s.ALLOWED_HOSTS)"
    told = manage("shell", "--no-imports", "-c", code, SITE_URL="https://a.example", ALLOWED_HOSTS="b.example").stdout

    assert told == "['b.example', 'a.example']\n"


@pytest.mark.parametrize(
    ("environment", "promise"),
    [
        ({}, "max-age=31536000"),
        ({"HSTS_SUBDOMAINS": "1"}, "max-age=31536000; includeSubDomains"),
        ({"HSTS_SUBDOMAINS": "1", "HSTS_PRELOAD": "1"}, "max-age=31536000; includeSubDomains; preload"),
        ({"HTTPS": "0", "HSTS_SUBDOMAINS": "1", "HSTS_PRELOAD": "1"}, "None"),
    ],
)
def test_https_is_promised_for_what_the_operator_names(environment, promise):
    code = "from django.test import Client; print(Client().get('/robots.txt', secure=True, SERVER_NAME='localhost')"
    result = manage("shell", "-c", f"{code}.headers.get('Strict-Transport-Security'))", **environment)

    assert result.stdout.splitlines()[-1] == promise


def test_djangos_deployment_check_has_nothing_to_say():
    result = manage("check", "--deploy", "--tag", "security", "--fail-level", "WARNING", ALLOWED_HOSTS="example.org")

    assert result.returncode == 0
    assert "no issues" in result.stdout + result.stderr


def test_broken_content_stops_the_start_with_its_sentence(tmp_path):
    (tmp_path / "line").mkdir()
    (tmp_path / "line" / "flow.toml").write_text("[flow\n")
    (tmp_path / "site_settings.py").write_text(
        f"from wizard.settings import *\nfrom pathlib import Path\nFLOWS_DIR = Path({str(tmp_path)!r})\n"
    )

    result = manage("check", DJANGO_SETTINGS_MODULE="site_settings", PYTHONPATH=str(tmp_path))

    assert result.returncode == 1
    assert result.stderr.startswith("line/flow.toml: Expected ']' at the end of a table declaration (at line 1")
    assert "Traceback" not in result.stderr


def test_old_sources_are_a_warning_and_no_error(lunch_site):
    warning, _ = stale_sources(None)

    assert warning.id == "wizard.W001"
    assert "source sky was last checked on 2026-01-01" in warning.msg
    assert not warning.is_serious()


@pytest.mark.parametrize(
    ("named", "warned"),
    [({}, ["OPERATOR", "CONTACT"]), ({"OPERATOR": "Aoi", "CONTACT": "mailto:hello@example.org"}, [])],
)
def test_a_deployment_that_names_nobody_is_warned_of(named, warned):
    said = manage("check", "--deploy", **named).stderr

    assert [name for name in ("OPERATOR", "CONTACT") if f"environment: {name} is not given" in said] == warned
    assert "is not given" not in manage("check").stderr

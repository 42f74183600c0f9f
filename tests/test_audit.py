"""The audit of dependencies says what is known, and, where nothing can be known, that it is not."""

import pytest

from tools.audit import LOCKS, report

WEAKNESS = {"id": "PYSEC-2026-1", "fix_versions": ["6.0.1"]}
FINE, WEAK = ({"name": "six", "version": "6.0", "vulns": vulns} for vulns in ([], [WEAKNESS]))
SKIPPED = {"name": "six", "skip_reason": "Dependency not found on PyPI and could not be audited"}


@pytest.mark.parametrize(
    ("packages", "status", "said"),
    [
        ([FINE, FINE], 0, "lock: 0 known weaknesses in 2 packages\n"),
        ([FINE, WEAK], 1, "lock: six 6.0: PYSEC-2026-1\nlock: 1 known weaknesses in 2 packages\n"),
        ([FINE, SKIPPED], 0, "lock: NOT AUDITED: no advisories could be had for 1 of 2 packages\n"),
        ([SKIPPED, WEAK], 1, "lock: six 6.0: PYSEC-2026-1\nlock: NOT AUDITED: no advisories could be had for 1 of 2"),
    ],
)
def test_what_is_known_is_said_and_what_is_not_too(capsys, packages, status, said):
    assert report("lock", {"dependencies": packages}) == status
    assert capsys.readouterr().out.startswith(said)


def test_an_audit_that_did_not_run_is_none(capsys):
    assert report("lock", None) == 0
    assert "NOT AUDITED" in capsys.readouterr().out


def test_both_locks_are_audited(settings):
    assert all((settings.BASE_DIR / lock).is_file() for lock in LOCKS)

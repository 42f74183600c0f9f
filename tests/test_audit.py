"""The audit of dependencies says what is known, and nothing that could not be looked up passes for safe."""

import re

import pytest

from tools import audit
from tools.audit import LOCKS, Finding, main, mistake, report

WEAKNESS = {"id": "PYSEC-2026-1", "fix_versions": ["6.0.1"]}
FINE, WEAK = ({"name": "six", "version": "6.0", "vulns": vulns} for vulns in ([], [WEAKNESS]))
SKIPPED = {"name": "six", "skip_reason": "Dependency not found on PyPI and could not be audited"}
LOCKED = "six==6.0 \\\n    --hash=sha256:0a\n    # via django\n"


@pytest.mark.parametrize(
    ("packages", "finding", "said"),
    [
        ([FINE, FINE], Finding.SAFE, "lock: 0 known weaknesses in 2 packages\n"),
        ([FINE, WEAK], Finding.WRONG, "lock: six 6.0: PYSEC-2026-1\nlock: 1 known weaknesses in 2 packages\n"),
        ([FINE, SKIPPED], Finding.UNAUDITED, "lock: NOT AUDITED: no advisories could be had for 1 of 2 packages\n"),
        ([SKIPPED, WEAK], Finding.WRONG, "lock: six 6.0: PYSEC-2026-1\nlock: NOT AUDITED: no advisories could be had"),
        ([], Finding.UNAUDITED, "lock: NOT AUDITED: pip-audit did not run\n"),
    ],
)
def test_what_is_known_is_said_and_what_is_not_too(capsys, packages, finding, said):
    assert report("lock", {"dependencies": packages}) is finding
    assert capsys.readouterr().out.startswith(said)


@pytest.mark.parametrize(
    ("packages", "options", "status"),
    [
        *(([FINE], [], 0), ([WEAK], [], 1), ([SKIPPED], [], 1), ([], [], 1)),
        *((packages, ["--allow-unaudited"], status) for packages, status in (([SKIPPED], 0), ([], 0), ([WEAK], 1))),
    ],
)
def test_only_who_allows_it_gets_by_without_an_audit(monkeypatch, capsys, packages, options, status):
    monkeypatch.setattr(audit, "found", lambda lock: {"dependencies": packages})

    assert main(options) == status
    is_known = packages in ([FINE], [WEAK])
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("NOT AUDITED: a known weakness") != is_known
    assert last.endswith("which was allowed") == (bool(options) and not is_known)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LOCKED, ""),
        ("", "it names no package"),
        ("# nothing\n", "it names no package"),
        (LOCKED + "ten==1.0\n", "not pinned with a hash: ten==1.0"),
        ("six>=6.0 \\\n    --hash=sha256:0a\n", "not pinned with a hash: six>=6.0"),
        ("six\n" + LOCKED, "not pinned with a hash: six"),
    ],
)
def test_a_lock_that_locks_nothing_is_a_mistake(tmp_path, text, said):
    (tmp_path / "lock").write_text(text)

    assert mistake(tmp_path / "lock") == said


def test_a_mistake_is_refused_whatever_is_allowed(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(audit, "ROOT", tmp_path)

    assert main(["--allow-unaudited"]) == 1
    assert capsys.readouterr().out == "".join(f"{lock}: NOT AUDITED: it names no package\n" for lock in LOCKS)


def test_both_locks_are_audited_whole(settings):
    for lock in LOCKS:
        text = (settings.BASE_DIR / lock).read_text()
        assert not mistake(settings.BASE_DIR / lock)
        assert len(audit.PACKAGE.findall(text)) == len(re.findall(r"^\S+==", text, re.MULTILINE)) > 10

"""Looks up the locked dependencies among known weaknesses. `make audit`

A known weakness is an exit status of 1. So is what could not be looked up, which is never taken for safe: only with
`--allow-unaudited`, for a machine that cannot reach the advisories, it is said and let pass. A lock that names no
package, or one that is not pinned with its hash, is a mistake of ours, which nothing lets pass.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
AUDITOR = "pip-audit@2.10.1"  # in an environment of its own: it brings thirty packages, which no test needs
LOCKS = ("requirements.txt", "tests/requirements.txt")
PACKAGE = re.compile(r"^[^\s#-].*(?:(?<=\\)\n.*)*", re.MULTILINE)  # with the lines that go on
PINNED = re.compile(r"\S+==\S+ .*--hash=sha256:", re.DOTALL)


class Finding(IntEnum):
    """What is known of a lock's packages; of several, the highest counts."""

    SAFE = 0
    UNAUDITED = 1
    WRONG = 2


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--allow-unaudited", action="store_true", help="let pass what cannot be looked up from here")
    allowed = parser.parse_args(arguments).allow_unaudited
    worst = max(audit(lock) for lock in LOCKS)
    if worst is Finding.UNAUDITED:
        print("NOT AUDITED: a known weakness would go unnoticed" + ", which was allowed" * allowed)
    return int(worst is Finding.WRONG or (worst is Finding.UNAUDITED and not allowed))


def audit(lock: str) -> Finding:
    """Print what is known of a lock's packages."""
    if wrong := mistake(ROOT / lock):
        print(f"{lock}: NOT AUDITED: {wrong}")
        return Finding.WRONG
    return report(lock, found(lock))


def mistake(lock: Path) -> str:
    """Why a lock says too little to be audited; "" if it does not."""
    packages = PACKAGE.findall(lock.read_text()) if lock.is_file() else []
    if not packages:
        return "it names no package"
    loose = [package.split()[0] for package in packages if not PINNED.match(package)]
    return f"not pinned with a hash: {', '.join(loose)}" if loose else ""


def found(lock: str) -> dict[str, Any]:
    """What pip-audit finds; no dependencies if it cannot be fetched, or fails."""
    options = ["--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off"]
    command = [Path(sys.executable).parent / "uv", "tool", "run", "--quiet", AUDITOR, "--requirement", lock, *options]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        return dict(json.loads(said.stdout))
    except json.JSONDecodeError:
        print(said.stderr.strip(), file=sys.stderr)
        return {"dependencies": []}


def report(lock: str, told: dict[str, Any]) -> Finding:
    """Print what pip-audit found."""
    packages = told["dependencies"]
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    weak = [(p["name"], p["version"], v["id"]) for p in packages for v in p.get("vulns", ())]
    for name, version, weakness in weak:
        print(f"{lock}: {name} {version}: {weakness}")
    if not packages:
        print(f"{lock}: NOT AUDITED: pip-audit did not run")
    elif skipped:
        print(f"{lock}: NOT AUDITED: no advisories could be had for {len(skipped)} of {len(packages)} packages")
    else:
        print(f"{lock}: {len(weak)} known weaknesses in {len(packages)} packages")
    if weak:
        return Finding.WRONG
    return Finding.UNAUDITED if skipped or not packages else Finding.SAFE


if __name__ == "__main__":
    sys.exit(main())

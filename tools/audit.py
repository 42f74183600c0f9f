"""Looks up the locked dependencies among known weaknesses, or says that it could not. `make audit`"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

AUDITOR = "pip-audit@2.10.1"  # in an environment of its own: it brings thirty packages, which no test needs
LOCKS = ("requirements.txt", "tests/requirements.txt")


def main() -> int:
    return max(report(lock, found(lock)) for lock in LOCKS)


def found(lock: str) -> dict[str, Any] | None:
    """What pip-audit finds; None if it cannot be fetched, or fails."""
    options = ["--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off"]
    command = [Path(sys.executable).parent / "uv", "tool", "run", "--quiet", AUDITOR, "--requirement", lock, *options]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return dict(json.loads(said.stdout))
    except json.JSONDecodeError:
        print(said.stderr.strip(), file=sys.stderr)
        return None


def report(lock: str, told: dict[str, Any] | None) -> int:
    """Print what is known of a lock's packages: 1 if any has a known weakness."""
    if told is None:
        print(f"{lock}: NOT AUDITED: pip-audit did not run")
        return 0
    packages = told["dependencies"]
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    weak = [(p["name"], p["version"], v["id"]) for p in packages for v in p.get("vulns", ())]
    for name, version, weakness in weak:
        print(f"{lock}: {name} {version}: {weakness}")
    if skipped:
        print(f"{lock}: NOT AUDITED: no advisories could be had for {len(skipped)} of {len(packages)} packages")
    else:
        print(f"{lock}: {len(weak)} known weaknesses in {len(packages)} packages")
    return int(bool(weak))


if __name__ == "__main__":
    sys.exit(main())

"""The linter of TOML files that editors use too, run as `make lint` runs it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


def marks(*paths: Path) -> list[dict[str, Any]]:
    """What the linter marks in files by the schema that each names, with line and column."""
    tombi = Path(sys.executable).with_name("tombi")
    report = ["--diagnostics-format", "json", "--diagnostics-file", "/dev/stdout"]
    done = subprocess.run([tombi, "lint", "--offline", *report, *paths], check=False, capture_output=True, text=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found

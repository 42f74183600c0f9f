"""A source confirmed in its file: its date and how it was checked, and not a byte beside."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

CHECKED = re.compile(rb"^(checked *= *)\d{4}-\d\d-\d\d", re.MULTILINE)
HOW = re.compile(rb'^(how *= *)"\w*"', re.MULTILINE)


class WriteError(Exception):
    """Why a source could not be confirmed in its file, and what to do instead."""


def confirm(folder: Path, id: str, day: date) -> Path:
    """Write into a flow's files that a source was opened on a day, and give the file.

    Raises WriteError where the source has no table of its own with both keys in it, as it does in `[source.ID]`.
    """
    for path in sorted(folder.rglob("*.toml")):
        content = path.read_bytes()
        if id in tomllib.loads(content.decode()).get("source", {}):
            edited = confirmed(content, id, day)
            if not edited:
                raise WriteError(f'{path.name}: source.{id}: write checked = {day} and how = "opened" by hand')
            path.write_bytes(edited)
            return path
    raise WriteError(f"source.{id} stands in no file of {folder}")


def confirmed(content: bytes, id: str, day: date) -> bytes:
    """A file with the source confirmed; b"" where that cannot be done by changing its two lines alone."""
    lines = content.splitlines(keepends=True)
    start = next(
        (n for n, line in enumerate(lines) if line.split(b"#")[0].strip() == b"[source.%s]" % id.encode()), None
    )
    if start is None:
        return b""
    end = next((n for n in range(start + 1, len(lines)) if lines[n].startswith(b"[")), len(lines))
    table, dates = CHECKED.subn(rb"\g<1>%s" % str(day).encode(), b"".join(lines[start:end]))
    table, ways = HOW.subn(rb'\g<1>"opened"', table)
    edited = b"".join((*lines[:start], table, *lines[end:]))
    return edited if (dates, ways) == (1, 1) and loaded(edited) == wanted(content, id, day) else b""


def loaded(content: bytes) -> dict[str, Any]:
    return tomllib.loads(content.decode())


def wanted(content: bytes, id: str, day: date) -> dict[str, Any]:
    """What a file says once the source is confirmed: proof that the lines changed are the right ones."""
    data = loaded(content)
    data["source"][id] |= {"checked": day, "how": "opened"}
    return data

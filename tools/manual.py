"""Read the tables of the authors' manual, which has a row for each key of flow files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

MANUAL = settings.BASE_DIR / "wizard" / "flows" / "README.md"
# Sections of the manual that are no tables of a flow: the file, and what stands in the place of texts and items.
FILE, TEXT, INCLUDE = "*.toml", "{ ja, en }", "{ include }"


@dataclass(frozen=True)
class Row:
    """What the manual says of a key."""

    section: str
    key: str
    kind: str
    needed: str
    meaning: str

    @property
    def place(self) -> str:
        """The section that holds what stands under the key, where the manual has one."""
        return self.key if self.section == FILE else f"{self.section}.{self.key}"


def rows() -> Iterator[Row]:
    """Every row of the manual's tables, once for each section in its heading and each key in its first cell."""
    manual = MANUAL.read_text(encoding="utf-8")
    for part in re.split(r"^#+ ", manual, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        for section in re.findall(r"`([^`]+)`", heading):
            for keys, *cells in re.findall(r"^\| (`.+?) \| (.+?) \| (.+?) \| (.+) \|$", body, re.MULTILINE):
                for key in re.findall(r"`([^`]+)`", keys):
                    yield Row(section.strip("[]"), key, *cells)

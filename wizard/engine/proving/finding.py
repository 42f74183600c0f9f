"""What is found wrong with a flow: where, in one sentence, and the walk that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..condition import Answers
from ..reading.table import Mistake


class Kind(StrEnum):
    """What a finding is about; style and size only warn, all others are errors."""

    READING = "reading"
    STYLE = "style"
    SIZE = "size"
    PROMISE = "promise"
    CASE = "case"
    UNREACHED = "unreached"
    HIDDEN = "hidden"
    VAIN = "vain"
    RISK = "risk"
    OFF_PATH = "off-path"
    EDITION = "edition"
    CODE = "code"
    DAY = "day"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a flow.

    `table` and `key` lead to it in its file ("question.now", "title"); either may be "". `walk` is the shortest that
    shows it, as answers; None where no walk does.
    """

    kind: Kind
    file: str
    table: str
    key: str
    sentence: str
    walk: Answers | None = None

    @property
    def is_error(self) -> bool:
        """Whether a flow with this finding is refused."""
        return self.kind not in (Kind.STYLE, Kind.SIZE)

    @property
    def place(self) -> str:
        """Where to mend it: the file, and the keys that lead there."""
        return ": ".join(filter(None, (self.file, ".".join(filter(None, (self.table, self.key))))))

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"


def of_mistake(mistake: Mistake) -> Finding:
    """A mistake of the reader's as a finding."""
    return Finding(Kind.READING, mistake.file, mistake.table, mistake.key, mistake.wish)

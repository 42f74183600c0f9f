"""What a peer sees of a shared result."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.engine import whatif

from .result import ResultPage
from .result_parts import AnswerRow, WhatIf


@dataclass(frozen=True)
class SharedPage(ResultPage):
    """A result that somebody else's answers led to."""

    @property
    def otherwise(self) -> list[tuple[AnswerRow, list[WhatIf]]]:
        """Each answer with what would follow if it were otherwise."""
        found = [(change.question.id, self.what_if(change)) for change in whatif.changes(self.at)]
        return [(row, [what_if for id, what_if in found if id == row.id]) for row in self.rows]

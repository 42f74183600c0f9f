"""What a peer sees of a shared result."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from .result import AnswerRow, ResultPage, WhatIf


@dataclass(frozen=True)
class SharedPage(ResultPage):
    """A result that somebody else's answers led to."""

    @property
    def tab(self) -> str:
        """The headline, as that of somebody else's."""
        return _("A shared result: %(headline)s") % {"headline": self.headline}

    @cached_property
    def otherwise(self) -> list[tuple[AnswerRow, list[WhatIf]]]:
        """Each answer with what would follow if it were otherwise."""
        found = [(change.question.id, self.what_if(change)) for change in self.changes]
        return [(row, [what_if for id, what_if in found if id == row.id]) for row in self.rows]

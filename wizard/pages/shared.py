"""What a peer sees of a shared result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from wizard import addresses
from wizard.engine import Change, changes

from .outcome import Cause
from .result import ResultPage


@dataclass(frozen=True)
class SharedPage(ResultPage):
    """A result that somebody else's answers led to."""

    @property
    def tab(self) -> str:
        """The headline, as that of somebody else's."""
        return _("A shared result: %(headline)s") % {"headline": self.headline}

    @cached_property
    def rules(self) -> str:
        """Where it says how the flow decides, without these answers: a peer is led to no walk of somebody else's."""
        return addresses.of_rules(self.flow.id)

    @property
    def shows_answers(self) -> bool:
        """A harm is not to be doubted: whom to call stands in the answers' place."""
        return not self.helps_lead

    @property
    def causes_first(self) -> list[Cause]:
        """None at somebody's harm: a friend who helps needs the numbers and what to do."""
        return super().causes_first if self.shows_answers else []

    @property
    def settings_lead(self) -> bool:
        """A peer is shown no settings: they are for whoever connects."""
        return False

    @cached_property
    def changes(self) -> Sequence[Change]:
        """All changes: a peer may doubt what somebody else said of what cannot be changed."""
        return changes(self.at)

"""What the page shows where one answer of a walk is changed: beside each other answer, what would come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from wizard import addresses
from wizard.engine import Answer, Option, Verdict, possible_verdicts

from .question import Choice, QuestionPage


@dataclass(frozen=True)
class ChangePage(QuestionPage):
    """A question on the path of a walk, asked again."""

    @cached_property
    def address(self) -> str:
        """The canonical address of this page."""
        return addresses.of_change(self.at, self.question.id)

    @cached_property
    def resume(self) -> str:
        """Where it leads without a change: from a result, back to that."""
        return addresses.of_walk(self.at)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict of the result that is being changed; None where the walk has none yet."""
        return self.at.outcome.verdict if self.at.outcome else None

    def choice(self, option: Option) -> Choice:
        choice = super().choice(option)
        return choice if self.question.many else replace(choice, verdicts=self.verdicts_after((option.id,)))

    def verdicts_after(self, chosen: Answer) -> tuple[Verdict, ...]:
        """The verdicts that may come of another answer than that of a result; none where nobody can tell."""
        if not self.verdict:
            return ()
        possible = self.possible_verdicts(chosen)
        return tuple(verdict for verdict in Verdict if verdict in possible)

    @cached_property
    def possible_verdicts(self) -> Callable[[Answer], frozenset[Verdict]]:
        return possible_verdicts(self.at, self.question.id)

    @cached_property
    def verdicts_of_ticks(self) -> tuple[Verdict, ...]:
        """The verdicts that the ticks of a result may lead to; none where nobody can tell all of them."""
        answers = self.at.flow.survey.answers.get(self.question.id, ()) if self.question.many else ()
        found = [self.verdicts_after(answer) for answer in answers]
        return tuple(verdict for verdict in Verdict if any(verdict in after for after in found)) if all(found) else ()

    @property
    def other_verdicts(self) -> tuple[Verdict, ...]:
        """Those of them that are not the present one."""
        return tuple(verdict for verdict in self.verdicts_of_ticks if verdict is not self.verdict)

    @property
    def described_by(self) -> str:
        return " ".join(filter(None, (super().described_by, "change" if self.verdicts_of_ticks else "")))

"""Whether an answer that is not asked for has no say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..condition import Answer, Answers
from ..walking import walk
from .check import Check, one_check
from .finding import Finding, Kind
from .subject import Subject


class Watched(Mapping[str, Answer]):
    """Answers that remember which of them were looked at: who counts or lists them has looked at all."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.seen: set[str] = set()

    def __getitem__(self, question: str) -> Answer:
        self.seen.add(question)
        return self.answers[question]

    def __iter__(self) -> Iterator[str]:
        self.seen.update(self.answers)
        return iter(self.answers)

    def __len__(self) -> int:
        self.seen.update(self.answers)
        return len(self.answers)


def check_off_path(subject: Subject) -> Iterator[Check]:
    """A walk that looks at no answer off its path, nor whether there is one, ends the same whatever they are."""
    return one_check("an answer off the path changes no result", looks(subject))


def looks(subject: Subject) -> Iterator[Finding]:
    """Every route, walked with all other questions answered too."""
    others = subject.space.any_answers()
    for route in subject.routes:
        answers = subject.space.within(route.region) or {}
        given = Watched({**others, **answers})
        at = walk(subject.flow, given)
        if strange := given.seen - answers.keys():
            sentence = f"walks that do not ask {', '.join(sorted(strange))} end otherwise for its answer"
            yield Finding(Kind.OFF_PATH, subject.files.flow.file, "", "", sentence, at.path)
            return

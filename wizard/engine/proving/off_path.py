"""Whether an answer that is not asked for has no say."""

from __future__ import annotations

from collections.abc import Iterator

from ..condition import Answer
from ..walking import walk
from .finding import Finding, Kind
from .subject import Check, Subject, one_check


class Watched(dict[str, Answer]):
    """Answers that remember which of them were looked at."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        super().__init__(answers)
        self.seen: set[str] = set()

    def __getitem__(self, question: str) -> Answer:
        self.seen.add(question)
        return super().__getitem__(question)


def check_off_path(subject: Subject) -> Iterator[Check]:
    """A walk that looks at no answer off its path ends the same whatever those answers are."""
    return one_check("an answer off the path changes no result", looks(subject))


def looks(subject: Subject) -> Iterator[Finding]:
    """Every way, walked with all other questions answered too."""
    others = subject.space.any_answers()
    for way in subject.ways:
        answers = subject.space.within(way.region) or {}
        given = Watched({**others, **answers})
        at = walk(subject.flow, given)
        if strange := given.seen - answers.keys():
            sentence = f"walks that do not ask {', '.join(sorted(strange))} end otherwise for its answer"
            yield Finding(Kind.OFF_PATH, subject.files.flow.file, "", "", sentence, at.path)
            return

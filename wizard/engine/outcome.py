"""The nouns of a result page, all of them frozen: an outcome and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .condition import Answers, When, matching
from .words import Words

# Sites change their rules once or twice a year, so that half a year is as long as a fact is taken on trust.
STALE_AFTER = timedelta(days=180)


class Verdict(StrEnum):
    """The four answers of the product; the first letter stands in a token's stamp.

    Three are for whoever decides, from the softest to the hardest; help is for whoever was harmed already.
    """

    ACCEPT = "accept"
    PROPOSE = "propose"
    DECLINE = "decline"
    HELP = "help"


class How(StrEnum):
    """How a source was checked: the page itself opened, or a stored copy of it read."""

    OPENED = "opened"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Archived:
    """A copy of a source that an archive keeps, as it stood on a day."""

    url: str
    date: date


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from, and the day on which somebody checked it there, and how.

    `expects`: terms and figures without which the source would no longer say the fact.
    """

    id: str
    title: str
    url: str
    official: bool
    checked: date
    how: How
    expects: tuple[str, ...] = ()
    archived: Archived | None = None

    def is_stale(self, today: date) -> bool:
        """Whether the fact wants checking again."""
        return today - self.checked > STALE_AFTER


@dataclass(frozen=True, slots=True)
class Desk:
    """A help desk: for what, by which number or address, when, and what to do when it is closed."""

    id: str
    name: str
    note: str
    phone: str
    url: str
    hours: str
    closed: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do now."""

    when: When
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """Something to change in an app: where to find it, what others see of it, and whether we are sure of it."""

    when: When
    text: str
    path: str
    sees: str
    sure: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the verdict is what it is; its condition names the answers that caused it."""

    when: When
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage on the way that a result page draws; `here` holds for whoever stands at it, None: nobody is asked."""

    when: When
    here: When | None
    text: Words


@dataclass(frozen=True, slots=True)
class Tone:
    """A way to say something, with its name for whoever chooses between several.

    `aside`: what is said so goes to somebody else, and stands with the steps that tell that one.
    """

    id: str
    name: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """A message to send, in one of the flow's tones.

    `original` is the message in the flow's first language, which the client reads; "" where that is this language.
    """

    when: When
    text: str
    tone: Tone
    original: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What happens next: the same walk with `answers` changed, the question `change` asked again, or `advice`.

    `tick` are options of a question asked again that what happened ticks already.
    """

    when: When
    text: str
    answers: Answers
    change: str
    advice: str
    tick: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Help:
    """A help desk for what has happened, with what to say there."""

    when: When
    text: str
    desk: Desk


@dataclass(frozen=True, slots=True)
class Outcome:
    """One of the result pages."""

    id: str
    verdict: Verdict
    title: Words
    summary: Words
    steps: tuple[Step, ...]
    reports: tuple[Step, ...]
    evidence: tuple[Step, ...]
    settings: tuple[Setting, ...]
    reasons: tuple[Reason, ...]
    replies: tuple[Reply, ...]
    follow_ups: tuple[FollowUp, ...]
    helps: tuple[Help, ...]

    def replies_for(self, answers: Answers) -> tuple[Reply, ...]:
        """One message of each tone: the first that suits the answers, as with the wordings of a text."""
        first: dict[str, Reply] = {}
        for reply in matching(self.replies, answers):
            first.setdefault(reply.tone.id, reply)
        return tuple(first.values())

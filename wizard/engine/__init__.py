"""The core: flows read from TOML and walked as a lazy decision table. It knows no Django."""

from .ahead import Ahead, Survey
from .citing import desks, uses
from .condition import Answer, Answers, Condition, When, matching
from .counting import count_walks
from .model import Edition, Flow, Rule
from .outcome import (
    STALE_AFTER,
    Archived,
    Desk,
    FollowUp,
    Help,
    How,
    Outcome,
    Reason,
    Reply,
    Setting,
    Source,
    Stage,
    Step,
    Tone,
    Verdict,
)
from .promises import Case, Danger, Promise
from .question import Group, Option, Question
from .reading import FlowError, read_flow
from .stamp import Stamp, Was, is_forged, is_later, was
from .survey import ahead_of
from .tokens import Token, read_token, spell
from .walking import Walk, walk
from .ways import Cell, Way
from .whatif import Change, changes, possible_verdicts
from .words import Words

__all__ = [
    "STALE_AFTER",
    "Ahead",
    "Answer",
    "Answers",
    "Archived",
    "Case",
    "Cell",
    "Change",
    "Condition",
    "Danger",
    "Desk",
    "Edition",
    "Flow",
    "FlowError",
    "FollowUp",
    "Group",
    "Help",
    "How",
    "Option",
    "Outcome",
    "Promise",
    "Question",
    "Reason",
    "Reply",
    "Rule",
    "Setting",
    "Source",
    "Stage",
    "Stamp",
    "Step",
    "Survey",
    "Token",
    "Tone",
    "Verdict",
    "Walk",
    "Was",
    "Way",
    "When",
    "Words",
    "ahead_of",
    "changes",
    "count_walks",
    "desks",
    "is_forged",
    "is_later",
    "matching",
    "possible_verdicts",
    "read_flow",
    "read_token",
    "spell",
    "uses",
    "walk",
    "was",
]

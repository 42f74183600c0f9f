"""Tokens: a walk spelled as text for the address, and read back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .condition import Answer, Answers
from .model import Flow
from .question import Question
from .stamp import STAMP, VERDICTS, Stamp, stamp_of
from .walking import Walk

NONE_CODE = "0"
# A question is spelled in lower case and its options are not, so that no piece needs a mark at its end.
PIECE = re.compile(r"(?P<question>[a-z]+)(?P<options>[0-9A-Z]+)|[a-z]+|[^a-z]+")


@dataclass(frozen=True, slots=True)
class Token:
    """What a token says: its answers, its stamp, and the pieces that could not be read."""

    answers: Answers
    unread: tuple[str, ...] = ()
    stamp: Stamp | None = None


def spell(at: Walk) -> str:
    """The one canonical token of a walk: the path in the order asked, then the rest, then a result's stamp."""
    order = [*at.path, *at.off_path]
    answers = "".join(spell_answer(at.flow.questions[question], at.given[question]) for question in order)
    return f"{answers}{stamp_of(at) or ''}"


def spell_answer(question: Question, answer: Answer) -> str:
    """The code of the question and those of the options in ascending order, `0` for none of these."""
    codes = sorted(question.options[option].code for option in answer)
    return question.code + ("".join(codes) or NONE_CODE)


def read_token(flow: Flow, text: str) -> Token:
    """Read a token of any origin. Never raises: what is foreign, retired or ambiguous is named in `unread`.

    Of two answers to one question the first counts.
    """
    stamp = STAMP.search(text)
    body = text[: stamp.start()] if stamp else text
    answers: dict[str, Answer] = {}
    unread: list[str] = []
    for piece in PIECE.finditer(body):
        question = flow.question_by_code.get(piece["question"])
        answer = read_answer(question, piece["options"]) if question else None
        if question is None or answer is None or question.id in answers:
            unread.append(piece[0])
        else:
            answers[question.id] = answer
    return Token(answers, tuple(unread), stamp and Stamp(int(stamp[1]), VERDICTS[stamp[2]]))


def read_answer(question: Question, codes: str) -> Answer | None:
    """The answer that the codes spell; None as soon as one is not known or comes twice, so that no tick is lost."""
    if question.many and codes == NONE_CODE:
        return question.answer(())
    options = [question.option_by_code.get(code) for code in codes]
    known = [option for option in options if option is not None]
    return question.answer(known) if len(set(known)) == len(codes) else None

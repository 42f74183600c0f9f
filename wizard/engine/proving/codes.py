"""Whether every code that was ever published still means what it meant, or is retired."""

from __future__ import annotations

from collections.abc import Iterator

from ..question import Question
from .check import Check, found_in, one_check
from .finding import Finding, Kind
from .subject import Subject


def check_codes(subject: Subject) -> Iterator[Check]:
    """The codes listed against those in use; and, once it is published, those in use against those listed."""
    yield from one_check("every code that was published is in use as it was, or retired", lost(subject))
    if not subject.flow.edition.draft:
        yield from one_check("every code in use is on the list of those published", unlisted(subject))


def lost(subject: Subject) -> Iterator[Finding]:
    """Codes that were published and now mean something else, or nothing."""
    flow = subject.flow
    told = set()
    for (code, option), (was, was_option) in flow.published.items():
        question = flow.question_by_code.get(code)
        if question is not None and question.id == was:
            yield from lost_option(subject, question, option, was_option)
        elif code not in flow.retired and code not in told:
            told.add(code)
            yield gone(subject, None, code, was) if question is None else reused(subject, question, "code", code, was)


def lost_option(subject: Subject, question: Question, code: str, was: str) -> Iterator[Finding]:
    """The same of an option."""
    option = question.option_by_code.get(code)
    if option is None and code not in question.retired:
        yield gone(subject, question, code, was)
    elif option is not None and option != was:
        yield reused(subject, question, f"option.{option}.code", code, was)


def gone(subject: Subject, question: Question | None, code: str, was: str) -> Finding:
    """A code that nothing has any more; it belongs to the retired ones of its question, or of the flow."""
    table = subject.files.named["question"][question.id] if question else subject.files.flow
    return found_in(table, Kind.CODE, "retired", f"{code!r} was published for {was} and is gone; add it here")


def reused(subject: Subject, question: Question, key: str, code: str, was: str) -> Finding:
    """A code that something else has now."""
    wish = "take one that was never used; what was published keeps its code and its id, for links name both"
    table = subject.files.named["question"][question.id]
    return found_in(table, Kind.CODE, key, f"{code!r} was published for {was}; {wish}")


def unlisted(subject: Subject) -> Iterator[Finding]:
    """Codes in use that are not on the list, as lines to be added to it."""
    missing = [line for codes, line in lines(subject).items() if codes not in subject.flow.published]
    if missing:
        wish = f"lacks codes that are published; add {', '.join(missing)}"
        yield found_in(subject.files.flow, Kind.CODE, "published", wish)


def lines(subject: Subject) -> dict[tuple[str, str], str]:
    """What the list says of every code in use."""
    return {
        (question.code, option.code): f'"{question.code}{option.code} {question.id}.{option.id}"'
        for question in subject.flow.questions.values()
        for option in question.options.values()
    }

"""Whether every code that was ever published still means what it meant, or is retired."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Published, Question
from ..reading.table import Table
from .finding import Finding, Kind
from .subject import Check, Subject, found_in, one_check


def check_codes(subject: Subject) -> Iterator[Check]:
    """The codes listed against those in use; and, once it is published, those in use against those listed."""
    yield from one_check("every code that was published is in use as it was, or retired", lost(subject))
    if not subject.flow.edition.draft:
        yield from one_check("every code in use is on the list of those published", unlisted(subject))


def lost(subject: Subject) -> Iterator[Finding]:
    """Codes that were published and now mean something else, or nothing."""
    flow, tables = subject.flow, subject.files.named["question"]
    for code, was in flow.published.items():
        question = flow.question_by_code.get(code)
        if question is None and code not in flow.retired:
            yield found_in(subject.files.flow, Kind.CODE, "retired", gone(code, f"question {was.question}"))
        elif question is not None and question.id != was.question:
            yield found_in(tables[question.id], Kind.CODE, "code", reused(code, f"question {was.question}"))
        elif question is not None:
            yield from lost_options(question, was, tables[question.id])


def lost_options(question: Question, was: Published, table: Table) -> Iterator[Finding]:
    """The same of the options of one question."""
    for code, id in was.options.items():
        option = question.option_by_code.get(code)
        if option is None and code not in question.retired:
            yield found_in(table, Kind.CODE, "retired", gone(code, f"option {id}"))
        elif option is not None and option != id:
            yield found_in(table, Kind.CODE, f"option.{option}.code", reused(code, f"option {id}"))


def unlisted(subject: Subject) -> Iterator[Finding]:
    """Codes in use that are not on the list."""
    for question in subject.flow.questions.values():
        listed = subject.flow.published.get(question.code)
        if listed is None or not question.option_by_code.keys() <= listed.options.keys():
            line = line_of(question)
            table = subject.files.named["question"][question.id]
            yield found_in(table, Kind.CODE, "code", f"is published and not listed; list it: {line}")


def line_of(question: Question) -> str:
    """What the list of published codes says of a question."""
    options = ", ".join(f'{option.code} = "{option.id}"' for option in question.options.values())
    return f'code.{question.code} = {{ question = "{question.id}", option = {{ {options} }} }}'


def gone(code: str, owner: str) -> str:
    return f"{code!r} was published for {owner} and is gone; add it here"


def reused(code: str, owner: str) -> str:
    return f"{code!r} was published for {owner}; take one that was never used, or mend the list if only the id changed"

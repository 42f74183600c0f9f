"""What programs are told: a result, and a whole flow, as the data that wizard/api/schemas/ describes."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

from wizard import addresses
from wizard.engine import (
    Edition,
    Flow,
    Help,
    Option,
    Outcome,
    Question,
    Reason,
    Reply,
    Rule,
    Setting,
    Source,
    Step,
    Was,
    When,
    Words,
    spell,
)
from wizard.pages.outcome import AnswerRow, Cause
from wizard.pages.result import ResultPage
from wizard.visits import Visit

Data = dict[str, object]
# From an address of ours to one with the host, which only a request knows.
Absolute = Callable[[str], str]


def result(visit: Visit, absolute: Absolute) -> Data:
    """A result as its page tells it. Raises ValueError if the walk has not ended."""
    page = ResultPage.of(visit.at)
    return {
        "$schema": absolute(addresses.of_schema("result")),
        "flow": page.flow.id,
        "language": page.flow.language,
        "address": absolute(page.address),
        "token": spell(page.at.alone()),
        "unread": bool(visit.unread),
        "edition": {"number": page.edition.number, "date": page.edition.date},
        "verdict": page.verdict,
        "was": of_was(visit.was) if visit.was else None,
        "outcome": {"id": page.outcome.id, "title": page.title, "summary": page.summary},
        "answers": [of_answer(page, row) for row in page.rows],
        "off_path": [of_answer(page, row) for row in page.off_path],
        "reasons": [of_cause(cause) for cause in page.causes],
        "steps": [of_step(step) for step in page.steps],
        "reports": [of_step(step) for step in page.reports],
        "evidence": [of_step(step) for step in page.evidence],
        "settings": [of_setting(setting) for setting in page.settings_to_change],
        "helps": [of_help(help) for help in page.helps],
        "replies": [of_reply(reply) for reply in page.replies],
    }


def of_was(before: Was) -> Data:
    return {
        "edition": before.edition.number,
        "date": before.edition.date,
        "verdict": before.verdict,
        "since": [of_edition(edition) for edition in before.since],
    }


def of_answer(page: ResultPage, row: AnswerRow) -> Data:
    chosen = zip(page.at.given[row.id], row.labels, strict=True)
    return {
        "question": row.id,
        "statement": row.statement,
        "options": [{"id": id, "label": label} for id, label in chosen],
    }


def of_cause(cause: Cause) -> Data:
    return {
        "text": cause.reason.text,
        "because": [row.id for row in cause.rows],
        "sources": of_sources(cause.reason.sources),
    }


def of_step(step: Step) -> Data:
    return {"text": step.text, "sources": of_sources(step.sources)}


def of_setting(setting: Setting) -> Data:
    return {
        "text": setting.text,
        "path": setting.path,
        "sees": setting.sees,
        "sure": setting.sure,
        "sources": of_sources(setting.sources),
    }


def of_help(help: Help) -> Data:
    """A desk with what to say there; its phone, page and hours are empty where it has none."""
    desk = help.desk
    return {
        "name": desk.name,
        "phone": desk.phone,
        "url": desk.url,
        "hours": desk.hours,
        "closed": desk.closed,
        "text": help.text,
        "sources": of_sources(desk.sources),
    }


def of_reply(reply: Reply) -> Data:
    return {"tone": reply.tone.id, "aside": reply.tone.aside, "text": reply.text, "original": reply.original}


def flow(found: Flow, absolute: Absolute) -> Data:
    """All that decides in a flow, and the words for it: enough to walk it elsewhere."""
    return {
        "$schema": absolute(addresses.of_schema("flow")),
        "flow": found.id,
        "language": found.language,
        "address": absolute(addresses.of_start(found.id)),
        "name": found.name,
        "title": found.title,
        "editions": [of_edition(edition) for edition in found.editions],
        "start": found.start,
        "questions": [of_question(question) for question in found.questions.values()],
        "retired": sorted(found.retired),
        "rules": [of_rule(rule) for rule in found.rules],
        "outcomes": [of_outcome(outcome) for outcome in found.outcomes.values()],
        "sources": of_sources(tuple(found.sources.values())),
    }


def of_question(question: Question) -> Data:
    return {
        "id": question.id,
        "code": question.code,
        "kind": "many" if question.many else "one",
        "least": question.least,
        "title": of_words(question.title),
        "hint": of_words(question.hint),
        "why": of_words(question.why),
        "statement": of_words(question.statement),
        "groups": [{"id": group.id, "title": group.title} for group in question.groups.values()],
        "options": [of_option(option) for option in question.options.values()],
        "retired": sorted(question.retired),
    }


def of_option(option: Option) -> Data:
    return {
        "id": option.id,
        "code": option.code,
        "label": of_words(option.label),
        "hint": of_words(option.hint),
        "unsure": option.unsure,
        "group": option.group or None,
    }


def of_rule(rule: Rule) -> Data:
    """A rule; its heading and its why are empty where it has none."""
    return {
        "heading": rule.heading,
        "why": rule.why,
        "when": of_when(rule.when),
        "outcome": rule.outcome,
        "then_ask": rule.then_ask,
    }


def of_outcome(outcome: Outcome) -> Data:
    return {
        "id": outcome.id,
        "verdict": outcome.verdict,
        "title": of_words(outcome.title),
        "summary": of_words(outcome.summary),
        "reasons": [of_reason(reason) for reason in outcome.reasons],
    }


def of_reason(reason: Reason) -> Data:
    """A reason for the answers that it suits, with the names of its sources, which stand with the flow."""
    return {"when": of_when(reason.when), "text": reason.text, "sources": [source.id for source in reason.sources]}


def of_words(words: Words) -> list[Data]:
    return [{"when": of_when(wording.when), "text": wording.text} for wording in words.wordings]


def of_when(when: When) -> list[Data]:
    """A list and no object, for what is asked next hangs on the order of the conditions."""
    return [
        {"question": condition.question, "options": sorted(condition.options), "at_least": condition.at_least}
        for condition in when.conditions
    ]


def of_edition(edition: Edition) -> Data:
    return {"number": edition.number, "date": edition.date, "text": edition.text}


def of_sources(sources: tuple[Source, ...]) -> list[Data]:
    return [of_source(source) for source in sources]


def of_source(source: Source) -> Data:
    return {
        "id": source.id,
        "title": source.title,
        "url": source.url,
        "official": source.official,
        "checked": source.checked,
        "how": source.how,
        "stale": source.is_stale(timezone.localdate()),
    }

"""From a flow's files to the flow in one language, noting every mistake on the way."""

from __future__ import annotations

from datetime import date
from functools import partial

from ..model import Criterion, Edition, Flow, Rule, Section, Side
from .conditions import read_when
from .files import Files
from .names import Names
from .outcomes import Outcomes, read_reply, read_stage, read_tone
from .promises import Promises, read_case, read_danger
from .questions import QUESTION_CODE, Codes, Questions, read_published, read_retired
from .sources import read_desk, read_source
from .table import Table, built_by_id, built_in_order
from .texts import read_line, read_text, read_words
from .ways import Ways, read_aspect


def build_flow(files: Files, names: Names) -> Flow:
    """The whole flow, as far as its mistakes let it be built."""
    table = files.flow
    retired = read_retired(table, QUESTION_CODE)
    sources = built_by_id(files.named["source"], partial(read_source, names))
    desks = built_by_id(files.named["desk"], partial(read_desk, names, sources))
    dangers = built_by_id(files.named["danger"], partial(read_danger, names))
    aspects = built_by_id(files.named["aspect"], partial(read_aspect, names))
    hedges = read_hedges(names, table)
    tones = built_by_id(dict(table.named("tone")), partial(read_tone, names, table.take_ids("aside")))
    names.find_all(table, "aside", tones, "tone of this flow")
    codes = Codes(QUESTION_CODE, dict.fromkeys(retired, "a retired question"))
    flow = Flow(
        id=files.id,
        language=names.language,
        name=read_text(names, table, "name"),
        title=read_text(names, table, "title"),
        lead=read_text(names, table, "lead"),
        description=read_text(names, table, "description"),
        about=built_in_order(names.items(table, "about"), partial(read_section, names)),
        sides=built_in_order(names.items(table, "side"), partial(read_side, names)),
        replies=built_in_order(names.items(table, "reply"), partial(read_reply, names, tones)),
        tones=tones,
        hedges=hedges[names.language],
        unbroken=table.take_ids("unbroken"),
        forbidden=table.take_ids("forbidden"),
        settings_title=read_words(names, table, "settings_title", needed=False),
        reports_title=read_words(names, table, "reports_title", needed=False),
        stages_title=read_words(names, table, "stages_title", needed=False),
        stages=built_in_order(names.items(table, "stage"), partial(read_stage, names)),
        unknown=built_in_order(names.items(table, "unknown"), partial(read_line, names)),
        made=built_in_order(names.items(table, "made"), partial(read_line, names)),
        untried=built_in_order(names.items(table, "untried"), partial(read_line, names)),
        criteria=built_in_order(names.items(table, "criterion"), partial(read_criterion, names)),
        start=names.questions(table, "start"),
        prefilled=names.questions(table, "prefilled"),
        questions=built_by_id(files.named["question"], Questions(names, desks, codes).question),
        rules=built_in_order(files.listed["rule"], partial(read_rule, names)),
        outcomes=built_by_id(files.named["outcome"], Outcomes(names, sources, desks, tones, hedges).outcome),
        sources=sources,
        editions=built_in_order(files.listed["edition"], partial(read_edition, names)),
        dangers=dangers,
        promises=built_in_order(files.listed["promise"], Promises(names, dangers).promise),
        cases=built_in_order(files.listed["case"], partial(read_case, names)),
        aspects=aspects,
        ways=built_by_id(files.named["way"], Ways(names, aspects, sources, hedges).way),
        published=read_published(table),
        retired=retired,
    )
    table.close()
    return flow


def read_hedges(names: Names, table: Table) -> dict[str, tuple[str, ...]]:
    """The flow's hedges in every language: a reason keeps to them in each."""
    items = list(names.items(table, "hedge"))
    for item in items:
        read_line(names, item)
        item.close()
    return {language: tuple(item.take(language, str) for item in items) for language in names.languages}


def read_rule(names: Names, table: Table) -> Rule:
    """A rule; its outcome's verdict stands with the outcome."""
    then_ask = names.questions(table, "then_ask")
    outcome = table.take("outcome", str)
    names.find(table, "outcome", outcome, dict.fromkeys(names.outcomes), "outcome")
    heading, why = (read_text(names, table, key, needed=False) for key in ("heading", "why"))
    return Rule(read_when(names, table), outcome, then_ask, heading, why)


def read_edition(names: Names, table: Table) -> Edition:
    """A published state of the rules."""
    softer = table.take("softer", bool, False)
    why = read_text(names, table, "why", needed=softer)
    if softer and why and not any(map(str.isalnum, why)):
        table.mistake("why", "say in words why verdicts are softer")
    return Edition(
        number=table.take("number", int),
        date=table.take("date", date),
        text=read_line(names, table),
        draft=table.take("draft", bool, False),
        softer=softer,
        why=why,
    )


def read_section(names: Names, table: Table) -> Section:
    """A headed paragraph of the start page."""
    return Section(read_text(names, table, "title"), read_text(names, table, "text"))


def read_criterion(names: Names, table: Table) -> Criterion:
    """What a standard asks, and where the flow meets it."""
    text, where = (read_text(names, table, key) for key in ("text", "where"))
    return Criterion(table.take("met", bool), text, where)


def read_side(names: Names, table: Table) -> Side:
    """What one way to talk is like."""
    title, text = (read_text(names, table, key) for key in ("title", "text"))
    return Side(table.take("guarded", bool), title, text)

"""The messages to send: a table of outcome and platform, in both languages."""

import re

import pytest

from tests.line.logic import QUESTIONS, WALKS
from wizard.content import flows
from wizard.engine.condition import matching
from wizard.engine.outcome import Verdict
from wizard.engine.walking import walk

PLATFORMS = (None, *QUESTIONS["where"]["options"])  # None: the verdict stands before the site is asked
SITES = ("crowdworks", "lancers", "coconala", "shufti", "upwork", "other-site")
REACHED = {
    "get-help": {None},
    "stop": {None},
    "too-many-signs": {None},
    "site-refused": set(SITES),
    "no-record": {"advert"},
    "stay-on-site": set(SITES),
    "escrow-first": set(SITES) - {"coconala"},
    "clear-up": {*SITES, "advert", "known"} - {"coconala"},
    "apply-first": {"crowdworks", "lancers"},
    "check-rule": {"other-site"},
    "write-terms": {*SITES, "advert", "known"} - {"coconala"},
    "business-chat": {*SITES, "advert", "known"} - {"coconala"},
    "own-account": {*SITES, "advert", "known"} - {"coconala"},
    "settings-first": {*SITES, "advert", "known"} - {"coconala"},
    "accept": {*SITES, "advert", "known"} - {"coconala"},
}
FORBIDDEN = {
    "ja": r"安全です|安心です|詐欺|怪しい|疑って|あなたのせい|訴え|通報し|警察|違法|だまさ|絶対|弁護士",
    "en": r"(?i)\bsafe\b|scam|fraud|suspicious|your fault|police|lawyer|illegal|sue you|report you",
}
# Asking again what the client has agreed to already.
REQUEST = {
    "ja": r"お願いできますか|お願いできますでしょうか|お願いできないでしょうか|いかがでしょうか",
    "en": r"(?i)could we|would you mind|may we",
}
OUTSIDE_TOOLS = r"Chatwork|Slack|チャットワーク"


def replies_to_client(flow, answers):
    outcome = walk(flow, answers).outcome
    return [reply for reply in matching(outcome.replies, answers) if reply.tone.id != "report"]


def test_the_table_is_complete():
    reached = {outcome: set() for outcome in REACHED}
    for answers, rule in WALKS:
        reached[rule["outcome"]].add(answers.get("where", (None,))[0])

    assert reached == REACHED


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("outcome", "platform"), [(o, p) for o in REACHED for p in PLATFORMS if p in REACHED[o]])
def test_every_cell_of_the_table_has_its_messages(language, outcome, platform):
    flow = flows()["line"][language]
    walks = [a for a, rule in WALKS if rule["outcome"] == outcome and a.get("where", (None,))[0] == platform]
    declines = flow.outcomes[outcome].verdict is Verdict.DECLINE

    for answers in walks:
        replies = replies_to_client(flow, answers)
        expected = [] if outcome == "get-help" else ["firm", "polite", "short"] if declines else ["polite", "short"]
        assert sorted(reply.tone.id for reply in replies) == expected, answers
        for reply in replies:
            assert 10 < len(reply.text) <= (200 if language == "ja" else 400), reply.text
            assert not re.search(FORBIDDEN[language], reply.text), reply.text
            assert set(re.findall(r"［(.*?)］", reply.text)) <= {"　"}, reply.text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_outside_tools_are_offered_only_where_the_site_allows_them_by_now(language):
    """Before the contract and the escrow they are the same breach as LINE; on coconala always."""
    flow = flows()["line"][language]
    for answers, rule in WALKS:
        site = answers.get("where", (None,))[0] in SITES
        if rule["outcome"] in ("stay-on-site", "escrow-first", "site-refused", "apply-first") or (
            site and "terms" not in answers
        ):
            for reply in replies_to_client(flow, answers):
                assert not re.search(OUTSIDE_TOOLS, reply.text), (answers, reply.text)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_client_who_agreed_already_is_thanked_and_not_asked_again(language):
    flow = flows()["line"][language]
    for answers, rule in WALKS:
        agreed = answers.get("messages") == ("agreed",) and rule["outcome"] in (
            "stay-on-site",
            "apply-first",
            "check-rule",
        )
        if agreed or (answers.get("chat") == ("agreed",) and rule["outcome"] == "business-chat"):
            for reply in replies_to_client(flow, answers):
                assert not re.search(REQUEST[language], reply.text), (answers, reply.text)
                assert re.search("ありがと|(?i:thank)", reply.text), (answers, reply.text)

"""The messages to send: a table of outcome and platform, in both languages."""

import re

import pytest

from tests.line.logic import QUESTIONS, WALKS
from wizard.content import flows
from wizard.engine.walking import walk

SITES = ("crowdworks", "lancers", "coconala", "shufti", "upwork", "other-site")
PLATFORMS = QUESTIONS["where"]["options"]
TONES = {"decline": ["firm", "polite", "short"], "propose": ["polite", "short"], "accept": ["polite", "short"]}
TONES_OF = {"get-help": [], "unpaid": ["firm", "polite"]}


def walks_to(outcome, platform):
    return [a for a, rule in WALKS if rule["outcome"] == outcome and a["where"] == (platform,)]


CELLS = sorted({(rule["outcome"], answers["where"][0]) for answers, rule in WALKS})
FORBIDDEN = {
    "ja": r"安全です|安心です|詐欺|怪しい|疑って|あなたのせい|訴え|通報し|警察|違法|だまさ|絶対|弁護士",
    "en": r"(?i)\bsafe\b|scam|fraud|suspicious|your fault|police|lawyer|illegal|sue you|report you",
}
# Asking again what the client has agreed to already.
REQUEST = {
    "ja": r"お願いできますか|お願いできますでしょうか|お願いできないでしょうか|いかがでしょうか",
    "en": r"(?i)could we|would you mind|may we",
}
# What she writes of her own accord: to the site, or to ask for LINE herself.
OWN = ("report", "ask")
# What stands between the brackets names what to fill in, no more.
LONGEST_GAP = 8
OUTSIDE_TOOLS = r"Chatwork|Slack|チャットワーク"


def replies_to_client(flow, answers):
    outcome = walk(flow, answers).outcome
    return [reply for reply in outcome.replies_for(answers) if reply.tone.id not in OWN]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("outcome", "platform"), CELLS)
def test_every_cell_of_the_table_has_its_messages(language, outcome, platform):
    flow = flows()["line"][language]
    expected = TONES_OF.get(outcome, TONES.get(flow.outcomes[outcome].verdict))

    for answers in walks_to(outcome, platform):
        replies = replies_to_client(flow, answers)
        assert sorted(reply.tone.id for reply in replies) == expected, answers
        for reply in replies:
            assert 10 < len(reply.text) <= (200 if language == "ja" else 300), (len(reply.text), reply.text)
            assert not re.search(FORBIDDEN[language], reply.text), reply.text
            assert all(len(gap) <= LONGEST_GAP for gap in re.findall(r"［(.*?)］", reply.text)), reply.text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_outside_tools_are_offered_only_where_the_site_allows_them_by_now(language):
    """Before the contract and the escrow they are the same breach as LINE; on coconala always."""
    flow = flows()["line"][language]
    for answers, rule in WALKS:
        early = answers["where"][0] in SITES and answers.get("stage") != ("funded",)
        if early or rule["outcome"] in ("stay-on-site", "escrow-first", "site-refused", "apply-first"):
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

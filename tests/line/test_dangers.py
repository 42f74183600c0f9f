"""What keeps the dangers of the advice in check beside its promises: words that stand together, desks that fit."""

import re

import pytest
from django.conf import settings

from tests.line.logic import WALKS
from tests.line.test_pages import texts
from wizard.content import flows
from wizard.engine.condition import matching
from wizard.engine.walking import walk

LANGUAGES = ("ja", "en")
TESTS = sorted({test for danger in flows()["line"]["ja"].dangers.values() for test in danger.tests})


def said(language, pattern):
    """Every text of the advice in which a pattern is found, with its place."""
    flow = flows()["line"][language]
    found = [(place, text) for place, text in texts(flow) if place not in flow.dangers and re.search(pattern, text)]
    assert found
    return found


@pytest.mark.parametrize("test", TESTS)
def test_every_test_that_holds_a_control_is_there(test):
    place, _, name = test.partition("::")

    assert f"\ndef {name}(" in (settings.BASE_DIR / place).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_being_connected_shows_no_number_is_never_all_that_is_said(language):
    flow = flows()["line"][language]
    half = {"ja": "だけでは、電話番号", "en": "does not in itself show"}[language]
    whole = {"ja": "応じる前|に応じて|お金や身分証を求め", "en": "what was asked|asked for|asked of you"}[language]
    met = 0
    for answers, _ in WALKS:
        reasons = " ".join(reason.text for reason in matching(walk(flow, answers).outcome.reasons, answers))
        if half in reasons:
            met += 1
            assert re.search(whole, reasons), (answers, reasons)
    assert met > 100


@pytest.mark.parametrize(
    ("language", "name", "remark"),
    [("ja", "サブプロフィール", "見えることがあ"), ("en", "sub-profile", "main name may be seen|may not hide it")],
)
def test_a_sub_profile_is_never_said_to_hide_a_name(language, name, remark):
    for place, text in said(language, name):
        assert re.search(remark, text), (place, text)


@pytest.mark.parametrize(("language", "condition"), [("ja", "があれば"), ("en", "If you find")])
def test_a_setting_that_may_be_gone_is_told_with_an_if(language, condition):
    flow = flows()["line"][language]
    settings_of_all = [setting for outcome in flow.outcomes.values() for setting in outcome.settings]
    found = [setting for setting in settings_of_all if "自動公開" in setting.text]

    assert found
    for setting in found:
        assert not setting.sure
        assert condition in setting.text


@pytest.mark.parametrize(
    ("language", "block", "first"),
    [("ja", "ブロック", "スクリーンショット|報告|記録"), ("en", r"\bblock\b", "(?i)screenshot|report|record")],
)
def test_blocking_comes_after_what_is_kept_or_reported(language, block, first):
    for place, text in said(language, block):
        assert re.search(first, text), (place, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_hides_a_contact_from_the_site(language):
    flow = flows()["line"][language]
    hidden = r"画像|空白|スペース|伏せ|@|LINEのID|(?i:as a picture|with spaces|my line id)"
    messages = [reply.text for outcome in flow.outcomes.values() for reply in outcome.replies]

    assert len(messages) > 100
    assert [text for text in messages if re.search(hidden, text)] == []


FREELANCE = {"harass", "unpaid", "other"}


def test_desks_fit_what_has_happened(line):
    """The helpline for pay and harassment takes no fraud; the police are named for all but mere pay."""
    harmed = [(answers, rule) for answers, rule in WALKS if answers["now"] == ("harmed",)]
    assert len(harmed) > 50

    for answers, rule in harmed:
        harm = set(answers["harm"])
        desks = {help.desk.id for help in matching(walk(line, answers).outcome.helps, answers)}
        assert ("freelance" in desks) == bool(harm & FREELANCE), answers
        assert rule["outcome"] == "unpaid" or "police" in desks, answers
        assert harm.isdisjoint({"money", "account", "device", "goods"}) or "bank" in desks, answers


@pytest.mark.parametrize(("language", "words"), [("ja", "18歳未満"), ("en", "under 18")])
def test_who_is_under_18_is_spoken_to_wherever_line_is_accepted(language, words):
    flow = flows()["line"][language]
    accepted = [answers for answers, _ in WALKS if walk(flow, answers).outcome.verdict == "accept"]
    assert accepted

    for answers in accepted:
        steps = matching(walk(flow, answers).outcome.steps, answers)
        assert any(words in step.text for step in steps), answers

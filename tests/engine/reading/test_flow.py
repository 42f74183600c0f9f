"""A flow as a whole, built in one language."""

from datetime import date

import pytest

from tests.engine.reading.broken import broken, changed, mistakes_with, read
from wizard.engine import Edition, Tone, When
from wizard.engine.condition import Condition
from wizard.engine.model import Section


@broken(
    {
        "no name": (
            'name.ja = "昼ごはん"\nname.en = "Lunch"\n',
            "",
            "flow.name: write the text in each language: ja, en",
        ),
        "unknown key": (
            'retired = ["z"]',
            'retried = ["z"]',
            "flow.retried: is not known here; did you mean 'retired'?",
        ),
        "rule without an outcome": (
            'outcome = "cafe"\n',
            "",
            "rule[3].outcome: is missing; give a text",
            "rule[3].outcome: '' is no outcome; define it or mend its spelling",
            "outcome.cafe: no rule leads here; write one or take it out",
        ),
        "unknown key of a rule": (
            'outcome = "cafe"',
            'outcome = "cafe"\nthan_ask = []',
            "rule[3].than_ask: is not known here; did you mean 'then_ask'?",
        ),
        "edition without a date": (
            "date = 2026-02-01\n",
            "",
            "edition[2].date: is missing; give a date",
        ),
        "hedge in one language only": (
            '{ ja = "と言われています", en = "reportedly" }',
            '{ ja = "と言われています" }',
            "flow.hedge[1].en: is missing; give a text",
        ),
        "section without a text": (
            ', text = { ja = "空を見ました。", en = "We looked at the sky." }',
            "",
            "flow.about[1].text: write the text in each language: ja, en",
        ),
        "tone aside that is none": (
            'aside = ["cook"]',
            'aside = ["cooks"]',
            "flow.aside: 'cooks' is no tone of this flow; did you mean 'cook'?",
        ),
        "condition of the start page's message": (
            'reply = [{ tone = "polite", ja = "少し',
            'reply = [{ when = { weather = ["sun"] }, tone = "polite", ja = "少し',
            "flow.reply[1].when: is not known here; mend its spelling or take it out",
        ),
        "tone without a name": (
            'short = { ja = "短く", en = "Short" }',
            "short = {}",
            "flow.tone.short.ja: is missing; give a text",
            "flow.tone.short.en: is missing; give a text",
        ),
    }
)
def test_a_mistake_is_named_with_table_key_and_wish(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "ja",
            (
                "昼ごはん",
                "昼ごはんをどこで食べるか",
                "質問に答えると、場所が決まります。",
                "昼ごはんの場所を決めます。",
            ),
        ),
        ("en", ("Lunch", "Where to have lunch", "Answer, and the place is settled.", "Settles where to have lunch.")),
    ],
)
def test_a_flow_is_introduced_in_its_language(tmp_path, language, said):
    flow = read(tmp_path)[language]

    assert (flow.id, flow.language) == (tmp_path.name, language)
    assert (flow.name, flow.title, flow.lead, flow.description) == said


def test_a_flow_is_read_whole(lunch):
    assert (lunch.start, lunch.prefilled, lunch.retired) == (("weather",), ("weather",), {"z"})
    assert lunch.about == (Section("Grounds", "We looked at the sky."),)
    assert list(lunch.tones.values()) == [
        Tone("polite", "Polite"),
        Tone("short", "Short"),
        Tone("cook", "To the cook", aside=True),
    ]
    assert [(reply.tone.id, reply.text) for reply in lunch.replies] == [("polite", "Let me think about it.")]
    assert (lunch.hedges, lunch.unbroken, lunch.unknown) == (("reportedly",), ("日よけ",), ("Tomorrow's weather",))
    assert lunch.settings_title.for_answers({}) == "Settings to change"
    assert lunch.editions == (
        Edition(1, date(2026, 1, 1), "The first edition."),
        Edition(2, date(2026, 2, 1), "On a rainy day we eat at home."),
    )


def test_rules_are_kept_in_their_order(lunch):
    home, picnic, cafe = lunch.rules

    assert (home.outcome, home.then_ask) == ("home", ("guests",))
    assert home.when == When((Condition("weather", frozenset({"rain"})),))
    assert (picnic.outcome, picnic.then_ask, picnic.when.questions) == ("picnic", (), ("weather", "food"))
    assert (cafe.outcome, cafe.when) == ("cafe", When())


def test_hedges_are_kept_in_each_language(tmp_path):
    flows = read(
        tmp_path, changed('en = "reportedly" }]', 'en = "reportedly" }, { ja = "かもしれません", en = "may" }]')
    )

    assert flows["ja"].hedges == ("と言われています", "かもしれません")
    assert flows["en"].hedges == ("reportedly", "may")


def test_what_may_be_left_out_is_empty(tmp_path):
    text = changed('settings_title.ja = "変える設定"\nsettings_title.en = "Settings to change"\n', "")
    text = text.replace('prefilled = ["weather"]\n', "").replace('unbroken = ["日よけ"]\n', "")
    flow = read(tmp_path, text)["en"]

    assert not flow.settings_title
    assert flow.prefilled == flow.unbroken == ()

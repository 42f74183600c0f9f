"""Outcomes, and what they are made of: every fact with its source."""

from tests.engine.reading.broken import broken, changed, mistakes_with, read

JUDGEMENT = "name the sources of what it states, or say judgement = true if it states no fact"
FOLLOW_UP = "give the answers that this changes, `change` with a question, or `advice`"


@broken(
    {
        "unknown verdict": (
            'verdict = "accept"',
            'verdict = "yes"',
            "outcome.picnic.verdict: give one of accept, propose, decline, help",
        ),
        "reason without a source": (
            'pleasant outside.", sources = ["sky"]',
            'pleasant outside."',
            "outcome.picnic.reason[2].sources: name at least one source",
        ),
        "no reason for all": (
            '    { ja = "外は気持ち',
            '    { when = { weather = ["sun"] }, ja = "外は気持ち',
            "outcome.picnic.reason: give at least one without `when`, so that every rule has a reason",
        ),
        "step that says neither source nor judgement": (
            'en = "Wash the fruit.", judgement = true',
            'en = "Wash the fruit."',
            f"outcome.picnic.step[2].sources: {JUDGEMENT}",
        ),
        "step that says both": (
            'en = "Wash the fruit.", judgement = true',
            'en = "Wash the fruit.", judgement = true, sources = ["sky"]',
            f"outcome.picnic.step[2].sources: {JUDGEMENT}",
        ),
        "report that says neither": (
            'en = "Tell the cook.", judgement = true',
            'en = "Tell the cook."',
            f"outcome.picnic.report[1].sources: {JUDGEMENT}",
        ),
        "evidence that says neither": (
            'en = "Keep a picture.", judgement = true',
            'en = "Keep a picture."',
            f"outcome.picnic.evidence[1].sources: {JUDGEMENT}",
        ),
        "shared step that says neither, named once": (
            'en = "Wash your hands."\nsources = ["sky"]',
            'en = "Wash your hands."',
            f"shared.wash[1].sources: {JUDGEMENT}",
        ),
        "setting that nobody checked": (
            'sure = false\nsources = ["sky"]\n',
            "sure = false\n",
            "outcome.picnic.setting[1].sources: name at least one source",
        ),
        "reason that does not say how sure it is": (
            "The coffee is reportedly good.",
            "The coffee is good.",
            "outcome.cafe.reason[2].en: rests on secondary sources only; say so: reportedly",
        ),
        "reason that says so in one language only": (
            "コーヒーがおいしいと言われています。",
            "コーヒーがおいしいのです。",
            "outcome.cafe.reason[2].ja: rests on secondary sources only; say so: と言われています",
        ),
        "follow-up that does nothing": (
            ', answers = { weather = ["rain"] }',
            "",
            f"outcome.picnic.follow_up[1].answers: {FOLLOW_UP}",
        ),
        "follow-up that does two things": (
            'change = "food" }',
            'change = "food", answers = { weather = ["rain"] } }',
            f"outcome.picnic.follow_up[2].answers: {FOLLOW_UP}",
        ),
        "message without its original": (
            '{ tone = "short", ja = "外でどうぞ。", en = "Outside?" }',
            '{ tone = "short", en = "Outside?" }',
            "outcome.picnic.reply[2].ja: is missing; give a text",
        ),
    }
)
def test_a_mistake_is_named_with_table_key_and_wish(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences


def test_one_official_source_is_enough_to_state_a_fact(tmp_path):
    stated = changed("reportedly good.", "good.").replace("と言われています。", "のです。")

    assert read(tmp_path, stated.replace('sources = ["guest"]', 'sources = ["guest", "sky"]'))


def test_where_a_flow_has_no_hedges_none_is_asked_for(tmp_path):
    text = changed('hedge = [{ ja = "と言われています", en = "reportedly" }]\n', "")

    assert read(tmp_path, text.replace("reportedly good", "good"))


def test_an_outcome_is_read_whole(lunch):
    picnic = lunch.outcomes["picnic"]

    assert (picnic.id, picnic.verdict) == ("picnic", "accept")
    assert [step.text for step in picnic.steps] == ["Wash your hands.", "Wash the fruit."]
    assert [[source.id for source in step.sources] for step in picnic.steps] == [["sky"], []]
    assert [item.text for item in picnic.reports] == ["Tell the cook.", "Have them look at the sky."]
    assert [item.text for item in picnic.evidence] == ["Keep a picture.", "Note the colour of the sky."]
    assert [reason.text for reason in picnic.reasons] == ["It is sunny.", "It is pleasant outside."]
    assert [(setting.path, setting.sees, setting.sure) for setting in picnic.settings] == [
        ("Garden → parasol", "They see the shade.", False),
        ("Basket → cheese", "They see cheese.", True),
    ]
    assert [(item.answers, item.change, item.tick, item.advice) for item in picnic.follow_ups] == [
        ({"weather": ("rain",)}, "", (), ""),
        ({}, "food", (), ""),
        ({}, "food", ("fruit",), ""),
        ({}, "", (), "Start eating."),
    ]
    assert [(help.desk.id, help.text) for help in lunch.outcomes["home"].helps] == [("cook", "Say how many.")]


def test_a_message_in_another_language_comes_with_its_original(tmp_path):
    flows = read(tmp_path)

    assert [(reply.tone.name, reply.text, reply.original) for reply in flows["en"].outcomes["picnic"].replies] == [
        ("Polite", "Shall we eat outside?", "外で食べませんか。"),
        ("Short", "Outside?", "外でどうぞ。"),
        ("To the cook", "We eat outside.", "外で食べます。"),
    ]
    assert {reply.original for reply in flows["ja"].outcomes["picnic"].replies} == {""}

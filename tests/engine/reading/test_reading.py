"""Reading: a folder to one flow for each language, or everything that is wrong with it at once."""

import contextlib
import random
import tomllib
from datetime import date
from functools import reduce
from time import process_time

from tests.conftest import LANGUAGES
from tests.engine.reading.broken import TEXT, changed, mistakes_in, mistakes_of, read
from wizard.engine import FlowError, Verdict, reading
from wizard.engine.reading import read_flow
from wizard.engine.survey import start_of


def test_an_error_says_every_mistake_on_a_line_of_its_own():
    error = FlowError(["one", "two"])

    assert error.mistakes == ("one", "two")
    assert str(error) == "one\ntwo"
    assert isinstance(error, ValueError)


def test_all_mistakes_of_all_files_are_reported_together(tmp_path):
    (tmp_path / "flow.toml").write_text(changed('code = "b"', 'code = "a"'), encoding="utf-8")
    (tmp_path / "more.toml").write_text("[source.sea]\nurl = 5\n", encoding="utf-8")
    (tmp_path / "worse.toml").write_text("[source.sea\n", encoding="utf-8")
    (tmp_path / "worst.toml").write_bytes("# 空".encode("shift_jis"))

    assert mistakes_of(tmp_path) == [
        "worse.toml: Expected ']' at the end of a table declaration (at line 1, column 12)",
        "worst.toml: save the file as UTF-8; its byte 2 is not",
        "more.toml: source.sea.title: write the text in each language: ja, en",
        "more.toml: source.sea.url: give a text here, not 5",
        "more.toml: source.sea.official: is missing; give true or false",
        "more.toml: source.sea.checked: is missing; give a date",
        "more.toml: source.sea.how: is missing; give a text",
        'more.toml: source.sea.how: give "opened" if the page itself was opened, "read" if a stored copy was read',
        "flow.toml: question.food.code: 'a' belongs to question weather; take one that was never used",
    ]


def test_a_folder_without_files_says_what_is_missing(tmp_path):
    found = mistakes_of(tmp_path)

    assert "flow.toml: flow.title: write the text in each language: ja, en" in found
    assert "flow.toml: flow.start: name the question that everybody is asked first" in found
    assert any("[[rule]]" in mistake for mistake in found)
    assert any("[[edition]]" in mistake for mistake in found)


def test_a_mistake_in_a_shared_item_is_said_once(tmp_path):
    text = changed('verdict = "propose"', 'verdict = "propose"\nstep = [{ include = "wash" }]')

    assert mistakes_in(tmp_path, text.replace('en = "Wash your hands."', 'en = ""')) == [
        "shared.wash[1].en: is empty; write the text"
    ]


def decisions(flow):
    return [(rule.when, rule.outcome, rule.then_ask) for rule in flow.rules]


def test_a_flow_is_read_in_every_language(tmp_path):
    flows = read(tmp_path)

    assert list(flows) == ["ja", "en"]
    assert flows["ja"].questions["weather"].title.for_answers({}) == "天気はどうですか？"
    assert flows["en"].questions["weather"].title.for_answers({}) == "What is the weather like?"
    assert flows["ja"].outcomes["picnic"].verdict is flows["en"].outcomes["picnic"].verdict is Verdict.ACCEPT
    assert [rule.heading for flow in flows.values() for rule in flow.rules[:1]] == ["空", "The sky"]
    assert decisions(flows["ja"]) == decisions(flows["en"])


def test_a_flow_is_surveyed_once_for_all_languages(tmp_path, monkeypatch):
    surveyed = []
    survey = reading.survey
    monkeypatch.setattr(reading, "survey", lambda flow: surveyed.append(flow.language) or survey(flow))
    flows = read(tmp_path)

    assert surveyed == ["ja"]
    assert flows["en"].survey is flows["ja"].survey
    assert (len(flows["en"].survey.endings), flows["en"].survey.is_whole) == (4, True)
    assert flows["en"].survey.ahead[start_of(flows["en"])].most == 2


# Flows too large to survey: read in time, and not accused of rules that may well be reached

FLOW = """
[flow]
start = ["aa"]
name = { ja = "大", en = "Large" }
title = { ja = "大", en = "Large" }
lead = { ja = "大", en = "Large" }
description = { ja = "大", en = "Large" }
[[edition]]
number = 1
date = 2026-01-01
ja = "一"
en = "One"
[source.x]
title = { ja = "空", en = "Sky" }
url = "https://example.org/"
official = true
checked = 2026-01-01
how = "read"
"""
OUTCOME = """
[outcome.{id}]
verdict = "{verdict}"
title = {{ ja = "題", en = "Title" }}
summary = {{ ja = "要", en = "Summary" }}
reason = [{{ ja = "理", en = "Reason", sources = ["x"] }}]
"""
QUESTION = """
[question.{id}]
code = "{id}"
kind = "{kind}"
title = {{ ja = "問", en = "Question" }}
why = {{ ja = "理", en = "Reason" }}
statement = {{ ja = "文", en = "Statement" }}
"""


def large(questions, rules):
    """The text of a flow: the options' codes by question, more than three for ticks; and the rules' conditions."""
    yield FLOW
    for id, verdict in {"yes": "accept", "no": "decline"}.items():
        yield OUTCOME.format(id=id, verdict=verdict)
    for id, options in questions.items():
        yield QUESTION.format(id=id, kind="many" if len(options) > 3 else "one")
        yield from (
            f'option.o{code} = {{ code = "{code}", label = {{ ja = "はい", en = "Yes" }} }}\n' for code in options
        )
    for when in rules:
        yield f'[[rule]]\noutcome = "yes"\nwhen = {{ {when} }}\n'
    yield '[[rule]]\noutcome = "no"\n'


def conditions(questions, count):
    """So many conditions of rules, each on one to three of the questions."""
    chance = random.Random(count)
    for _ in range(count):
        chosen = chance.sample(list(questions), chance.randint(1, 3))
        yield ", ".join(f'{id} = ["o{chance.choice(questions[id])}"]' for id in chosen)


def test_a_flow_of_200_questions_and_400_rules_is_read_in_time(tmp_path):
    letters = "abcdefghijklmnopqrst"
    questions = {a + b: "123" for a in letters for b in letters[:10]}
    text = "".join(large(questions, conditions(questions, 399)))
    began = process_time()
    flows = read(tmp_path, text)

    assert process_time() - began < 2
    assert (len(flows["en"].questions), len(flows["en"].rules)) == (200, 400)
    assert not flows["en"].survey.is_whole
    assert flows["en"].survey.endings == ()


def test_a_checkbox_question_of_18_options_with_a_rule_each_is_read_in_time(tmp_path):
    ticks = "123456789ABCDEFGHI"
    text = "".join(large({"aa": ticks}, [f'aa = ["o{tick}"]' for tick in ticks]))
    began = process_time()
    flows = read(tmp_path, text)

    assert process_time() - began < 2
    assert len(flows["en"].questions["aa"].options) == len(flows["en"].rules) - 1 == 18
    assert not flows["en"].survey.is_whole


# Nonsense

JUNK = [0, -1, 10**30, 1.5, True, "", "x", "sun", [], [[]], [1], ["x"], [{}], {}, {"ja": "x"}, {"x": {}}]
JUNK += [{"at_least": 1}, {"at_least": []}, [{"include": 1}], {"weather": ["sun"]}, {"weather": 1}, date(2026, 1, 1)]


def places(data, path=()):
    """The path of every value in nested tables and lists."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def test_no_nonsense_makes_the_reader_fail(tmp_path, monkeypatch):
    """Any value replaced by any other is read, or named in a sentence; never an exception of another kind."""
    (tmp_path / "flow.toml").touch()
    data, chance = tomllib.loads(TEXT), random.Random(20261124)
    monkeypatch.setattr("wizard.engine.reading.files.load", lambda _: data)
    every, refused = list(places(data)), 0
    for _ in range(1500):
        *above, last = chance.choice(every)
        part = reduce(lambda part, key: part[key], above, data)
        known, part[last] = part[last], chance.choice(JUNK)
        with contextlib.suppress(FlowError):
            read_flow(tmp_path, LANGUAGES)
            refused -= 1
        refused += 1
        part[last] = known

    assert refused > 1000, "most nonsense is a mistake"

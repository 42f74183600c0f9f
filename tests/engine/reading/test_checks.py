"""What is wrong with a flow as a whole, though each of its tables is well-formed."""

from tests.engine.reading.broken import broken, changed, mistakes_in, mistakes_with

LEAST = "give 0 to the number of options, and only where several can be ticked"
EDITIONS = "flow: give the editions the numbers 1, 2, 3 … in order, with at least one [[edition]]"
ENDS = "flow: let the last [[rule]] always match, so that every walk ends; give it no `when`"


@broken(
    {
        "no first question": (
            'start = ["weather"]\n',
            "",
            "flow.start: name the question that everybody is asked first",
        ),
        "outcome without a rule": (
            'outcome = "cafe"',
            'outcome = "home"',
            "outcome.cafe: no rule leads here; write one or take it out",
        ),
        "shared list that nobody includes": (
            '{ include = "wash" },',
            "",
            "shared.wash: is included nowhere; take it out",
        ),
        "no rule for all": (
            '[[rule]]\noutcome = "cafe"',
            '[[rule]]\noutcome = "cafe"\nwhen = { weather = ["sun"] }',
            ENDS,
        ),
        "rule behind one for all": (
            '[[rule]]\noutcome = "cafe"',
            '[[rule]]\noutcome = "cafe"\n[[rule]]\noutcome = "home"',
            "rule[4]: the rule before it always matches; move it up or take it out",
        ),
        "more wanted than there is": ("least = 1", "least = 5", f"question.guests.least: {LEAST}"),
        "fewer wanted than none": ("least = 1", "least = -1", f"question.guests.least: {LEAST}"),
        "least of one choice": (
            'kind = "one"',
            'kind = "one"\nleast = 0',
            f"question.weather.least: {LEAST}",
        ),
        "follow-up with two answers to one choice": (
            'answers = { weather = ["rain"] }',
            'answers = { weather = ["rain", "sun"] }',
            "outcome.picnic.follow_up.answers.weather: ['rain', 'sun'] is no answer; give one option, or ticks",
        ),
        "follow-up with no answer": (
            'answers = { weather = ["rain"] }',
            "answers = { guests = [] }",
            "outcome.picnic.follow_up.answers.guests: [] is no answer; give one option, or ticks",
        ),
        "follow-up with ticks where one option is taken": (
            'change = "food", tick = ["fruit"]',
            'change = "weather", tick = ["sun"]',
            "outcome.picnic.follow_up.tick: weather takes one option; give it under `answers`",
        ),
        "editions out of order": ("number = 2", "number = 3", EDITIONS),
        "edition twice": ("number = 2", "number = 1", EDITIONS),
        "edition before the last": (
            "date = 2026-02-01",
            "date = 2025-12-31",
            "edition[2].date: is before that of the edition before; give the day of its publication",
        ),
        "editions that begin late": (
            '[[edition]]\nnumber = 1\ndate = 2026-01-01\nja = "最初の版です。"\nen = "The first edition."\n',
            "",
            EDITIONS,
        ),
    }
)
def test_a_mistake_is_named_with_its_place(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences


def test_a_question_has_options(tmp_path):
    text = changed('desks = ["cook"]', "")
    before, _, rest = text.partition("[question.guests.option.family]")
    text = f"{before}[[rule]]{rest.partition('[[rule]]')[2]}"

    assert mistakes_in(tmp_path, text.replace('when = { guests = ["friends"] }, ', "")) == [
        "question.guests: give it at least one option",
        f"question.guests.least: {LEAST}",
    ]


def test_a_flow_without_rules_or_editions_says_so(tmp_path):
    before, _, rest = changed("[[edition]]\nnumber = 2", "[[edition]]\nnumber = 2").partition("[[edition]]")
    text = f"{before}[question.weather]{rest.partition('[question.weather]')[2]}"
    before, _, rest = text.partition("[[rule]]")
    text = f"{before}[outcome.picnic]{rest.partition('[outcome.picnic]')[2]}"

    assert mistakes_in(tmp_path, text) == [
        EDITIONS,
        ENDS,
        *(f"outcome.{id}: no rule leads here; write one or take it out" for id in ("picnic", "cafe", "home")),
    ]

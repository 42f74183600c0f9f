"""Names: what tables may name, and what is said of names that nothing defines."""

from dataclasses import replace

import pytest

from tests.engine.reading.broken import broken, mistakes_with
from wizard.engine.reading.files import Files
from wizard.engine.reading.names import Names, names_in
from wizard.engine.reading.table import Table


@pytest.fixture
def here():
    return Table("lunch/flow.toml", "outcome.cafe", {"sources": ["sky", "sea", "sun"], "start": ["food", "wine"]}, [])


@pytest.fixture
def names():
    shared = Table("lunch/shared.toml", "shared", {"wash": [{"ja": "洗う"}, {"ja": "ふく"}]}, [])
    return Names("ja", ("ja", "en"), {"food": ("bread",)}, ("cafe",), {"wash": shared}, {}, True)


@broken(
    {
        "source": (
            'pleasant outside.", sources = ["sky"]',
            'pleasant.", sources = ["sky", "sea"]',
            "outcome.picnic.reason[2].sources: 'sea' is no source; define it or mend its spelling",
        ),
        "desk of an outcome": (
            'desk = "cook"',
            'desk = "cooks"',
            "outcome.home.help[1].desk: 'cooks' is no desk; did you mean 'cook'?",
        ),
        "desk of a question": (
            'desks = ["cook"]',
            'desks = ["cooks"]',
            "question.guests.desks: 'cooks' is no desk; did you mean 'cook'?",
        ),
        "shared list": (
            'include = "wash"',
            'include = "dry"',
            "outcome.picnic.step[1].include: 'dry' is no shared list; define it or mend its spelling",
            "shared.wash: is included nowhere; take it out",
        ),
        "shared list with something added": (
            'include = "wash"',
            'include = "wash", ja = "x"',
            "outcome.picnic.step[1].ja: is not known here; mend its spelling or take it out",
        ),
        "first question": (
            'start = ["weather"]',
            'start = ["season"]',
            "flow.start: 'season' is no question; define it or mend its spelling",
        ),
        "prefilled question": (
            'prefilled = ["weather"]',
            'prefilled = ["wether"]',
            "flow.prefilled: 'wether' is no question; did you mean 'weather'?",
        ),
        "question asked besides": (
            'then_ask = ["guests"]',
            'then_ask = ["gests"]',
            "rule[1].then_ask: 'gests' is no question; did you mean 'guests'?",
        ),
        "question to change": (
            'change = "food" }',
            'change = "drink" }',
            "outcome.picnic.follow_up[2].change: 'drink' is no question; define it or mend its spelling",
        ),
        "outcome": (
            'outcome = "cafe"',
            'outcome = "coffee"',
            "rule[3].outcome: 'coffee' is no outcome; define it or mend its spelling",
            "outcome.cafe: no rule leads here; write one or take it out",
        ),
        "tone": (
            'reply = [{ tone = "short", ja = "喫茶店は',
            'reply = [{ tone = "loud", ja = "喫茶店は',
            "outcome.cafe.reply[1].tone: 'loud' is no tone of this flow; define it or mend its spelling",
        ),
    }
)
def test_a_name_that_nothing_defines_is_named(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences


def test_what_is_defined_is_found(names, here):
    assert names.find(here, "source", "sky", {"sky": 1}, "source") == 1
    assert here.mistakes == []


def test_what_is_not_defined_is_noted(names, here):
    assert names.find(here, "source", "sea", {"sky": 1}, "source") is None
    assert [*map(str, here.mistakes)] == [
        "lunch/flow.toml: outcome.cafe.source: 'sea' is no source; define it or mend its spelling"
    ]


def test_what_may_be_defined_in_an_unreadable_file_is_not_noted(names, here):
    incomplete = replace(names, are_complete=False)

    assert incomplete.find(here, "source", "sea", {}, "source") is None
    incomplete.undefined(here, "source", "is no source")
    assert here.mistakes == []


def test_of_several_names_those_that_are_defined_are_found(names, here):
    assert names.find_all(here, "sources", {"sky": 1, "sun": 2}, "source") == (1, 2)
    assert names.questions(here, "start") == ("food", "wine")
    assert [f"{mistake.path}: {mistake.wish}" for mistake in here.mistakes] == [
        "outcome.cafe.sources: 'sea' is no source; define it or mend its spelling",
        "outcome.cafe.start: 'wine' is no question; define it or mend its spelling",
    ]


def test_shared_items_stand_where_they_are_included(names):
    here = Table(
        "lunch/flow.toml", "outcome.cafe", {"step": [{"ja": "座る"}, {"include": "wash"}, {"ja": "飲む"}]}, []
    )

    assert [(item.file, item.path, item.data["ja"]) for item in names.items(here, "step")] == [
        ("lunch/flow.toml", "outcome.cafe.step[1]", "座る"),
        ("lunch/shared.toml", "shared.wash[1]", "洗う"),
        ("lunch/shared.toml", "shared.wash[2]", "ふく"),
        ("lunch/flow.toml", "outcome.cafe.step[3]", "飲む"),
    ]
    assert here.mistakes == []


def test_the_files_say_what_may_be_named():
    files = Files("lunch", Table("lunch/flow.toml", "flow", {}, []), [], are_readable=False)
    files.named["question"] = {
        "food": Table("f", "question.food", {"option": {"bread": {}, "cheese": {}}}, []),
        "odd": Table("f", "question.odd", {"option": 1}, []),
    }
    files.named["outcome"] = {"cafe": Table("f", "outcome.cafe", {}, [])}
    names = names_in(files, ("ja", "en"), {"tick": ("none",)})

    assert (names.language, names.languages) == ("ja", ("ja", "en"))
    assert names.options == {"food": ("bread", "cheese"), "odd": ()}
    assert list(names.outcomes) == ["cafe"]
    assert names.reserved == {"tick": ("none",)}
    assert not names.are_complete

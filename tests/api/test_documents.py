"""What programs are told, as data: held against its descriptions and against the rules."""

import json
from datetime import date

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import translation
from jsonschema import Draft202012Validator

from tests.line.logic import WALKS
from wizard.api import documents
from wizard.api.views import schemas
from wizard.content import flows
from wizard.engine import matching, spell, walk
from wizard.visits import Visit, visit_by_token

LANGUAGES = ("ja", "en")
SKY = {
    "id": "sky",
    "title": "The sky",
    "url": "https://example.org/sky",
    "official": True,
    "checked": "2026-01-01",
    "how": "opened",
    "stale": False,
}
GUEST = {
    "id": "guest",
    "title": "What a guest says",
    "url": "https://example.org/guest",
    "official": False,
    "checked": "2026-01-01",
    "how": "read",
    "stale": False,
}
# For each outcome its walks, the shortest first.
WALKS_BY_OUTCOME = {}
for answers, rule in sorted(WALKS, key=lambda pair: len(pair[0])):
    WALKS_BY_OUTCOME.setdefault(rule["outcome"], []).append(answers)


def absolute(address):
    return f"https://example.net{address}"


def sent(data):
    """Data as it arrives."""
    return json.loads(json.dumps(data, cls=DjangoJSONEncoder))


def schema(name):
    return json.loads(schemas()[name])


def mistakes(name, told):
    """What an answer does not keep of its description."""
    validator = Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(told)]


@pytest.fixture
def english_lunch(lunch_site, monkeypatch):
    """The small flow alone, in English, on the first day of March."""
    monkeypatch.setattr("wizard.api.documents.timezone.localdate", lambda: date(2026, 3, 1))
    with translation.override("en"):
        yield


@pytest.fixture
def result(english_lunch):
    """result(token): what is told of a walk of the small flow."""
    return lambda token: sent(documents.result(visit_by_token("lunch", token), absolute))


# The descriptions


def objects_of(part):
    """Every description of an object in a schema, however deep."""
    if isinstance(part, dict):
        if part.get("type") == "object":
            yield part
        part = list(part.values())
    for below in part if isinstance(part, list) else []:
        yield from objects_of(below)


@pytest.mark.parametrize("name", ["result", "flow"])
def test_a_description_is_strict(name):
    Draft202012Validator.check_schema(schema(name))

    found = list(objects_of(schema(name)))
    assert len(found) > 5
    for part in found:
        assert part["additionalProperties"] is False
        assert sorted(part["required"]) == sorted(part["properties"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("outcome", flows()["line"]["ja"].outcomes)
def test_every_outcome_is_told_as_described(outcome, language):
    flow = flows()["line"][language]
    for answers in (WALKS_BY_OUTCOME[outcome][0], WALKS_BY_OUTCOME[outcome][-1]):
        at = walk(flow, answers)
        with translation.override(language):
            told = sent(documents.result(Visit(at), absolute))

        assert mistakes("result", told) == []
        assert (told["flow"], told["language"], told["verdict"]) == ("line", language, at.outcome.verdict)
        assert told["outcome"]["id"] == outcome
        assert told["outcome"]["title"] == at.outcome.title.for_answers(answers)
        assert {a["question"]: tuple(o["id"] for o in a["options"]) for a in told["answers"]} == answers
        assert [a["question"] for a in told["answers"]] == list(answers)
        assert [r["text"] for r in told["reasons"]] == [r.text for r in matching(at.outcome.reasons, answers)]
        assert [r["text"] for r in told["replies"]] == [r.text for r in at.outcome.replies_for(answers)]
        for told_as, items in {
            "steps": at.outcome.steps,
            "reports": at.outcome.reports,
            "evidence": at.outcome.evidence,
            "settings": at.outcome.settings,
            "helps": at.outcome.helps,
        }.items():
            assert [item["text"] for item in told[told_as]] == [item.text for item in matching(items, answers)]
        assert {id for reason in told["reasons"] for id in reason["because"]} <= answers.keys()
        assert told["address"] == absolute(f"{'/en' if language == 'en' else ''}/line/{spell(at)}/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_flow_is_told_as_described(language):
    flow = flows()["line"][language]
    told = sent(documents.flow(flow, absolute))

    assert mistakes("flow", told) == []
    assert (told["language"], told["name"]) == (language, flow.name)
    assert [source["id"] for source in told["sources"]] == list(flow.sources)


def first_matching(items, answers):
    """The first of some rules or wordings whose conditions hold."""
    return next(
        item
        for item in items
        if all(
            len(set(condition["options"]) & set(answers.get(condition["question"], ()))) >= condition["at_least"]
            for condition in item["when"]
        )
    )


def test_a_flow_is_told_well_enough_to_decide_by(line):
    """Its rules alone lead every walk where ours do, and its codes spell the token."""
    flow = sent(documents.flow(line, absolute))
    questions = {question["id"]: question for question in flow["questions"]}
    codes = {id: {option["id"]: option["code"] for option in q["options"]} for id, q in questions.items()}
    outcomes = {outcome["id"]: outcome for outcome in flow["outcomes"]}
    for answers, rule in WALKS:
        outcome = outcomes[first_matching(flow["rules"], answers)["outcome"]]
        spelled = "".join(
            questions[id]["code"] + ("".join(sorted(codes[id][option] for option in answer)) or "0")
            for id, answer in answers.items()
        )
        at = walk(line, answers)

        assert (outcome["id"], outcome["verdict"]) == (rule["outcome"], rule["verdict"])
        assert first_matching(outcome["title"], answers)["text"] == at.outcome.title.for_answers(answers)
        assert outcome["reasons"], "which the page of the rules leads here for"
        assert f"{spelled}-{flow['editions'][-1]['number']}{outcome['verdict'][0]}" == spell(at)


# A flow


@pytest.mark.usefixtures("english_lunch")
def test_a_flow_is_told_with_all_that_it_can_hold(lunch):
    flow = sent(documents.flow(lunch, absolute))
    weather, food, guests = flow["questions"]

    assert mistakes("flow", flow) == []
    assert {key: flow[key] for key in flow.keys() - {"questions", "rules", "outcomes"}} == {
        "$schema": "https://example.net/schema/flow.json",
        "flow": "lunch",
        "language": "en",
        "address": "https://example.net/en/",
        "name": "Lunch",
        "title": "Where to have lunch",
        "editions": [
            {"number": 1, "date": "2026-01-01", "text": "The first edition."},
            {"number": 2, "date": "2026-02-01", "text": "On a rainy day we eat at home."},
        ],
        "start": ["weather"],
        "retired": ["z"],
        "sources": [SKY, GUEST],
    }
    assert (weather["kind"], weather["code"], weather["least"], weather["retired"]) == ("one", "a", 1, ["3"])
    assert [option["unsure"] for option in weather["options"]] == [False, False, True]
    assert (food["kind"], food["least"], guests["least"]) == ("many", 0, 1)
    assert food["title"] == [
        {"when": [{"question": "weather", "options": ["sun"], "at_least": 1}], "text": "What is in the garden?"},
        {"when": [], "text": "What is in the house?"},
    ]
    assert food["groups"] == [{"id": "bought", "title": "Bought"}, {"id": "given", "title": "Given"}]
    assert food["options"][1] == {
        "id": "cheese",
        "code": "2",
        "label": [{"when": [], "text": "Cheese"}],
        "hint": [{"when": [], "text": "Hard cheese will do."}],
        "unsure": False,
        "group": "bought",
    }
    assert [option["group"] for option in guests["options"]] == [None, None]


def test_rules_are_told_in_their_order_with_their_conditions(lunch):
    assert [sent(documents.of_rule(rule)) for rule in lunch.rules] == [
        {
            "heading": "The sky",
            "why": "Nobody can eat outside in the rain.",
            "when": [{"question": "weather", "options": ["rain"], "at_least": 1}],
            "outcome": "home",
            "then_ask": ["guests"],
        },
        {
            "heading": "",
            "why": "",
            "when": [
                {"question": "weather", "options": ["sun"], "at_least": 1},
                {"question": "food", "options": ["bread", "cheese", "fruit"], "at_least": 2},
            ],
            "outcome": "picnic",
            "then_ask": [],
        },
        {"heading": "", "why": "", "when": [], "outcome": "cafe", "then_ask": []},
    ]


def test_an_outcome_is_told_with_its_reasons_for_the_answers_they_suit(lunch):
    assert sent(documents.of_outcome(lunch.outcomes["picnic"]))["reasons"] == [
        {
            "when": [{"question": "weather", "options": ["sun"], "at_least": 1}],
            "text": "It is sunny.",
            "sources": ["sky"],
        },
        {"when": [], "text": "It is pleasant outside.", "sources": ["sky"]},
    ]


# A result


def test_a_result_is_told_with_all_that_it_rests_on(result):
    assert result("a0b12-2a") == {
        "$schema": "https://example.net/schema/result.json",
        "flow": "lunch",
        "language": "en",
        "address": "https://example.net/en/lunch/a0b12-2a/",
        "token": "a0b12-2a",
        "unread": False,
        "edition": {"number": 2, "date": "2026-02-01"},
        "verdict": "accept",
        "was": None,
        "outcome": {"id": "picnic", "title": "Eat outside", "summary": "It is sunny, and there is food."},
        "answers": [
            {"question": "weather", "statement": "Weather", "options": [{"id": "sun", "label": "Sunny"}]},
            {
                "question": "food",
                "statement": "What there is",
                "options": [{"id": "bread", "label": "Bread"}, {"id": "cheese", "label": "Cheese"}],
            },
        ],
        "off_path": [],
        "reasons": [
            {"text": "It is sunny.", "because": ["weather"], "sources": [SKY]},
            {"text": "It is pleasant outside.", "because": ["weather", "food"], "sources": [SKY]},
        ],
        "steps": [{"text": "Wash your hands.", "sources": [SKY]}],
        "reports": [
            {"text": "Tell the cook.", "sources": []},
            {"text": "Have them look at the sky.", "sources": [SKY]},
        ],
        "evidence": [
            {"text": "Keep a picture.", "sources": []},
            {"text": "Note the colour of the sky.", "sources": [SKY]},
        ],
        "settings": [
            {
                "text": "Open the parasol",
                "path": "Garden → parasol",
                "sees": "They see the shade.",
                "sure": False,
                "sources": [SKY],
            },
            {
                "text": "Put the cheese in the shade",
                "path": "Basket → cheese",
                "sees": "They see cheese.",
                "sure": True,
                "sources": [SKY],
            },
        ],
        "helps": [],
        "replies": [
            {"tone": "polite", "aside": False, "text": "Shall we eat outside?", "original": "外で食べませんか。"},
            {"tone": "short", "aside": False, "text": "Outside?", "original": "外でどうぞ。"},
            {"tone": "cook", "aside": True, "text": "We eat outside.", "original": "外で食べます。"},
        ],
    }


def test_a_result_is_told_with_the_desks_for_what_happened(result):
    assert result("a2c2-2d")["helps"] == [
        {
            "name": "The cook",
            "phone": "0120-000-000",
            "url": "https://example.org/cook",
            "hours": "At noon only.",
            "closed": "Look into a cookery book.",
            "text": "Say how many.",
            "sources": [SKY],
        }
    ]
    assert result("a2c1-2d")["helps"] == []


def test_a_walk_that_has_not_ended_has_no_result(result):
    with pytest.raises(ValueError, match="not ended"):
        result("a0")


@pytest.mark.parametrize(("day", "stale"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True)])
def test_a_source_of_long_ago_is_told_as_stale(lunch, monkeypatch, day, stale):
    monkeypatch.setattr("wizard.api.documents.timezone.localdate", lambda: day)

    assert documents.of_source(lunch.sources["sky"])["stale"] is stale


def test_a_link_of_an_earlier_edition_tells_then_and_now(result):
    told = result("a2c1-1a")

    assert mistakes("result", told) == []
    assert (told["verdict"], told["token"]) == ("decline", "a2c1-2d")
    assert told["was"] == {
        "edition": 1,
        "date": "2026-01-01",
        "verdict": "accept",
        "since": [{"number": 2, "date": "2026-02-01", "text": "On a rainy day we eat at home."}],
    }
    assert result("a2c1-1d")["was"] is None


def test_answers_that_no_longer_count_stand_apart(result):
    told = result("a1b12-2p")

    assert mistakes("result", told) == []
    assert [answer["question"] for answer in told["answers"]] == ["weather"]
    assert told["off_path"] == [
        {
            "question": "food",
            "statement": "What there is",
            "options": [{"id": "bread", "label": "Bread"}, {"id": "cheese", "label": "Cheese"}],
        }
    ]
    assert (told["token"], told["address"]) == ("a1-2p", "https://example.net/en/lunch/a1-2p/")


@pytest.mark.parametrize("token", ["b21a0", "a0b12", "a0b12-9a"])
def test_a_token_spelled_otherwise_is_told_the_same(result, token):
    assert result(token) == result("a0b12-2a")


def test_a_part_that_cannot_be_read_is_said(result):
    told = result("a1q7-2d")

    assert (told["unread"], told["token"]) == (True, "a1-2p")

"""What programs are told: held against its descriptions, open to every origin, errors as problems."""

import json
from datetime import date

import pytest
from django.conf import settings
from jsonschema import Draft202012Validator

from tests.line.logic import WALKS
from wizard.content import flows
from wizard.engine.condition import matching
from wizard.engine.tokens import spell
from wizard.engine.walking import walk

PREFIXES = {"ja": "", "en": "/en"}
SCHEMAS = settings.BASE_DIR / "wizard" / "api" / "schemas"
PROBLEM = "application/problem+json"
# For each outcome its walks, the shortest first.
WALKS_BY_OUTCOME = {}
for answers, rule in sorted(WALKS, key=lambda pair: len(pair[0])):
    WALKS_BY_OUTCOME.setdefault(rule["outcome"], []).append(answers)


def schema(name):
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


def mistakes(name, told):
    """What an answer does not keep of its description."""
    validator = Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(told)]


def told(visitor, path, **options):
    response = visitor.get(path, **options)
    assert response.status_code == 200, path
    assert response.headers["Content-Type"] == "application/json"
    return json.loads(response.content.decode())


def problem(visitor, path, status, method="get", **options):
    """The problem at an address, checked for all that every problem has."""
    response = getattr(visitor, method)(path, **options)
    found = json.loads(response.content.decode())

    assert response.status_code == found["status"] == status
    assert response.headers["Content-Type"] == PROBLEM
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Cache-Control" not in response.headers
    assert "ETag" not in response.headers
    assert found["type"] == "about:blank"
    assert found["title"]
    assert found["detail"]
    return found


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


@pytest.mark.parametrize("name", ["result", "flow"])
def test_a_description_is_served_as_it_is(visitor, name):
    response = visitor.get(f"/schema/{name}.json")

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/schema+json"
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert json.loads(response.content) == schema(name)


def test_there_are_no_other_descriptions(visitor):
    assert visitor.get("/schema/nothing.json").status_code == 404


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("outcome", flows()["line"]["ja"].outcomes)
def test_every_outcome_is_told_as_described(visitor, outcome, language):
    flow, prefix = flows()["line"][language], PREFIXES[language]
    for answers in (WALKS_BY_OUTCOME[outcome][0], WALKS_BY_OUTCOME[outcome][-1]):
        at = walk(flow, answers)
        result = told(visitor, f"{prefix}/line/{spell(at)}.json")

        assert mistakes("result", result) == []
        assert (result["flow"], result["language"]) == ("line", language)
        assert result["verdict"] == at.outcome.verdict
        assert result["outcome"]["id"] == outcome
        assert result["outcome"]["title"] == at.outcome.title.for_answers(answers)
        assert {a["question"]: tuple(o["id"] for o in a["options"]) for a in result["answers"]} == answers
        assert [a["question"] for a in result["answers"]] == list(answers)
        assert [r["text"] for r in result["reasons"]] == [r.text for r in matching(at.outcome.reasons, answers)]
        assert [r["text"] for r in result["replies"]] == [r.text for r in at.outcome.replies_for(answers)]
        assert [s["text"] for s in result["steps"]] == [s.text for s in matching(at.outcome.steps, answers)]
        assert {id for reason in result["reasons"] for id in reason["because"]} <= answers.keys()
        assert result["address"] == f"https://testserver{prefix}/line/{spell(at)}/"
        assert result["$schema"] == "https://testserver/schema/result.json"


@pytest.mark.parametrize("language", PREFIXES)
def test_a_flow_is_told_as_described(visitor, language):
    result = told(visitor, f"{PREFIXES[language]}/line/flow.json")

    assert mistakes("flow", result) == []
    assert result["language"] == language
    assert result["name"] == flows()["line"][language].name
    assert result["address"] == f"https://testserver{PREFIXES[language]}/"
    assert result["$schema"] == "https://testserver/schema/flow.json"
    assert [source["id"] for source in result["sources"]] == list(flows()["line"][language].sources)


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


def test_a_flow_is_told_well_enough_to_decide_by(visitor, line):
    """Its rules alone lead every walk where ours do, and its codes spell the token."""
    flow = told(visitor, "/line/flow.json")
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
        assert f"{spelled}-{flow['editions'][-1]['number']}{outcome['verdict'][0]}" == spell(at)


@pytest.mark.usefixtures("lunch_site")
def test_all_that_a_flow_can_hold_is_told(visitor):
    flow = told(visitor, "/en/lunch/flow.json")
    weather, food, guests = flow["questions"]

    assert mistakes("flow", flow) == []
    assert [edition["number"] for edition in flow["editions"]] == [1, 2]
    assert flow["start"] == ["weather"]
    assert flow["retired"] == ["z"]
    assert (weather["kind"], weather["code"], weather["retired"]) == ("one", "a", ["3"])
    assert [option["unsure"] for option in weather["options"]] == [False, False, True]
    assert (food["kind"], food["least"], guests["least"]) == ("many", 0, 1)
    assert food["title"] == [
        {"when": [{"question": "weather", "options": ["sun"], "at_least": 1}], "text": "What is in the garden?"},
        {"when": [], "text": "What is in the house?"},
    ]
    assert flow["rules"] == [
        {
            "when": [{"question": "weather", "options": ["rain"], "at_least": 1}],
            "outcome": "home",
            "then_ask": ["guests"],
        },
        {
            "when": [
                {"question": "weather", "options": ["sun"], "at_least": 1},
                {"question": "food", "options": ["bread", "cheese", "fruit"], "at_least": 2},
            ],
            "outcome": "picnic",
            "then_ask": [],
        },
        {"when": [], "outcome": "cafe", "then_ask": []},
    ]


# A result


@pytest.mark.usefixtures("lunch_site")
def test_a_result_is_told_with_all_that_it_rests_on(visitor, monkeypatch):
    monkeypatch.setattr("wizard.api.documents.timezone.localdate", lambda: date(2026, 3, 1))
    sky = {
        "id": "sky",
        "title": "The sky",
        "url": "https://example.org/sky",
        "official": True,
        "checked": "2026-01-01",
        "how": "opened",
        "stale": False,
    }

    assert told(visitor, "/en/lunch/a0b12-2a.json") == {
        "$schema": "https://testserver/schema/result.json",
        "flow": "lunch",
        "language": "en",
        "address": "https://testserver/en/lunch/a0b12-2a/",
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
            {"text": "It is sunny.", "because": ["weather"], "sources": [sky]},
            {"text": "It is pleasant outside.", "because": ["weather", "food"], "sources": [sky]},
        ],
        "steps": [{"text": "Wash your hands.", "sources": [sky]}],
        "replies": [
            {"tone": "polite", "text": "Shall we eat outside?", "original": "外で食べませんか。"},
            {"tone": "short", "text": "Outside?", "original": "外でどうぞ。"},
        ],
    }


@pytest.mark.usefixtures("lunch_site")
def test_a_source_of_long_ago_is_told_as_stale(visitor, monkeypatch):
    monkeypatch.setattr("wizard.api.documents.timezone.localdate", lambda: date(2026, 8, 1))

    (reason, _) = told(visitor, "/lunch/a0b12-2a.json")["reasons"]
    sky, _ = told(visitor, "/lunch/flow.json")["sources"]
    assert reason["sources"][0]["stale"] is sky["stale"] is True


@pytest.mark.usefixtures("lunch_site")
def test_a_link_of_an_earlier_edition_tells_then_and_now(visitor):
    result = told(visitor, "/lunch/a2c1-1a.json")

    assert mistakes("result", result) == []
    assert result["verdict"] == "decline"
    assert result["token"] == "a2c1-2d"
    assert result["was"] == {
        "edition": 1,
        "date": "2026-01-01",
        "verdict": "accept",
        "since": [{"number": 2, "date": "2026-02-01", "text": "雨の日は家で食べます。"}],
    }
    assert told(visitor, "/lunch/a2c1-1d.json")["was"] is None


@pytest.mark.usefixtures("lunch_site")
def test_answers_that_no_longer_count_stand_apart(visitor):
    result = told(visitor, "/lunch/a1b12-2p.json")

    assert mistakes("result", result) == []
    assert [answer["question"] for answer in result["answers"]] == ["weather"]
    assert [answer["question"] for answer in result["off_path"]] == ["food"]
    assert result["token"] == "a1-2p"
    assert result["address"] == "https://testserver/lunch/a1-2p/"


@pytest.mark.usefixtures("lunch_site")
@pytest.mark.parametrize("token", ["b21a0", "a0b12", "a0b12-9a"])
def test_a_token_spelled_otherwise_is_told_the_same(visitor, token):
    assert told(visitor, f"/lunch/{token}.json") == told(visitor, "/lunch/a0b12-2a.json")


@pytest.mark.usefixtures("lunch_site")
def test_a_part_that_cannot_be_read_is_said(visitor):
    result = told(visitor, "/lunch/a1q7-2d.json")

    assert result["unread"] is True
    assert result["token"] == "a1-2p"


@pytest.mark.usefixtures("lunch_site")
@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_a_forged_stamp_leads_to_the_right_one(visitor, prefix):
    response = visitor.get(f"{prefix}/lunch/a0b12-2d.json")

    assert response.status_code == 302
    assert response.headers["Location"] == f"{prefix}/lunch/a0b12-2a.json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_words_are_sent_as_they_are(visitor):
    content = visitor.get("/line/flow.json").content.decode()

    assert "を" in content
    assert "\\u" not in content


# Keeping, and other origins


@pytest.mark.parametrize("path", ["/line/flow.json", "/line/a2b1c0-1h.json", "/en/line/flow.json"])
def test_what_is_told_may_be_kept_as_a_page_may(visitor, path):
    response = visitor.get(path, headers={"accept-encoding": "gzip"})
    again = visitor.get(path, headers={"if-none-match": response.headers["ETag"]})

    assert again.status_code == 304
    assert again.content == b""
    for answer in (response, again):
        assert answer.headers["Cache-Control"] == "public, max-age=300"
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert visitor.head(path).headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/en/", "/line/", "/line/a0/", "/line/a0/now/", "/line/a2b1c0-1h/", "/line/outcomes/stop/"),
        *("/accessibility/", "/schema/result.json", "/schema/flow.json", "/robots.txt", "/favicon.ico"),
        *("/nowhere/", "/nowhere.json", "/line/outcomes/stop.json", "/line/a2b1c0-1h.json/", "/static/nope.json"),
        *("/flow.json", "/line/a0/now.json", "/line?flow.json", "/" + "x" * 3000),
    ],
)
def test_nothing_else_is_open_to_other_origins(visitor, path):
    response = visitor.get(path, headers={"origin": "https://other.example"})

    assert "Access-Control-Allow-Origin" not in response.headers
    assert response.headers["Content-Type"] != PROBLEM


def test_static_files_are_not_open_either(visitor):
    response = visitor.get("/static/wizard.css")
    response.close()

    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response.headers


def test_what_is_told_is_guarded_and_sets_no_cookie(visitor):
    for path in ("/line/flow.json", "/line/a2b1c0-1h.json", "/line/zz.json", "/line/" + "a0" * 2000 + ".json"):
        response = visitor.get(path)

        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "max-age=31536000" in response.headers["Strict-Transport-Security"]
        assert not response.cookies


# Problems


@pytest.mark.parametrize(
    "path",
    [
        *("/line/zz.json", "/line/-1a.json", "/line/outcomes.json", "/line/%F0%9F%90%B1.json"),
        *("/dinner/flow.json", "/dinner/a0.json", "/accessibility/flow.json"),
    ],
)
def test_what_cannot_be_read_at_all_is_a_problem(visitor, path):
    found = problem(visitor, path, 404)

    assert found["title"] == "Not Found"
    assert found["detail"] == "このアドレスにはページがありません"
    assert problem(visitor, f"/en{path}", 404)["detail"] == "There is no page at this address"


@pytest.mark.usefixtures("lunch_site")
@pytest.mark.parametrize("token", ["a0", "a0-1a", "a0-2a", "a0q7", "a0b"])
def test_a_walk_that_is_not_finished_says_what_is_asked_next(visitor, token):
    found = problem(visitor, f"/en/lunch/{token}.json", 404)

    assert found["question"] == "food"
    assert "What is in the garden?" in found["detail"]
    assert found["address"] == "https://testserver/en/lunch/a0/"
    assert visitor.open(found["address"]).main["data-question"] == "food"


@pytest.mark.usefixtures("lunch_site")
def test_the_next_question_is_named_in_the_language_of_the_address(visitor):
    assert "庭に何がありますか？" in problem(visitor, "/lunch/a0.json", 404)["detail"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("path", ["/line/flow.json", "/line/a2b1c0-1h.json", "/line/zz.json"])
def test_an_unsafe_method_is_a_problem(visitor, path, method):
    found = problem(visitor, path, 405, method)

    assert found["detail"] == "このページには、データを送れません"
    assert getattr(visitor, method)(path).headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/line/" + "a0" * 2000 + ".json", "/line/flow.json?" + "x" * 3000])
def test_an_oversized_address_is_a_problem(visitor, path):
    assert problem(visitor, path, 414)["detail"] == "アドレスが長すぎます"
    assert problem(visitor, f"/en{path}", 414)["detail"] == "This address is too long"


def test_a_foreign_host_is_a_problem(visitor):
    problem(visitor, "/line/flow.json", 400, headers={"host": "evil.example"})


def test_an_error_of_ours_is_a_problem(visitor, monkeypatch):
    visitor.raise_request_exception = False
    monkeypatch.setattr("wizard.visits.walk", lambda *_: 1 / 0)

    assert problem(visitor, "/line/a2b1c0-1h.json", 500)["detail"] == "サイトの側で問題が起きました"


def test_a_result_is_found_by_programs_and_not_by_search_engines(visitor):
    page = visitor.open("/line/a2b1c0-1h/")
    address = next(link["href"] for link in page.rel["alternate"] if link.get("type") == "application/json")
    told = visitor.get(address)

    assert told.status_code == 200
    assert told.headers["X-Robots-Tag"] == "noindex"
    assert visitor.get("/line/flow.json").headers.get("X-Robots-Tag") is None

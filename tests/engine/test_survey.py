"""What lies ahead of every position is what walking finds."""

from itertools import combinations
from time import process_time

from tools.made_up import flow, made_up, question
from wizard.engine import Condition, Rule, When, walk
from wizard.engine.survey import ahead_of, start_of, survey


def brute_force(flow, path, seen):
    """What is ahead, by walking on with every answer of up to two ticks."""
    at = walk(flow, path)
    if at.rule:
        ahead = (0, 0, {at.outcome.verdict})
    else:
        question = at.question
        ticks = range(3) if question.many else (1,)
        answers = [question.answer(chosen) for n in ticks for chosen in combinations(question.options, n)]
        below = [brute_force(flow, {**path, question.id: a}, seen) for a in answers if a is not None]
        ahead = (1 + min(a[0] for a in below), 1 + max(a[1] for a in below), set().union(*(a[2] for a in below)))
    seen.append((path, ahead))
    return ahead


def test_what_is_ahead_is_exact_at_every_step_of_the_line_flow(line):
    seen = []
    brute_force(line, {}, seen)

    assert len(seen) > 3000
    for path, expected in seen:
        ahead = ahead_of(line, path)
        assert (ahead.least, ahead.most, ahead.verdicts) == expected


def test_positions_are_far_fewer_than_walks(line):
    assert len(line.survey.ahead) < 200


def test_every_way_through_the_rules_is_kept_once(lunch):
    routes = {(frozenset(ending.effects.items()), ending.verdict) for ending in lunch.survey.endings}

    assert len(lunch.survey.endings) == len(routes) == lunch.survey.ahead[start_of(lunch)].routes == 4
    assert {verdict for _, verdict in routes} == {"accept", "propose", "decline"}


def test_ways_past_the_budget_are_said_not_to_be_known(lunch, monkeypatch):
    assert lunch.survey.knows_routes
    monkeypatch.setattr("wizard.engine.survey.MOST_ENDINGS", 3)
    found = survey(lunch)

    assert found.is_whole
    assert found.endings == ()
    assert not found.knows_routes


# Flows too large to survey


def test_a_flow_too_large_is_given_up_in_time():
    began = process_time()
    large = made_up(questions=200, rules=400)
    found = survey(large)

    assert not found.is_whole
    assert not found.knows_routes
    assert start_of(large) not in found.ahead
    assert process_time() - began < 2


def test_what_is_known_of_a_flow_too_large_is_right(monkeypatch):
    made = made_up(questions=12, rules=30)
    whole = survey(made)
    monkeypatch.setattr("wizard.engine.survey.MOST_POSITIONS", len(whole.ahead) // 2)
    part = survey(made)

    assert whole.is_whole
    assert not part.is_whole
    assert 0 < len(part.ahead) < len(whole.ahead)
    assert part.ahead.items() <= whole.ahead.items()


def test_a_checkbox_question_with_too_many_answers_is_given_up_in_time():
    ticks = [chr(ord("A") + n) for n in range(18)]
    rules = [Rule(When((Condition("q", frozenset({tick})),)), "yes") for tick in ticks]
    began = process_time()
    found = survey(flow({"q": question("q", ticks, many=True)}, [*rules, Rule(When(), "no")]))

    assert not found.is_whole
    assert process_time() - began < 1


def test_a_flow_of_very_many_questions_in_a_row_is_not_followed_to_its_end():
    asked = {f"q{n}": question(f"q{n}", ["0", "1"]) for n in range(900)}
    every = When(tuple(Condition(id, frozenset({"0"})) for id in asked))

    assert not survey(flow(asked, [Rule(every, "yes"), Rule(When(), "no")])).is_whole

"""What lies ahead of every position is what walking finds."""

from itertools import combinations

from wizard.engine.model import Ahead
from wizard.engine.survey import position, survey
from wizard.engine.walking import walk


def brute_force(flow, path, seen):
    """What is ahead, by walking on with every answer of up to two ticks."""
    at = walk(flow, path)
    if at.rule:
        ahead = Ahead(0, 0, frozenset({at.outcome.verdict}))
    else:
        question = at.question
        ticks = range(3) if question.many else (1,)
        answers = [question.answer(chosen) for n in ticks for chosen in combinations(question.options, n)]
        below = [brute_force(flow, {**path, question.id: a}, seen) for a in answers if a is not None]
        verdicts = frozenset(verdict for a in below for verdict in a.verdicts)
        ahead = Ahead(1 + min(a.least for a in below), 1 + max(a.most for a in below), verdicts)
    seen.append((path, ahead))
    return ahead


def test_what_is_ahead_is_exact_at_every_step_of_the_line_flow(line):
    seen = []
    brute_force(line, {}, seen)

    assert sum(ahead.most == 0 for _, ahead in seen) == 2301
    for path, ahead in seen:
        assert line.ahead[position(line, path)] == ahead


def test_positions_are_far_fewer_than_walks(line):
    assert len(line.ahead) < 200


def test_every_rule_is_reached(line):
    assert survey(line).reached == set(range(len(line.rules)))

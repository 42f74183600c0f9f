"""An independent reading of the logic: as plain as can be, sharing no code with the engine."""

import tomllib
from itertools import combinations
from pathlib import Path

LOGIC = tomllib.loads((Path(__file__).parent / "logic.toml").read_text(encoding="utf-8"))
QUESTIONS, RULES, START = LOGIC["questions"], LOGIC["rule"], LOGIC["start"]


def state(test, question, answers):
    """True, False, or None while the question is not answered."""
    if question not in answers:
        return None
    answer = answers[question]
    if isinstance(test, dict):
        return len(answer) >= test["at_least"]
    return bool({*answer} & {*test})


def place(answers):
    """The question that is asked next, or the rule that decides, with all rules tried from the first."""
    for question in START:
        if question not in answers:
            return question, None
    for rule in RULES:
        states = {question: state(test, question, answers) for question, test in rule["when"].items()}
        if False in states.values():
            continue
        unknown = [question for question in states if states[question] is None]
        unknown += [question for question in rule.get("then_ask", []) if question not in answers]
        return (unknown[0], None) if unknown else (None, rule)
    raise AssertionError("no rule decides")


def answers_to(question, ticks=2):
    """Every answer, with up to so many ticks in a list."""
    kind, options = QUESTIONS[question]["kind"], QUESTIONS[question]["options"]
    if kind == "one":
        return [(option,) for option in options]
    least = QUESTIONS[question].get("least", 0)
    return [chosen for n in range(least, ticks + 1) for chosen in combinations(options, n)]


def walks(answers=None):
    """Every walk: the answers in the order asked, and the rule at the end."""
    answers = answers or {}
    question, rule = place(answers)
    if rule:
        yield answers, rule
        return
    for answer in answers_to(question):
        yield from walks({**answers, question: answer})


WALKS = list(walks())

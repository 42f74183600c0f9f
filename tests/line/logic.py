"""An independent reading of the logic: as plain as can be, sharing no code with the engine."""

import tomllib
from functools import cache
from itertools import combinations
from pathlib import Path

from django.conf import settings


def data(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


LINE = settings.BASE_DIR / "wizard" / "flows" / "line"
LOGIC = data(Path(__file__).parent / "logic.toml")
QUESTIONS, RULES, START = LOGIC["questions"], LOGIC["rule"], LOGIC["start"]
CASES, PROMISES = data(LINE / "cases.toml")["case"], data(LINE / "promises.toml")["promise"]
# The rules count up to three ticks and no further.
MOST_TICKS = 3


def state(test, question, answers):
    """True, False, or None while the question is not answered."""
    if question not in answers:
        return None
    return holds(test, answers[question])


def holds(test, answer):
    if isinstance(test, dict):
        return len(answer) >= test["at_least"]
    return bool({*answer} & {*test}) if test else not answer


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


def answers_to(question):
    """Every option alone, and of the sets of ticks one of each kind that a rule or a promise tells from the others."""
    kind, options = QUESTIONS[question]["kind"], QUESTIONS[question]["options"]
    if kind == "one":
        return [(option,) for option in options]
    least = QUESTIONS[question].get("least", 0)
    tests = [item["when"][question] for item in (*RULES, *PROMISES) if question in item["when"]]
    found = {}
    for count in range(least, MOST_TICKS + 1):
        for chosen in combinations(options, count):
            found.setdefault(tuple(holds(test, chosen) for test in tests), chosen)
    return list(dict.fromkeys([*found.values(), *((option,) for option in options)]))


@cache
def kind(question, answer):
    """What the rules make of an answer: two of one kind lead to the same."""
    return tuple(holds(rule["when"][question], answer) for rule in RULES if question in rule["when"])


ANSWERS = {question: answers_to(question) for question in QUESTIONS}


def walks(answers=None):
    """Every walk: the answers in the order asked, and the rule at the end."""
    answers = answers or {}
    question, rule = place(answers)
    if rule:
        yield answers, rule
        return
    for answer in ANSWERS[question]:
        yield from walks({**answers, question: answer})


WALKS = list(walks())

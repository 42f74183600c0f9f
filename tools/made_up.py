"""Made-up flows of any size, without words: what the proofs are timed on, and held against listing all answers."""

import random
from dataclasses import replace

from wizard.engine import Condition, Flow, Option, Outcome, Promise, Question, Rule, Verdict, When, Words
from wizard.engine.proving.space import Space
from wizard.engine.proving.subject import Subject
from wizard.engine.reading.files import Files
from wizard.engine.reading.table import Table


def large(questions):
    """So many questions, some of them of risk, and twice as many rules, each on one to three of them."""
    flow = made_up(questions, 2 * questions)
    asked = {id: replace(q, least=1, risk=number % 10 == 0) for number, (id, q) in enumerate(flow.questions.items())}
    return promising(replace(flow, questions=asked), questions, count=questions // 5)


def made_up(questions, rules, options=3):
    """A flow of so many questions, each of whose rules hangs on one to three of them."""
    chance = random.Random(questions)
    asked = {f"q{n}": question(f"q{n}", [str(option) for option in range(options)]) for n in range(questions)}
    whens = [some_choices(chance, asked) for _ in range(rules - 1)]
    return flow(asked, [*(Rule(when, "yes") for when in whens), Rule(When(), "no")])


def some_choices(chance, asked):
    chosen = chance.sample(list(asked), chance.randint(1, 3))
    return When(tuple(Condition(id, frozenset(chance.sample(list(asked[id].options), 1))) for id in chosen))


def promising(flow, seed, count=10):
    """The flow with promises, some kept and some not."""
    chance = random.Random(seed)
    promises = [
        Promise(
            id=f"p{number}",
            when=some_when(chance, flow.questions, none=True),
            allowed=frozenset(chance.sample(list(Verdict)[:3], 2)),
            never_outcomes=frozenset(),
            text="",
            dangers=(),
        )
        for number in range(count)
    ]
    return replace(flow, promises=tuple(promises))


def some_when(chance, asked, none=False):
    """A condition on one to three questions, in each of the grammar's forms."""
    return When(
        tuple(some_condition(chance, asked[id], none) for id in chance.sample(list(asked), chance.randint(1, 3)))
    )


def some_condition(chance, question, none=False):
    options = list(question.options)
    if question.many and chance.random() < 0.5:
        return Condition(question.id, frozenset(options), chance.randint(1, len(options)))
    if question.many and none and chance.random() < 0.5:
        return Condition(question.id, frozenset())
    return Condition(question.id, frozenset(chance.sample(options, chance.randint(1, len(options) - 1))))


def question(id, options, many=False):
    made = {option: Option(option, option[0], Words(), Words(), False) for option in options}
    return Question(id, id, many, 0, False, False, Words(), Words(), Words(), Words(), made)


def flow(asked, rules):
    outcomes = {id: outcome(id, verdict) for id, verdict in {"yes": Verdict.ACCEPT, "no": Verdict.DECLINE}.items()}
    names = dict.fromkeys(("id", "language", "name", "title", "lead", "description"), "")
    lists = dict.fromkeys(("about", "replies", "hedges", "unbroken", "unknown", "prefilled", "editions"), ())
    first = (next(iter(asked)),)
    return Flow(
        **names,
        **lists,
        tones={},
        settings_title=Words(),
        reports_title=Words(),
        stages_title=Words(),
        stages=(),
        sides=(),
        start=first,
        questions=asked,
        rules=tuple(rules),
        outcomes=outcomes,
        sources={},
    )


def outcome(id, verdict):
    return Outcome(id, verdict, Words(), Words(), (), (), (), (), (), (), (), ())


def subject_of(flow, survey=None):
    """A flow to be proved, with the tables of files that nobody wrote."""
    flow = replace(flow, survey=survey) if survey else flow
    files = Files("made", Table("made.toml", "flow", {}, []), [])
    files.named["question"] = {id: Table("made.toml", f"question.{id}", {}, []) for id in flow.questions}
    for section, items in (("rule", flow.rules), ("promise", flow.promises)):
        files.listed[section] = [Table("made.toml", f"{section}[{n}]", {}, []) for n, _ in enumerate(items, start=1)]
    return Subject(flow, files, None, Space(flow))

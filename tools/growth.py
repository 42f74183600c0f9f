"""Flows made up to see how costs grow: with the answers given, the questions, the rules, and the flows beside it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from string import ascii_lowercase
from tempfile import TemporaryDirectory
from time import process_time

from django.conf import settings
from django.test import override_settings

from wizard.content import flows
from wizard.engine import Answers, Condition, Flow, Rule, When, read_token, spell, walk


def there_and_back(flow: Flow, token: str) -> str:
    return spell(walk(flow, read_token(flow, token).answers))


def longest(flow: Flow) -> Answers:
    """Answers to every question."""
    return {id: (next(iter(question.options)),) for id, question in flow.questions.items()}


def chain(flow: Flow, count: int) -> Flow:
    """A flow of so many questions of yes and no, each of which ends the walk if it is answered with no."""
    like = next(question for question in flow.questions.values() if not question.many)
    second = list(like.options)[1]
    codes = ascii_lowercase[:count]
    questions = {code: replace(like, id=code, code=code) for code in codes}
    rules = [Rule(When((Condition(code, frozenset({second})),)), next(iter(flow.outcomes))) for code in codes]
    return replace(flow, questions=questions, start=(), rules=(*rules, Rule(When(), next(iter(flow.outcomes)))))


def token(flow: Flow, answers: int) -> str:
    """The token of a chain with so many answers."""
    return "".join(f"{q.code}{next(iter(q.options.values())).code}" for q in list(flow.questions.values())[:answers])


def with_rules(flow: Flow, count: int) -> Flow:
    """The flow with so many rules, of which only the last is true."""
    first = next(iter(flow.questions.values()))
    never = Rule(When((Condition(first.id, frozenset({list(first.options)[-1]})),)), next(iter(flow.outcomes)))
    return replace(flow, rules=(*[never] * (count - 1), Rule(When(), next(iter(flow.outcomes)))))


@contextmanager
def copies(count: int) -> Iterator[float]:
    """The site with so many copies of the default flow beside it; gives the CPU seconds that reading each took."""
    with TemporaryDirectory() as folder:
        for number in range(count):
            name = f"copy{number}" if number else settings.DEFAULT_FLOW
            shutil.copytree(settings.FLOWS_DIR / settings.DEFAULT_FLOW, Path(folder, name))
        with override_settings(FLOWS_DIR=Path(folder)):
            flows.cache_clear()
            begin = process_time()
            flows()
            yield (process_time() - begin) / count
    flows.cache_clear()

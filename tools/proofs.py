"""What a proof and a comparison cost: of the LINE flow, and of made-up flows, by looking through and by solving."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import process_time

import django
from django.conf import settings

from tools.made_up import large, subject_of
from tools.targets import Targets
from wizard.engine import Flow
from wizard.engine.proving import compare, prove
from wizard.engine.proving.hidden import check_hidden
from wizard.engine.proving.promises import check_promises
from wizard.engine.proving.risk import check_risk
from wizard.engine.proving.solved import check_by_solving
from wizard.engine.reading import read
from wizard.engine.survey import survey

SIZES = (10, 20, 50, 100, 200)


def main(sizes: tuple[int, ...] = SIZES) -> int:
    targets = Targets()
    print("The LINE flow")
    hold_line(targets)
    for questions in sizes:
        print(f"A made-up flow of {questions} questions and {2 * questions} rules")
        hold_made_up(targets, questions)
    return targets.status()


def hold_line(targets: Targets) -> None:
    folder, languages = settings.FLOWS_DIR / "line", [code for code, _ in settings.LANGUAGES]
    flow = prove(folder, languages).flow
    reading = partial(spent, lambda: read(folder, languages))
    targets.hold("proved, once read", lambda: spent(lambda: prove(folder, languages)) - reading(), 0.3, "s")
    targets.hold("compared with itself", lambda: spent(lambda: compare(flow, flow)), 0.2, "s")


def hold_made_up(targets: Targets, questions: int) -> None:
    flow = large(questions)
    check_both_ways_agree(flow)
    moved = with_a_rule_moved_up(flow)
    name = f"{questions} questions"
    targets.hold(f"{name}: solved", lambda: spent(lambda: list(check_by_solving(subject_of(flow)))), 2, "s")
    targets.hold(f"{name}: compared", lambda: spent(lambda: compare(flow, moved)), 5, "s")


def check_both_ways_agree(flow: Flow) -> None:
    """Say what it costs to look through all routes, where they are few enough, and see that solving finds the same."""
    begun = process_time()
    subject = subject_of(flow, survey(flow))
    if not subject.flow.survey.knows_routes:
        print(f"  looked through until given up: {process_time() - begun:.3f} s")
        return
    looked = [*check_promises(subject), *check_hidden(subject), *check_risk(subject)]
    print(f"  looked through: {process_time() - begun:.3f} s")
    solved = check_by_solving(subject_of(flow))
    assert [check.holds for check in looked] == [check.holds for check in solved]


def with_a_rule_moved_up(flow: Flow) -> Flow:
    rules = list(flow.rules)
    rules.insert(0, rules.pop(len(rules) // 2))
    return replace(flow, rules=tuple(rules))


def spent(work: Callable[[], object]) -> float:
    """The CPU seconds that some work took."""
    begun = process_time()
    work()
    return process_time() - begun


if __name__ == "__main__":
    django.setup()
    sys.exit(main())

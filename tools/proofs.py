"""What a proof and a comparison cost: of the LINE flow, and of made-up flows, by looking through and by solving."""

from dataclasses import replace
from time import process_time

from django.conf import settings

SIZES = (10, 20, 50, 100, 200)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    from wizard.engine.proving import compare, prove
    from wizard.engine.reading import read

    languages = [code for code, _ in settings.LANGUAGES]
    began = process_time()
    read(settings.FLOWS_DIR / "line", languages)
    reading = process_time() - began
    began = process_time()
    flow = prove(settings.FLOWS_DIR / "line", languages).flow
    proving = process_time() - began - reading
    print(f"  {'the LINE flow, proved':40} {proving:7.3f} s  (at most 0.3), once read in {reading:.3f} s", flush=True)
    began = process_time()
    compare(flow, flow)
    print(f"  {'the LINE flow, compared':40} {process_time() - began:7.3f} s  (at most 0.2)", flush=True)
    for questions in sizes:
        print(f"  {f'{questions} questions, {2 * questions} rules':40} {both(questions)}", flush=True)


def both(questions: int) -> str:
    """The timings of a made-up flow beside each other."""
    from tools.made_up import large, subject_of
    from wizard.engine.proving.solved import check_by_solving
    from wizard.engine.survey import survey

    flow = large(questions)
    began = process_time()
    solved = list(check_by_solving(subject_of(flow)))
    solving = process_time() - began
    began = process_time()
    subject = subject_of(flow, survey(flow))
    looked = looked_through(subject) if subject.flow.survey.knows_ways else None
    looking = f"{process_time() - began:7.3f} s " + ("looked through" if looked else "until given up")
    assert looked is None or [check.holds for check in looked] == [check.holds for check in solved]
    return f"{solving:7.3f} s solved  (at most 2), {looking}, {compared(flow):7.3f} s compared  (at most 5)"


def compared(flow):
    """What it costs to compare a flow with itself but for a rule that has moved up."""
    from wizard.engine.proving import compare

    rules = list(flow.rules)
    rules.insert(0, rules.pop(len(rules) // 2))
    began = process_time()
    compare(flow, replace(flow, rules=tuple(rules)))
    return process_time() - began


def looked_through(subject):
    from wizard.engine.proving.hidden import check_hidden
    from wizard.engine.proving.promises import check_promises
    from wizard.engine.proving.risk import check_risk

    return [*check_promises(subject), *check_hidden(subject), *check_risk(subject)]


if __name__ == "__main__":
    import django

    django.setup()
    main()

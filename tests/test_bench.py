"""The benchmark runs and holds its figures to their targets; what they are is for `make bench` on a quiet machine."""

import re

import pytest

from tools import bench, proofs
from tools.targets import Known, Targets, read_known

FIGURE = re.compile(
    r"^  (.{48}) *-?\d+\.\d{3} (?:×|ms|s) +at most [0-9.]+ +(?:ok|missed, as known|MISSED)", re.MULTILINE
)


def test_every_figure_stands_beside_what_it_may_be(capsys):
    bench.main(rounds=1, calls=2)
    proofs.main(sizes=(10,))
    printed = [what.strip() for what in FIGURE.findall(capsys.readouterr().out)]

    assert len(printed) == len(set(printed)) == 25
    assert read_known().keys() <= set(printed), "of a figure that is no more, nothing is known"


KNOWN = {"slow": Known(100, "it does more")}


@pytest.mark.parametrize(
    ("what", "figure", "said", "status"),
    [
        *(("quick", 75, "ok", 0), ("quick", 75.1, "MISSED", 1), ("quick", 99, "MISSED", 1)),
        *(("slow", 75, "ok", 0), ("slow", 100, "missed, as known, 100 at most: it does more", 0)),
        ("slow", 100.1, "MISSED", 1),
    ],
)
def test_a_miss_fails_unless_it_is_known_and_has_not_grown(capsys, what, figure, said, status):
    targets = Targets(KNOWN)
    targets.hold(what, lambda: figure, 75)

    assert capsys.readouterr().out.endswith(f"at most 75     {said}\n")
    assert targets.status() == status
    assert capsys.readouterr().out.startswith(f"MISSED: {what}." if status else "")


@pytest.mark.parametrize(("figures", "status"), [([80, 70], 0), ([80, 90], 1), ([70, 80], 0)])
def test_what_misses_is_measured_once_more(figures, status):
    targets = Targets({})
    targets.hold("quick", lambda: figures.pop(0), 75)

    assert targets.status() == status


def test_every_known_miss_has_its_reason():
    assert all(len(known.why) > 20 for known in read_known().values())

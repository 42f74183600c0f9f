"""The benchmark runs and prints ratios; what they are is for `make bench` on a quiet machine."""

import re

from tools import proofs
from tools.bench import main


def test_the_benchmark_prints_ratios_beside_what_they_may_be(capsys):
    main(rounds=1, calls=2)
    printed = capsys.readouterr().out

    assert len(re.findall(r"x +\d+\.\d+  \(at most \d", printed)) == 20
    assert "of them read" in printed


def test_the_benchmark_of_proofs_prints_both_timings(capsys):
    proofs.main(sizes=(10,))
    printed = capsys.readouterr().out

    assert len(re.findall(r"\d+\.\d{3} s  \(at most 0", printed)) == 2
    assert re.search(r"10 questions, 20 rules +\d+\.\d{3} s solved .*\d+\.\d{3} s looked through", printed)

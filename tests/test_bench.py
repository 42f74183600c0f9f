"""The benchmark runs and prints ratios; what they are is for `make bench` on a quiet machine."""

import re

from tools.bench import main


def test_the_benchmark_prints_ratios(capsys):
    main(rounds=1, calls=50)

    assert len(re.findall(r"(?:x|response:) \d+\.\d", capsys.readouterr().out)) == 5

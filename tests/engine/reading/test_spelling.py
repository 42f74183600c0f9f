"""Did you mean: the known name nearest to one that is not known."""

import pytest

from wizard.engine.reading.spelling import meant


@pytest.mark.parametrize(
    ("name", "known", "wish"),
    [
        ("rsik", ("risk", "kind", "title"), "did you mean 'risk'?"),
        ("then-ask", ("then_ask", "when"), "did you mean 'then_ask'?"),
        ("stay-on-sight", ("stop", "stay-on-site"), "did you mean 'stay-on-site'?"),
        ("Weather", ("weather",), "did you mean 'weather'?"),
        ("when", ("en", "ja"), "define it"),
        ("sea", ("sky",), "define it"),
        ("sea", (), "define it"),
    ],
)
def test_the_nearest_name_is_proposed_where_one_is_near(name, known, wish):
    assert meant(name, known, "define it") == wish


def test_of_two_names_equally_near_it_is_always_the_same():
    assert meant("part", {"cart", "dart"}, "") == meant("part", ["dart", "cart"], "")

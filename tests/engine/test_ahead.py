"""Positions: what is asked, and where an answer leads."""

from wizard.engine.ahead import OpenRule, Position

FIRST, SECOND, LAST = OpenRule(0, ("a", "b"), ("c",)), OpenRule(1, ("b",), ()), OpenRule(2, (), ())


def test_start_is_asked_before_any_rule():
    assert Position(("s",), (FIRST, LAST)).asks == "s"


def test_a_rule_asks_for_its_conditions_then_for_what_it_asks_besides():
    assert Position((), (FIRST, LAST)).asks == "a"
    assert Position((), (OpenRule(0, (), ("c",)),)).asks == "c"
    assert Position((), (LAST,)).asks is None


def test_an_answer_closes_the_rules_whose_condition_it_fails():
    after = Position(("a",), (FIRST, SECOND, LAST)).after("a", frozenset())

    assert after == Position((), (SECOND, LAST))


def test_an_answer_is_no_longer_lacking_where_it_is_met():
    after = Position((), (FIRST, SECOND, LAST)).after("b", frozenset({0, 1}))

    assert after == Position((), (OpenRule(0, ("a",), ("c",)), OpenRule(1, (), ())))


def test_rules_behind_the_first_that_is_true_have_no_say():
    assert Position((), (SECOND, LAST)).after("b", frozenset({1})).rules == (OpenRule(1, (), ()),)


def test_what_a_rule_asks_besides_is_asked_once():
    assert Position(("c",), (FIRST, LAST)).after("c", frozenset()).rules[0] == OpenRule(0, ("a", "b"), ())

"""What a peer sees of a shared result, as values."""

from wizard.pages.shared import SharedPage


def test_it_is_somebody_elses(at):
    assert SharedPage.of(at(weather="cloud")).tab == "A shared result: △ Suggest another way: Go to a café"


def test_each_answer_stands_with_what_would_follow_otherwise(at):
    (row, otherwise), *others = SharedPage.of(at(weather="cloud")).otherwise

    assert others == []
    assert row.id == "weather"
    assert [(what_if.label, what_if.verdicts) for what_if in otherwise] == [
        ("Rain, or I don't know", ("decline",)),
        ("Sunny", ("accept", "propose")),
    ]


def test_an_answer_that_changes_nothing_stands_alone(at):
    rows = SharedPage.of(at(weather="rain", guests=["family"])).otherwise

    assert [(row.id, len(otherwise)) for row, otherwise in rows] == [("weather", 2), ("guests", 0)]

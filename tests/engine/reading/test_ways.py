"""Ways to act read from tables: the same aspects for each, and what every cell rests on."""

from tests.engine.reading.broken import broken, mistakes_with, read

GARDEN_COST = 'cell.cost = { ja = "かかりません。", en = "Nothing.", judgement = true }'

GROUNDS = "sources: name the sources of what it states, or say judgement = true if it states no fact"


def test_ways_are_read_with_a_cell_for_each_aspect_in_its_order(tmp_path):
    flow = read(tmp_path)["en"]
    garden, cafe = flow.ways.values()

    assert flow.aspects == {"cost": "What it costs", "view": "What you see"}
    assert (garden.id, garden.name) == ("garden", "Eat in the garden")
    assert [list(way.cells) for way in (garden, cafe)] == [["cost", "view"], ["cost", "view"]]
    assert garden.cells["cost"].text == "Nothing."
    assert garden.cells["cost"].sources == ()
    assert garden.cells["view"].sources == (flow.sources["sky"],)


@broken(
    {
        "aspect of which one way says nothing": (
            GARDEN_COST,
            "",
            "way.garden.cell.cost: is missing; say of every way what is said of the others",
        ),
        "aspect that is not defined": (
            GARDEN_COST,
            f'{GARDEN_COST}\ncell.costs = {{ ja = "少し。", en = "A little.", judgement = true }}',
            "way.garden.cell: 'costs' is no aspect; did you mean 'cost'?",
        ),
        "cell that rests on nothing": (
            GARDEN_COST,
            'cell.cost = { ja = "かかりません。", en = "Nothing." }',
            f"way.garden.cell.cost.{GROUNDS}",
        ),
        "judgement with a source": (
            GARDEN_COST,
            'cell.cost = { ja = "かかりません。", en = "Nothing.", sources = ["sky"], judgement = true }',
            f"way.garden.cell.cost.{GROUNDS}",
        ),
        "secondary sources without a hedge": (
            'ja = "高いと言われています。"',
            'ja = "高いです。"',
            "way.cafe.cell.cost.ja: rests on secondary sources only; say so: と言われています",
        ),
        "key of a cell that is not known": (
            GARDEN_COST,
            GARDEN_COST.replace("judgement = true", 'judgement = true, source = "sky"'),
            "way.garden.cell.cost.source: is not known here; did you mean 'sources'?",
        ),
    }
)
def test_a_mistake_is_named_with_table_key_and_wish(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences

"""Questions: codes that are their own for good, kinds, groups."""

from tests.engine.reading.broken import broken, changed, mistakes_with, read

LETTERS, ONE = "give lower-case letters", "give one digit or capital letter"
FREE = "take one that was never used"


@broken(
    {
        "code in capitals": ('code = "b"', 'code = "B"', f"question.food.code: {LETTERS}"),
        "code with a digit": ('code = "b"', 'code = "b1"', f"question.food.code: {LETTERS}"),
        "no code": (
            'code = "b"\n',
            "",
            "question.food.code: is missing; give a text",
            f"question.food.code: {LETTERS}",
        ),
        "option's code of two": ('code = "A"', 'code = "AB"', f"question.food.option.fruit.code: {ONE}"),
        "option's code in lower case": ('code = "A"', 'code = "x"', f"question.food.option.fruit.code: {ONE}"),
        "code used twice": (
            'code = "b"',
            'code = "a"',
            f"question.food.code: 'a' belongs to question weather; {FREE}",
        ),
        "retired code": ('code = "b"', 'code = "z"', f"question.food.code: 'z' belongs to a retired question; {FREE}"),
        "retired code that is none": (
            'retired = ["3"]',
            'retired = ["33"]',
            f"question.weather.retired: '33' is no code; {ONE}",
        ),
        "retired question's code that is none": (
            'retired = ["z"]',
            'retired = ["Z"]',
            f"flow.retired: 'Z' is no code; {LETTERS}",
        ),
        "option's code used twice": (
            'code = "A"',
            'code = "1"',
            f"question.food.option.fruit.code: '1' belongs to option bread; {FREE}",
        ),
        "option's retired code": (
            'code = "2"\nlabel.ja = "雨',
            'code = "3"\nlabel.ja = "雨',
            f"question.weather.option.rain.code: '3' belongs to a retired option; {FREE}",
        ),
        "option's reserved code": (
            'code = "A"',
            'code = "0"',
            f"question.food.option.fruit.code: '0' belongs to none of these; {FREE}",
        ),
        "unknown kind": (
            'kind = "one"',
            'kind = "two"',
            'question.weather.kind: give "one" or "many"',
        ),
        "unknown group": (
            'group = "given"',
            'group = "found"',
            "question.food.option.fruit.group: 'found' is no group of this question; define it or mend its spelling",
        ),
        "no group": (
            'group = "given"\n',
            "",
            "question.food.option.fruit.group: is missing; give a text",
        ),
        "group where there are none": (
            'label.ja = "家族"',
            'label.ja = "家族"\ngroup = "given"',
            "question.guests.option.family.group: is not known here; mend its spelling or take it out",
        ),
        "group without a title": (
            'title.ja = "もらったもの"\ntitle.en = "Given"\n',
            "",
            "question.food.group.given.title: write the text in each language: ja, en",
        ),
        "group with an icon that the frame does not have": (
            'icon = "parcel"',
            'icon = "parcle"',
            "question.food.group.given.icon: 'parcle' is no icon; give one of coin, parcel",
        ),
        "group without an icon": (
            'icon = "parcel"\n',
            "",
            "question.food.group.given.icon: is missing; give a text",
        ),
        "unknown key of a group": (
            'icon = "parcel"',
            'icon = "parcel"\nicno = "x"',
            "question.food.group.given.icno: is not known here; did you mean 'icon'?",
        ),
        "unknown key of an option": (
            "unsure = true",
            "unsrue = true",
            "question.weather.option.rain.unsrue: is not known here; did you mean 'unsure'?",
        ),
    }
)
def test_a_mistake_is_named_with_table_key_and_wish(tmp_path, old, new, sentences):
    assert mistakes_with(tmp_path, old, new) == sentences


def test_a_question_is_read_with_its_options_in_the_order_of_the_file(lunch):
    weather, food, guests = lunch.questions.values()

    assert (weather.id, weather.code, weather.many, weather.least) == ("weather", "a", False, 1)
    assert (weather.risk, weather.fixed, weather.retired) == (True, True, {"3"})
    assert (food.many, food.least, food.risk, food.fixed) == (True, 0, False, False)
    assert (guests.many, guests.least, [desk.id for desk in guests.desks]) == (True, 1, ["cook"])
    assert {option.id: option.code for option in food.options.values()} == {"bread": "1", "cheese": "2", "fruit": "A"}
    assert [option.id for option in weather.options.values() if option.unsure] == ["rain"]


def test_options_are_in_the_groups_of_their_question(lunch):
    food = lunch.questions["food"]

    assert [(group.id, group.title, group.icon) for group in food.groups.values()] == [
        ("bought", "Bought", "coin"),
        ("given", "Given", "parcel"),
    ]
    assert [option.group for option in food.options.values()] == ["bought", "bought", "given"]
    assert [option.group for option in lunch.questions["guests"].options.values()] == ["", ""]


def test_options_of_two_questions_may_share_a_code_and_one_choice_may_use_zero(lunch):
    assert lunch.questions["food"].options["bread"].code == lunch.questions["guests"].options["family"].code == "1"
    assert lunch.questions["weather"].options["sun"].code == "0"


def test_an_option_of_one_choice_may_be_called_none(tmp_path):
    text = changed("[question.weather.option.cloud]", "[question.weather.option.none]")

    assert list(read(tmp_path, text)["en"].questions["weather"].options) == ["sun", "none", "rain"]

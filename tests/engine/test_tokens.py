"""Tokens: spelling and reading are inverse, and reading never raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.content import flows
from wizard.engine.outcome import Verdict
from wizard.engine.stamp import Stamp
from wizard.engine.tokens import Token, read_token, spell
from wizard.engine.walking import walk

LINE = flows()["line"]["ja"]


def answers_to(question):
    options = st.sets(st.sampled_from(list(question.options)), max_size=None if question.many else 1)
    return options.map(question.answer).filter(lambda answer: answer is not None)


ANSWERS = st.fixed_dictionaries({}, optional={id: answers_to(q) for id, q in LINE.questions.items()})


@given(ANSWERS)
def test_reading_is_the_inverse_of_spelling(answers):
    token = spell(walk(LINE, answers))
    reading = read_token(LINE, token)

    assert reading.answers == answers
    assert reading.unread == ()
    assert spell(walk(LINE, reading.answers)) == token


@given(st.text() | st.from_regex(r"([a-z][0-9A-Z]{0,3}){0,9}(-[0-9]{1,3}[apd])?", fullmatch=True))
def test_reading_never_raises_and_what_it_reads_can_be_walked(text):
    reading = read_token(LINE, text)

    assert read_token(LINE, spell(walk(LINE, reading.answers))).answers == reading.answers


def test_a_result_is_stamped(lunch):
    at = walk(lunch, {"weather": ("sun",), "food": ("bread", "fruit")})

    assert spell(at) == "a0b1A-2a"
    assert read_token(lunch, "a0b1A-2a").stamp == Stamp(2, Verdict.ACCEPT)


def test_the_path_comes_first_and_the_rest_behind_it(lunch):
    assert spell(walk(lunch, {"food": (), "weather": ("cloud",)})) == "a1b0-2p"
    assert spell(walk(lunch, {"food": ()})) == "b0"


@pytest.mark.parametrize(
    ("text", "answers", "unread"),
    [
        ("b21a0", {"weather": ("sun",), "food": ("bread", "cheese")}, ()),
        ("a3b1", {"food": ("bread",)}, ("a3",)),  # a retired option
        ("a0b13", {"weather": ("sun",)}, ("b13",)),  # one tick unknown: asked again, so that no tick is lost
        ("a0b01", {"weather": ("sun",)}, ("b01",)),  # none, and yet one
        ("a0b11", {"weather": ("sun",)}, ("b11",)),
        ("a00", {}, ("a00",)),
        ("a01", {}, ("a01",)),
        ("c0", {}, ("c0",)),  # guests: at least one
        ("a0a1", {"weather": ("sun",)}, ("a1",)),
        ("z1a0", {"weather": ("sun",)}, ("z1",)),  # a retired question
        ("rules", {}, ("rules",)),
        ("ab0", {}, ("ab0",)),
        ("a０", {}, ("a", "０")),
        ("", {}, ()),
    ],
)
def test_what_cannot_be_read_is_named(lunch, text, answers, unread):
    assert read_token(lunch, text) == Token(answers, unread)


@pytest.mark.parametrize("text", ["a0-0a", "a0-1x", "a0-a", "a0-1234567a", "a0-1a "])
def test_an_ill_formed_stamp_is_none(lunch, text):
    assert read_token(lunch, text).stamp is None
    assert read_token(lunch, text).answers == {"weather": ("sun",)}

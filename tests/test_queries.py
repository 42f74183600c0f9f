"""Answers by query: forms as they were sent, and what other sites' links fill in."""

import pytest
from django.http import QueryDict

from wizard.queries import read_prefilled, read_submission, read_ticks


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("asked=food&food=fruit&food=bread", ("bread", "fruit")),
        ("asked=food", None),
        ("asked=food&food=soup&food=bread", None),
        ("asked=guests&guests=family&food=bread", ("family",)),
    ],
)
def test_a_form_is_read_by_its_mark(lunch, query, answer):
    submission = read_submission(lunch, QueryDict(query))

    assert submission.answer == answer
    assert bool(submission.error) is (answer is None)


@pytest.mark.parametrize("query", ["", "food=bread", "asked=soup", "asked=&food=bread"])
def test_no_other_query_is_a_form(lunch, query):
    assert read_submission(lunch, QueryDict(query)) is None


def test_what_is_missing_depends_on_the_question(lunch):
    errors = [read_submission(lunch, QueryDict(q)).error for q in ("asked=food", "asked=guests", "asked=food&food=x")]

    assert len(set(errors)) == 3
    assert errors[1] == "当てはまるものを1つ以上選んでください"


@pytest.mark.parametrize(
    ("query", "answers", "unread"),
    [
        ("weather=sun&food=bread,fruit", {"weather": ("sun",), "food": ("bread", "fruit")}, ()),
        ("food=none", {"food": ()}, ()),
        ("weather=none", {}, ("weather",)),
        ("weather=sun,rain&guests=none", {}, ("weather", "guests")),
        ("lang=en&fbclid=1", {}, ()),
        ("asked=food&weather=sun", {}, ()),  # a form, whose other fields are not a way in
    ],
)
def test_other_sites_fill_answers_in_by_id(lunch, query, answers, unread):
    assert read_prefilled(lunch, QueryDict(query)) == (answers, unread)


@pytest.mark.parametrize(
    ("query", "ticks"),
    [
        ("food=bread,fruit", ("bread", "fruit")),
        ("food=fruit&food=bread", ("bread", "fruit")),
        ("food=none", ()),
        ("food=soup,bread", None),
        ("food=", None),
        ("weather=sun", None),
    ],
)
def test_a_link_fills_ticks_into_a_form(lunch, query, ticks):
    assert read_ticks(lunch.questions["food"], QueryDict(query)) == ticks


def test_a_link_fills_nothing_into_a_question_of_one_choice(lunch):
    assert read_ticks(lunch.questions["weather"], QueryDict("weather=sun")) is None

"""An address read."""

import pytest
from django.http import Http404, QueryDict

from wizard.engine import Stamp, Verdict
from wizard.visits import visit_by_query, visit_by_token

pytestmark = pytest.mark.usefixtures("lunch_site")


@pytest.mark.parametrize(
    ("token", "path", "stamp", "unread"),
    [
        ("a0", {"weather": ("sun",)}, None, ()),
        ("a1-2p", {"weather": ("cloud",)}, Stamp(2, Verdict.PROPOSE), ()),
        ("a1q7-1a", {"weather": ("cloud",)}, Stamp(1, Verdict.ACCEPT), ("q7",)),
    ],
)
def test_a_token_is_a_walk_with_its_stamp_and_what_could_not_be_read(token, path, stamp, unread):
    visit = visit_by_token("lunch", token)

    assert (visit.at.path, visit.stamp, visit.unread) == (path, stamp, unread)


@pytest.mark.parametrize(("flow", "token"), [("lunch", "zz"), ("lunch", "-1a"), ("dinner", "a0")])
def test_what_cannot_be_read_at_all_is_not_there(flow, token):
    with pytest.raises(Http404):
        visit_by_token(flow, token)


@pytest.mark.parametrize(
    ("token", "forged"),
    [
        *(("a1-2p", False), ("a1", False), ("a1-1a", False)),
        *(("a1-2d", True), ("a1-9a", False), ("a0-2a", True)),
        ("a1q7-2d", False),  # with a part unread, its note matters more than the stamp
    ],
)
def test_a_stamp_that_the_rules_deny_is_forged_unless_a_part_was_lost(token, forged):
    assert visit_by_token("lunch", token).is_forged is forged


@pytest.mark.parametrize(
    ("token", "settled"),
    [*(("a1", True), ("a1-1a", True), ("a1-2p", True), ("a1-2d", True)), *(("a1-3p", False), ("a1q7", False))],
)
def test_what_the_next_release_may_read_otherwise_is_not_settled(token, settled):
    assert visit_by_token("lunch", token).is_settled is settled


def test_a_visit_says_what_its_link_said_before():
    was = visit_by_token("lunch", "a2c1-1a").was

    assert (was.verdict, was.edition.number, [edition.number for edition in was.since]) == ("accept", 1, [2])
    assert visit_by_token("lunch", "a2c1-2d").was is None


@pytest.mark.parametrize(
    ("token", "told"),
    [
        ("a2-1a", True),  # today's rules ask for the guests
        ("a2c9-1a", False),  # the guests were answered, and are lost
        ("a2c1q7-1a", True),  # what is lost had no say
    ],
)
def test_of_a_walk_that_lost_a_part_on_the_way_no_rule_is_blamed(token, told):
    assert bool(visit_by_token("lunch", token).was) is told


def test_a_query_fills_answers_in(lunch):
    visit = visit_by_query(lunch, QueryDict("weather=sun&food=soup&utm_source=x"))

    assert visit.at.path == {"weather": ("sun",)}
    assert (visit.stamp, visit.unread) == (None, ("food",))

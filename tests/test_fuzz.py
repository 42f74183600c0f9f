"""No address, however broken, gets a 500."""

from urllib.parse import quote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.line.logic import WALKS
from tests.visitor import Visitor
from wizard.content import flows
from wizard.engine.tokens import spell
from wizard.engine.walking import walk

pytestmark = pytest.mark.slow
LINE = flows()["line"]["ja"]
TOKENS = [spell(walk(LINE, answers)) for answers, _ in WALKS[::8]]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789ABCXYZ-_~.%/ あ％🐱\x00\n\xff"


@pytest.fixture(scope="module")
def visitor():
    return Visitor()


def examples(count):
    """So many addresses a run, each of which may take its time: the machine may be busy."""
    return settings(max_examples=count, deadline=None)


def answered(visitor, path, **raw):
    response = visitor.get(path, **raw)
    assert response.status_code in (200, 301, 302, 400, 404, 414, 422), response.status_code
    assert response.content or response.status_code in (301, 302)


PIECES = st.text(LETTERS, max_size=3) | st.sampled_from(TOKENS)
CHANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 4), PIECES), min_size=1, max_size=3)


def changed(token, turn, changes):
    """A token that begins elsewhere, with something put in at some places, for so many characters."""
    token = token[turn:] + token[:turn]
    for place, length, piece in changes:
        token = token[:place] + piece + token[place + length :]
    return token


BROKEN = st.builds(changed, st.sampled_from(TOKENS), st.just(0) | st.integers(1, 40), CHANGES)


@examples(700)
@given(
    token=BROKEN | st.text(LETTERS, max_size=40),
    place=st.sampled_from(["/line/{}/", "/line/{}/signs/", "/line/{}/shared/", "/en/line/{}/now/", "/line/{}.json"]),
    safe=st.sampled_from(["/%", ""]),
)
def test_mutated_and_random_tokens(visitor, token, place, safe):
    answered(visitor, place.format(quote(token, safe=safe)))


KEYS = st.sampled_from([*LINE.questions, "asked", "x", "", "あ", "%00"])
VALUES = st.sampled_from(
    ["none", "fee", "asked", "fee,papers", "", ",", "%FF", "%00", "🐱", "now", "signs", "coconala"]
)


@examples(400)
@given(
    path=st.sampled_from(
        ["/", "/line/", "/line/a0/", "/line/a0c0/", "/line/a2/", "/en/line/a2b1c0-1h/", "/line/a0.json"]
    ),
    pairs=st.lists(st.tuples(KEYS, VALUES), max_size=5),
)
def test_mutated_queries(visitor, path, pairs):
    query = "&".join(f"{quote(key, safe='%')}={value}" for key, value in pairs)
    answered(visitor, f"{path}?{query}")


@examples(300)
@given(
    path=st.lists(st.binary(max_size=6) | st.sampled_from([b"en", b"line", b"a0", b"outcomes"]), max_size=4),
    query=st.binary(max_size=12),
    between=st.sampled_from([b"/", b"//", b""]),
)
@example(path=[b"*"], query=b"", between=b"")
def test_raw_bytes(visitor, path, query, between):
    """What a server hands on as it came, not even with a slash before it."""
    answered(visitor, "/", PATH_INFO=between.join(path).decode("latin-1"), QUERY_STRING=query.decode("latin-1"))


@pytest.mark.parametrize(
    "path", ["/line/" + "a0" * 980 + "/", "/line/" + "z" * 1900 + "/", "/line/a0-" + "9" * 1900 + "a/"]
)
def test_long_addresses_within_the_limit(visitor, path):
    answered(visitor, path)


@pytest.mark.parametrize(
    "path", ["/line/\udcff\udcfe/", "/line/%C3%28/", "/%E0%80%AF/", "/line/?now=%C3%28", "/line/a0/?asked=%FF%FE"]
)
def test_what_is_not_utf_8(visitor, path):
    answered(visitor, path.encode("utf-8", "surrogateescape").decode("latin-1"))


@pytest.mark.parametrize("host", ["localhost:99999", "a b", "evil.example", "[::1", "", "例え.jp"])
def test_strange_hosts(visitor, host):
    assert visitor.get("/", headers={"host": host}).status_code in (200, 400)


@examples(40)
@given(answers=st.sampled_from([answers for answers, _ in WALKS]))
def test_by_query_by_form_or_by_links_one_address(visitor, answers):
    """However the same answers are given, they are spelled the same, and none is lost."""
    expected = f"/line/{spell(walk(LINE, answers))}/"
    query = "&".join(f"{id}={','.join(answer) or 'none'}" for id, answer in answers.items())
    assert visitor.get(f"/line/?{query}").headers["Location"] == expected
    at = "/"
    for id, answer in answers.items():
        if LINE.questions[id].many and answer:
            ticks = "&".join(f"{id}={option}" for option in answer)
            at = visitor.get(f"{at}?asked={id}&{ticks}").headers["Location"]
        else:
            at = visitor.open(at).options[answer[0] if answer else "none"]
    assert at == expected


def test_examples_are_new_on_each_run_and_can_be_replayed():
    assert (settings().derandomize, settings().print_blob) == (False, True)

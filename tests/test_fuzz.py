"""No address, however broken, gets a 500."""

import random
from urllib.parse import quote

import pytest

from tests.line.logic import WALKS
from wizard.engine.tokens import spell
from wizard.engine.walking import walk

SEED = 20261124
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789ABCXYZ-_~.%/ あ％🐱\x00\n\xff"


def mutated(token, chance):
    """A token with a few characters changed, dropped, doubled or swapped."""
    characters = list(token)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(characters) + 1)
        change = chance.choice(["insert", "drop", "double", "shuffle", "cut"])
        if change == "insert":
            characters.insert(place, chance.choice(LETTERS))
        elif change == "cut":
            characters = characters[:place]
        elif change == "shuffle":
            chance.shuffle(characters)
        elif characters and place < len(characters):
            characters[place : place + 1] = [] if change == "drop" else [characters[place]] * 2
    return "".join(characters)


def answered(visitor, path):
    response = visitor.get(path)
    assert response.status_code in (200, 301, 302, 400, 404, 414, 422), (path, response.status_code)
    assert response.content or response.status_code in (301, 302)


def test_mutated_and_random_tokens(visitor, line):
    chance = random.Random(SEED)
    tokens = [spell(walk(line, answers)) for answers, _ in chance.sample(WALKS, 300)]
    for _ in range(2000):
        token = mutated(chance.choice(tokens), chance)
        answered(
            visitor, f"/line/{quote(token, safe='/%')}/" if chance.random() < 0.8 else f"/en/line/{quote(token)}/now/"
        )
    for _ in range(700):
        token = "".join(chance.choices(LETTERS, k=chance.randint(1, 40)))
        answered(visitor, f"/line/{quote(token)}/{chance.choice(['', 'signs/', 'where/', 'x/'])}")


def test_mutated_queries(visitor, line):
    chance = random.Random(SEED)
    keys = [*line.questions, "asked", "x", "", "あ", "%00"]
    values = ["none", "fee", "asked", "fee,papers", "", ",", "%FF", "%00", "🐱", "now", "signs", "coconala"]
    for _ in range(1200):
        pairs = "&".join(
            f"{quote(chance.choice(keys), safe='%')}={chance.choice(values)}" for _ in range(chance.randint(0, 5))
        )
        answered(
            visitor,
            f"{chance.choice(['/', '/line/', '/line/a0/', '/line/a0c0/', '/en/line/a2b1c0-1h/'])}?{pairs}",
        )


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


@pytest.mark.parametrize("path", ["*", "*/", "line", "//", "/en", "/en//", "/.", "/..", "/;", "/\\"])
def test_what_is_hardly_a_path(visitor, path):
    answered(visitor, path)


@pytest.mark.parametrize("host", ["localhost:99999", "a b", "evil.example", "[::1", "", "例え.jp"])
def test_strange_hosts(visitor, host):
    assert visitor.get("/", headers={"host": host}).status_code in (200, 400)


def test_by_query_by_form_or_by_links_one_address(visitor, line):
    """However the same answers are given, they are spelled the same, and none is lost."""
    chance = random.Random(SEED)
    for answers, _ in chance.sample(WALKS, 60):
        expected = f"/line/{spell(walk(line, answers))}/"
        query = "&".join(f"{id}={','.join(answer) or 'none'}" for id, answer in answers.items())
        assert visitor.get(f"/line/?{query}").headers["Location"] == expected
        at = "/"
        for id, answer in answers.items():
            if line.questions[id].many and answer:
                ticks = "&".join(f"{id}={option}" for option in answer)
                at = visitor.get(f"{at}?asked={id}&{ticks}").headers["Location"]
            else:
                at = visitor.open(at).options[answer[0] if answer else "none"]
        assert at == expected

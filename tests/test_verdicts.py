"""The verdicts as they are shown."""

import pytest
from django.utils import translation

from wizard.engine import Verdict
from wizard.verdicts import SYMBOLS, WORDS


def test_every_verdict_has_a_symbol_of_its_own():
    assert SYMBOLS == {"accept": "○", "propose": "△", "decline": "×", "help": "☎\ufe0e"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", ["受ける", "ほかの手段にする", "断る", "相談する"]),
        ("en", ["Accept", "Suggest another way", "Decline", "Get help"]),
    ],
)
def test_every_verdict_has_its_words_in_each_language(language, words):
    with translation.override(language):
        assert [str(WORDS[verdict]) for verdict in Verdict] == words

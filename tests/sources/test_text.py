"""What a page says, whatever it claims of itself."""

import pytest

from wizard.sources.opening import Answer, OpenError
from wizard.sources.text import Markup, decoded, read_markup


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "no-such", "a\0b"])
def test_a_charset_that_nothing_can_be_read_by_is_no_word_at_all(charset):
    answer = Answer("https://example.org/", 200, f"text/html; charset={charset}", "空".encode())

    assert decoded(answer) == "空"


def test_a_letter_by_a_number_without_end_is_told():
    with pytest.raises(OpenError, match="has markup that cannot be read"):
        read_markup(Markup(), f"<p>&#{'9' * 6000};</p>")

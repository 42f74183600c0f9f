"""The ways to show an address to somebody."""

from urllib.parse import parse_qs, urlsplit

from wizard.share import Share

WAYS = Share("https://example.org/line/a0/", "I checked “LINE” & more.")


def sent(link):
    """What a link hands over."""
    return {key: values[0] for key, values in parse_qs(urlsplit(link).query).items()}


def test_each_way_carries_words_and_address():
    assert sent(WAYS.line) == {"text": f"{WAYS.text} {WAYS.address}"}
    assert sent(WAYS.x) == {"text": WAYS.text, "url": WAYS.address}
    assert sent(WAYS.mail) == {"subject": WAYS.text, "body": f"{WAYS.text}\n{WAYS.address}"}
    assert urlsplit(WAYS.line)[:3] == ("https", "line.me", "/R/share")
    assert urlsplit(WAYS.x)[:3] == ("https", "x.com", "/intent/post")
    assert "+" not in WAYS.mail, "mail programs show a plus as a plus"

"""What is made before the first visitor comes."""

import pytest

from wizard import start


@pytest.mark.usefixtures("lunch_site")
def test_every_flow_is_prepared_in_every_language_and_so_is_the_page_for_our_errors(monkeypatch):
    made = []
    monkeypatch.setattr(start.phrases, "prepare", lambda flow: made.append((flow.id, flow.language)))
    monkeypatch.setattr(start, "page_of", made.append)

    start.prepare()

    assert made == [("lunch", "ja"), ("lunch", "en"), "ja", "en"]

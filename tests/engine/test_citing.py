"""Where the sources of a flow are used."""

from wizard.engine import uses


def test_every_place_that_cites_a_source_is_found_once(lunch):
    found = uses(lunch)

    assert found.keys() == lunch.sources.keys()
    assert "desk.cook" in found["sky"]
    assert "outcome.picnic.reason" in found["sky"]
    assert any(place.startswith("way.") for place in found["sky"])
    assert all(len(set(places)) == len(places) for places in found.values())

"""The ways compared: the same aspects for each, each cell with its sources or as our own judgement."""

from dataclasses import replace

import pytest

from wizard.pages.ways import WaysPage

PATH = "/en/lunch/ways/"
pytestmark = pytest.mark.usefixtures("english_lunch")


def test_every_aspect_is_a_row_with_a_cell_for_each_way(lunch):
    page = WaysPage(lunch)

    assert [way.name for way in page.ways] == ["Eat in the garden", "Eat at the café"]
    assert [(aspect, [(way.id, cell.text) for way, cell in cells]) for aspect, cells in page.rows] == [
        ("What it costs", [("garden", "Nothing."), ("cafe", "It is reportedly a lot.")]),
        ("What you see", [("garden", "You see the sky."), ("cafe", "You see the street.")]),
    ]
    assert page.address == PATH


def test_a_cell_says_what_it_rests_on(visitor):
    words = visitor.open(PATH).words

    assert "Eat in the garden You see the sky. to be checked again Sources (1) The sky official" in words
    assert "Eat at the café You see the street. Our own judgement" in words


def test_a_source_that_an_archive_keeps_leads_there_too(visitor):
    assert visitor.open(PATH).leads("archived copy of 31 December 2025") == ["https://example.org/archive/sky"]
    japanese = visitor.open("/lunch/ways/")
    assert japanese.leads("2025年12月31日の保存ページ") == ["https://example.org/archive/sky"]


def test_the_start_page_and_each_result_that_proposes_lead_there(visitor):
    for path in ("/en/", "/en/lunch/outcomes/cafe/", "/en/lunch/a1-2p/", "/en/lunch/a1-2p/shared/"):
        assert visitor.open(path).leads("The ways compared") == [PATH], path
    for path in ("/en/lunch/outcomes/picnic/", "/en/lunch/a2c1-2d/"):
        assert PATH not in visitor.open(path).links, path


def test_a_flow_without_ways_has_no_such_page_and_no_link_to_it(visitor, monkeypatch, lunch):
    bare = dict.fromkeys(("ja", "en"), replace(lunch, aspects={}, ways={}))
    monkeypatch.setattr("wizard.content.flows", lambda: {"lunch": bare})
    monkeypatch.setattr("wizard.pages.sitemap.flows", lambda: {"lunch": bare})

    assert visitor.open(PATH).status == 404
    for path in ("/en/", "/en/lunch/outcomes/cafe/"):
        page = visitor.open(path)
        assert page.status == 200
        assert page.leads("The ways compared") == []
    assert b"/ways/" not in visitor.get("/sitemap.xml").content

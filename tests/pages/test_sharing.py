"""What others see of the site: shared results, preview cards, search engines, links to paste."""

import re
import struct
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings

from tests.conftest import FLOWS
from wizard.content import flows
from wizard.engine.outcome import Verdict

STAY = "/line/a0c2d0e0-1p/"  # asked, no signs, coconala, the client agrees to the site's messages
LANGUAGES = ("ja", "en")
PREFIXES = {"ja": "", "en": "/en"}
KIBIBYTE = 1024


def picture(address):
    """The file that a picture's hashed address names."""
    path = urlsplit(address).path.removeprefix(settings.STATIC_URL)
    return (settings.STATIC_ROOT / path).read_bytes()


# What a peer sees


def test_a_shared_result_says_at_once_that_it_is_somebody_elses(visitor):
    page = visitor.open(f"{STAY}shared/")

    assert page.status == 200
    assert page.main["data-verdict"] == "propose"
    assert page.title.startswith("共有された結果：△")
    assert "これは、ほかの方が共有した結果です。" in page.text
    assert page.text.index("ほかの方が共有した") < page.text.rindex(page.heading)
    assert "/" in page.links


def test_a_peer_sees_each_answer_with_what_would_follow_otherwise(visitor):
    text = " ".join(visitor.open(f"{STAY}shared/").text.split())

    assert "知り合った場所 ココナラ もし「クラウドワークス」なら → ○ 受ける / △ ほかの手段にする" in text
    assert "ほかに気になること どれも当てはまらない ほかの答えでも、結果は変わりません。" in text


@pytest.mark.usefixtures("lunch_site")
def test_an_option_is_quoted_and_what_is_said_of_ticks_is_not(visitor):
    text = " ".join(visitor.open("/lunch/a0b12-2a/shared/").text.split())

    assert "もし「くもり」なら → △ ほかの手段にする" in text
    assert "パン／チーズ 「パン」が当てはまらないとわかったとき → △" in text


def test_a_peer_is_offered_no_message_and_no_change(visitor):
    page = visitor.open(f"{STAY}shared/")

    assert "相手に送る文" not in page.text
    assert not [link for link in page.links if re.match(r"/line/\w+-1p/(?!shared/)", link)]


def test_a_shared_result_that_is_mistyped_is_put_right(visitor):
    page = visitor.open("/line/a0c2d0e0-1d/shared/")

    assert page.address == f"{STAY}shared/"


def test_a_shared_walk_without_a_result_goes_on_with_its_question(visitor):
    page = visitor.open("/line/a0c2d0/shared/")

    assert page.main["data-question"] == "messages"
    assert page.canonical == "https://testserver/line/a0c2d0/"


@pytest.mark.usefixtures("lunch_site")
def test_a_shared_link_of_an_earlier_edition_says_what_it_said_then(visitor):
    text = " ".join(visitor.open("/lunch/a2c1-1a/shared/").text.split())

    assert "第1版（2026年1月1日）では「○ 受ける」でした。" in text
    assert "今の基準では「× 断る」です。" in text


def test_what_does_not_count_is_not_shared(visitor):
    page = visitor.open("/line/a0c0d16e0-1d/")

    addresses = [field["value"] for field in page.inputs if field.get("readonly", "no") != "no"]
    assert addresses == ["https://testserver/line/outcomes/stop/", "https://testserver/line/a0c0d16-1d/shared/"]


def test_each_way_to_share_carries_its_own_address_and_words(visitor):
    links = visitor.open("/en" + STAY).links
    line = [parse_qs(urlsplit(link).query)["text"][0] for link in links if link.startswith("https://line.me/")]
    posts = [parse_qs(urlsplit(link).query) for link in links if link.startswith("https://x.com/")]
    letters = [parse_qs(urlsplit(link).query)["body"][0] for link in links if link.startswith("mailto:")]
    said = "I used “When a client asks for LINE”. My result: △ Suggest another way."
    general, own = "https://testserver/en/line/outcomes/stay-on-site/", f"https://testserver/en{STAY}shared/"

    assert line == [f"{said} {general}", f"{said} What do you think? {own}"]
    assert [(post["text"][0], post["url"][0]) for post in posts] == [
        (said, general),
        (f"{said} What do you think?", own),
    ]
    assert letters == [f"{said}\n{general}", f"{said} What do you think?\n{own}"]


# Preview cards


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["start", *Verdict])
def test_each_card_is_a_picture_of_its_size(visitor, language, name):
    drawn = (settings.BASE_DIR / "static" / "cards" / f"{name}-{language}.png").read_bytes()

    assert drawn.startswith(b"\x89PNG")
    assert struct.unpack(">II", drawn[16:24]) == (1200, 630)
    assert len(drawn) <= 60 * KIBIBYTE


@pytest.mark.usefixtures("static_files")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "start"),
        ("/line/a0/", "start"),
        (STAY, "propose"),
        (f"{STAY}shared/", "propose"),
        ("/line/outcomes/stop/", "decline"),
        ("/line/outcomes/accept/", "accept"),
    ],
)
def test_a_page_introduces_itself_with_a_card(visitor, language, path, name):
    page = visitor.open(PREFIXES[language] + path)

    assert page.meta["og:image"].startswith("https://testserver/static/cards/")
    assert picture(page.meta["og:image"]) == (settings.BASE_DIR / f"static/cards/{name}-{language}.png").read_bytes()
    assert (page.meta["og:image:width"], page.meta["og:image:height"]) == ("1200", "630")
    assert page.meta["twitter:card"] == "summary_large_image"
    assert page.meta["og:image:alt"] == page.meta["og:title"]
    assert page.meta["og:url"] == page.canonical
    if name in list(Verdict):
        assert page.meta["og:title"][0] in "○△×"


# Search engines


@pytest.mark.parametrize("path", ["/line/a0/", "/line/a0/now/", STAY, f"{STAY}shared/", "/nowhere/"])
def test_what_is_somebodys_own_is_not_indexed(visitor, path):
    assert visitor.open(path).meta["robots"] == "noindex, nofollow"


def test_the_sitemap_lists_every_page_that_may_be_indexed(visitor):
    listed = re.findall(r"<loc>https://testserver(.*?)</loc>", visitor.get("/sitemap.xml").content.decode())

    assert len(listed) == 2 * (3 + len(flows()["line"]["ja"].outcomes))
    for path in listed:
        page = visitor.open(path)
        assert page.status == 200
        assert "robots" not in page.meta
        assert page.canonical == f"https://testserver{path}"


def test_robots_are_told_of_the_sitemap(visitor):
    assert visitor.get("/robots.txt").content.decode().splitlines()[-1] == "Sitemap: https://testserver/sitemap.xml"


@pytest.mark.parametrize("path", ["/", "/line/outcomes/stop/", "/accessibility/", STAY])
def test_a_page_names_itself_in_each_language(visitor, path):
    for prefix in PREFIXES.values():
        named = {link["hreflang"]: link["href"] for link in visitor.open(prefix + path).alternates}
        japanese = f"https://testserver{path}"
        assert named == {"ja": japanese, "en": f"https://testserver/en{path}", "x-default": japanese}


def test_a_results_address_does_not_leak_to_linked_sites(visitor):
    assert visitor.get(STAY).headers["Referrer-Policy"] == "same-origin"
    assert visitor.get(f"{STAY}shared/").headers["Referrer-Policy"] == "same-origin"


# Links to paste


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_site_can_paste_a_link_that_answers_where(visitor, language):
    html = unescape(visitor.get(f"{PREFIXES[language]}/line/links/").content.decode())
    pasted = re.findall(r'<a href="https://testserver(/[^"]*line/\?where=[a-z-]+)"', html)
    options = flows()["line"][language].questions["where"].options

    assert len(pasted) == 2 * len(options)
    for address in pasted:
        page = visitor.open(address)
        assert page.lang == language
        assert page.main["data-question"] == "now"
        code = options[address.partition("=")[2]].code
        assert page.address == f"{PREFIXES[language]}/line/c{code}/"


def test_the_start_page_offers_links_to_paste(visitor):
    assert "/line/links/" in visitor.open("/").links


@pytest.mark.usefixtures("lunch_site")
def test_a_flow_without_prefilled_questions_offers_the_plain_link_alone(visitor, monkeypatch, tmp_path):
    text = (FLOWS / "lunch" / "flow.toml").read_text(encoding="utf-8")
    (tmp_path / "lunch").mkdir()
    (tmp_path / "lunch" / "flow.toml").write_text(text.replace('prefilled = ["weather"]\n', ""), encoding="utf-8")
    monkeypatch.setattr(settings, "FLOWS_DIR", tmp_path)

    assert "/lunch/links/" not in visitor.open("/").links
    assert 'href="https://testserver/lunch/"' in unescape(visitor.get("/lunch/links/").content.decode())

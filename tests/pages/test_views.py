"""The pages, over a small flow whose second edition has changed the rules."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import set_script_prefix

from wizard.caching import KEPT
from wizard.share import Share

pytestmark = pytest.mark.usefixtures("lunch_site")


def test_the_start_page_carries_the_first_question(visitor):
    page = visitor.open("/")

    assert page.status == 200
    assert page.main["data-flow"] == "lunch"
    assert page.main["data-question"] == "weather"
    assert page.options == {"sun": "/lunch/a0/", "cloud": "/lunch/a1-2p/", "rain": "/lunch/a2/"}


def test_the_flow_has_the_same_page_under_its_name(visitor):
    page = visitor.open("/lunch/")

    assert page.options == visitor.open("/").options
    assert page.canonical == "https://testserver/"


def test_an_option_leads_to_the_next_question(visitor):
    page = visitor.open("/lunch/a0/")

    assert page.main["data-question"] == "food"
    assert page.heading == "庭に何がありますか？"
    assert page.title == "庭に何がありますか？ | つながる前に"
    assert page.options == {"none": "/lunch/a0b0-2p/"}
    assert [field.get("data-option") for field in page.inputs] == [None, "bread", "cheese", "fruit"]


def test_a_submission_leads_to_the_canonical_address(visitor):
    response = visitor.get("/lunch/a0/?asked=food&food=fruit&food=bread&utm_source=x")

    assert response.status_code == 302
    assert response.headers["Location"] == "/lunch/a0b1A-2a/"


def test_a_result_says_its_outcome_and_verdict(visitor):
    page = visitor.open("/lunch/a0b12-2a/")

    assert page.main["data-outcome"] == "picnic"
    assert page.main["data-verdict"] == "accept"
    assert page.title == "○ 受ける：外で食べましょう | つながる前に"
    assert "手を洗います。" in page.text
    assert "果物を洗います。" not in page.text
    assert "晴れています。" in page.text
    assert "外で食べませんか。" in page.text
    assert "https://example.org/sky" in page.links
    assert "明日の天気" in page.text
    assert "2026年2月1日の規則による結果です（第2版）" in page.text


def test_a_date_is_written_as_its_language_does(visitor):
    assert "1 February 2026" in visitor.open("/en/lunch/a0b12-2a/").text


def test_a_source_of_long_ago_wants_checking_again(visitor):
    assert "要再確認" in visitor.open("/lunch/a0b12-2a/").text


def test_a_follow_up_is_the_walk_with_one_answer_changed(visitor):
    page = visitor.open("/lunch/a0b12-2a/")

    assert page.leads("雨が降ってきた") == ["/lunch/a2b12/"]
    assert page.leads("食べるものが減った") == ["/lunch/a0b12-2a/food/"]
    assert page.leads("返事がない") == []


def test_help_is_shown_for_what_has_happened(visitor):
    assert "人数を伝えます。" in visitor.open("/lunch/a2c2-2d/").text
    assert "人数を伝えます。" not in visitor.open("/lunch/a2c1-2d/").text


def test_a_question_can_show_help_desks_already(visitor):
    assert "tel:0120000000" in visitor.open("/lunch/a2/").links


def test_a_message_can_be_had_before_any_question(visitor):
    assert "少し考えさせてください。" in visitor.open("/").text


def test_a_message_is_chosen_by_its_tone(visitor):
    page = visitor.open("/lunch/a0b12-2a/")

    assert [field["value"] for field in page.inputs if field.get("name") == "tone"] == ["polite", "short"]
    assert {"reply-polite", "reply-short"} <= set(page.ids)


def test_an_english_reader_sees_the_japanese_message_too(visitor):
    assert "Shall we eat outside?" in visitor.open("/en/lunch/a0b12-2a/").text
    assert "外で食べませんか。" in visitor.open("/en/lunch/a0b12-2a/").text
    assert "Shall we eat outside?" not in visitor.open("/lunch/a0b12-2a/").text


def test_settings_and_evidence_are_listed_for_the_answers(visitor):
    with_cheese, without = visitor.open("/lunch/a0b12-2a/"), visitor.open("/lunch/a0b1A-2a/")

    assert "変える設定" in without.text
    assert "<li>庭</li><li>日よけ</li>" in without.response.content.decode()
    assert "見つかった場合に変えてください。" in without.text
    assert "写真を残します。" in without.text
    assert "チーズを日かげに置く" in with_cheese.text
    assert "チーズを日かげに置く" not in without.text


def test_a_follow_up_may_need_no_new_verdict(visitor):
    assert "先に食べましょう。" in visitor.open("/lunch/a0b12-2a/").text


def test_what_would_change_the_verdict_is_said_and_linked(visitor):
    page = visitor.open("/lunch/a0b12-2a/")

    assert page.leads("「パン」が当てはまらないとわかったとき") == ["/lunch/a0b2-2p/"]
    assert "「パン」が当てはまらないとわかったとき → △ ほかの手段にする" in " ".join(page.text.split())


def test_the_address_is_printed_as_text_and_as_a_qr_code(visitor):
    page = visitor.open("/lunch/a1b12-2p/")

    assert "https://testserver/lunch/a1-2p/shared/" in page.text
    assert '<img src="/lunch/a1-2p/qr.svg"' in page.response.content.decode()


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", ["/lunch/outcomes/cafe/", "/lunch/a1-2p/", "/lunch/a1-2p/shared/"])
def test_the_qr_code_of_a_page_has_an_address_of_its_own(visitor, prefix, path):
    code = visitor.get(f"{prefix}{path}qr.svg")

    assert visitor.get(prefix + path).status_code == code.status_code == 200
    assert code.content == Share(f"https://testserver{prefix}{path}", "").picture
    assert code.headers["Content-Type"] == "image/svg+xml"
    assert code.headers["X-Robots-Tag"] == "noindex"
    assert code.headers["Cache-Control"] == KEPT


def test_a_result_shows_the_codes_of_what_it_shares(visitor):
    page = visitor.get("/lunch/a1b12-2p/").content.decode()

    for path in re.findall('<img src="([^"]+qr.svg)"', page):
        assert visitor.get(path).status_code == 200
    assert page.count("qr.svg") == 3


@pytest.mark.parametrize(
    "path", ["/lunch/outcomes/nope/", "/lunch/a0/", "/lunch/a0/shared/", "/lunch/zz/shared/", "/nope/a1/shared/"]
)
def test_what_is_no_result_has_no_qr_code(visitor, path):
    assert visitor.get(f"{path}qr.svg").status_code == 404


# The submission of a checkbox question


def test_a_form_puts_no_word_of_an_answer_into_its_address(visitor):
    page = visitor.open("/lunch/a0/")
    sent = {(field["name"], field["value"]) for field in page.inputs}

    assert sent == {("asked", "b"), ("b", "1"), ("b", "2"), ("b", "A")}
    assert visitor.get("/lunch/a0/?asked=b&b=2&b=A").headers["Location"] == "/lunch/a0b2A-2a/"


@pytest.mark.parametrize("query", ["asked=food", "asked=food&food=", "asked=food&food=soup&food=bread"])
def test_an_unanswered_form_is_told_what_to_do(visitor, query):
    page = visitor.open(f"/lunch/a0/?{query}")

    assert page.status == 422
    assert page.title.startswith("エラー：")
    assert page.main["data-question"] == "food"
    assert "答えを選んでください" in page.text
    assert "#food" in page.links
    assert "food" in page.ids


def test_no_tick_is_lost_when_another_is_unknown(visitor):
    page = visitor.open("/lunch/a0/?asked=food&food=soup&food=bread")

    assert page.ticked == ["bread"]
    assert "選択肢が変わりました" in page.text


def test_at_least_one_means_at_least_one(visitor):
    page = visitor.open("/lunch/a2/?asked=guests")

    assert page.status == 422
    assert "1つ以上" in page.text
    assert "none" not in page.options


def test_a_form_of_a_page_that_has_moved_on_is_not_lost(visitor):
    response = visitor.get("/lunch/b0/?asked=food&food=bread")

    assert response.headers["Location"] == "/lunch/b1/"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/lunch/a0-2a/?asked=food&food=bread", "/lunch/a0b1-2p/"),
        ("/lunch/a1-2p/?asked=food&food=bread", "/lunch/a1b1-2p/"),
        ("/lunch/a1-2p/food/?asked=food&food=bread", "/lunch/a1b1-2p/"),
    ],
)
def test_a_form_is_never_lost_wherever_the_walk_stands(visitor, path, address):
    assert visitor.open(path).address == address


def test_a_query_that_is_no_submission_is_ignored(visitor):
    assert visitor.open("/lunch/a0/?food=bread&asked=soup&fbclid=1").status == 200
    assert visitor.open("/lunch/a0/?asked=guests").main["data-question"] == "food"


# Changing an answer


def test_a_change_page_marks_the_present_answer_and_keeps_the_rest(visitor):
    page = visitor.open("/lunch/a0b12-2a/weather/")

    assert page.main["data-question"] == "weather"
    assert page.options == {"sun": "/lunch/a0b12-2a/", "cloud": "/lunch/a1b12-2p/", "rain": "/lunch/a2b12/"}
    assert page.text.count("今の答え") == 1
    assert [
        anchor["data-option"] for anchor in page.anchors if "aria-current" in anchor and "data-option" in anchor
    ] == ["sun"]


def test_none_of_these_is_marked_where_it_is_the_present_answer(visitor):
    page = visitor.open("/lunch/a0b0-2p/food/")

    assert page.ticked == []
    assert page.leads("どれも当てはまらない 今の答え") == ["/lunch/a0b0-2p/"]


def test_a_change_page_can_be_left_without_a_change(visitor):
    of_a_result, on_the_way = visitor.open("/lunch/a0b12-2a/food/"), visitor.open("/lunch/a0/weather/")

    assert of_a_result.leads("結果に戻る") == ["/lunch/a0b12-2a/"]
    assert of_a_result.leads("変更せずに戻る") == of_a_result.leads("前の答えを変更する") == []
    assert on_the_way.leads("変更せずに戻る") == ["/lunch/a0/"]
    assert visitor.open("/lunch/a0/").leads("変更せずに戻る") == []


def test_a_change_page_of_a_result_says_what_a_change_would_do(visitor):
    weather, food = visitor.open("/lunch/a0b12-2a/weather/"), visitor.open("/lunch/a0b12-2a/food/")

    assert "今の結果： ○ 受ける" in weather.words
    assert "1問目" not in weather.words
    assert [anchor["text"].split() for anchor in weather.anchors if anchor.get("data-option") == "cloud"] == [
        ["くもり", "→", "△", "ほかの手段にする"]
    ]
    assert "選び方によって変わる先： △ ほかの手段にする" in food.words
    assert "助言は変わることがありますが、結果は同じです： × 断る" in visitor.open("/lunch/a2c1-2d/guests/").words


def test_a_change_page_on_the_way_says_how_far_it_is(visitor):
    assert "1問目" in visitor.open("/lunch/a0/weather/").words


def test_ticks_stay_when_a_checkbox_question_is_changed(visitor):
    page = visitor.open("/lunch/a0b2A-2a/food/")

    assert page.ticked == ["cheese", "fruit"]
    assert visitor.open("/lunch/a0b2A-2a/food/?asked=food&food=bread").address == "/lunch/a0b1-2p/"


def test_a_link_that_ticks_boxes_leaves_it_to_the_reader_to_send_them(visitor):
    page = visitor.open("/lunch/a0b12-2a/food/?food=bread,fruit")

    assert (page.status, page.address) == (200, "/lunch/a0b12-2a/food/")
    assert page.ticked == ["bread", "fruit"]
    assert page.canonical == "https://testserver/lunch/a0b12-2a/food/"
    assert page.leads("結果に戻る") == ["/lunch/a0b12-2a/"]
    assert visitor.open("/lunch/a0b12-2a/food/?food=soup").ticked == ["bread", "cheese"]


def test_answers_that_no_longer_count_are_named_and_left_out_of_the_shared_link(visitor):
    page = visitor.open("/lunch/a1b12-2p/")

    assert "今の結果には使っていない答え" in page.text
    assert "パン／チーズ" in page.text
    assert page.canonical == "https://testserver/lunch/a1-2p/"


def test_back_leads_to_the_change_page_of_the_question_before(visitor):
    back = "前の答えを変更する"

    assert visitor.open("/lunch/a0/").leads(back) == ["/lunch/a0/weather/"]
    assert visitor.open("/lunch/a2b1/").leads(back) == ["/lunch/a2b1/weather/"]
    assert visitor.open("/").leads(back) == visitor.open("/lunch/a0/weather/").leads(back) == []


def test_a_question_off_the_path_leads_to_where_the_walk_stands(visitor):
    assert visitor.open("/lunch/a1b1-2p/food/").address == "/lunch/a1b1-2p/"
    assert visitor.open("/lunch/a0/food/").address == "/lunch/a0/"


# Old, foreign and forged links


def test_a_retired_option_is_asked_again_with_a_note(visitor):
    page = visitor.open("/lunch/a3b1-1a/")

    assert page.status == 200
    assert page.main["data-question"] == "weather"
    assert "読み取れた答えは残してあります" in page.text
    assert page.options["sun"] == "/lunch/a0b1-2p/"


def test_a_part_that_cannot_be_read_is_told(visitor):
    page = visitor.open("/lunch/a0q7/")

    assert page.status == 200
    assert page.main["data-question"] == "food"
    assert "読み取れた答えは残してあります" in page.text
    assert page.canonical == "https://testserver/lunch/a0/"


@pytest.mark.parametrize("address", ["/lunch/a1q7-2d/", "/lunch/a1q7-2d/shared/"])
def test_a_forged_stamp_on_a_half_read_address_does_not_lose_the_note(visitor, address):
    page = visitor.open(address)

    assert page.address == address
    assert page.main["data-verdict"] == "propose"
    assert "読み取れた答えは残してあります" in page.text


def test_a_question_that_was_added_since_is_asked(visitor):
    page = visitor.open("/lunch/a0-1a/")

    assert page.main["data-question"] == "food"
    assert "第1版（2026年1月1日）では「○ 受ける」でした" in page.text
    assert "もう少しお聞きすることがあります" in page.text


def test_an_earlier_verdict_is_shown_beside_todays(visitor):
    page = visitor.open("/lunch/a2c1-1a/")

    assert page.main["data-verdict"] == "decline"
    assert "第1版（2026年1月1日）では「○ 受ける」でした" in page.text
    assert "今の規則では「× 断る」です" in page.text
    assert "雨の日は家で食べます。" in page.text
    assert page.canonical == "https://testserver/lunch/a2c1-2d/"


def test_an_earlier_stamp_that_agrees_needs_no_note(visitor):
    assert "規則が変わりました" not in visitor.open("/lunch/a2c1-1d/").text


def test_a_forged_stamp_leads_to_the_right_one(visitor):
    assert visitor.open("/lunch/a0b12-2d/").address == "/lunch/a0b12-2a/"


@pytest.mark.parametrize("stamp", ["-9a", "-9p", "-999999d"])
def test_a_later_edition_is_left_alone_and_the_verdict_is_that_of_our_rules(visitor, stamp):
    page = visitor.open(f"/lunch/a0b12{stamp}/")

    assert page.address == f"/lunch/a0b12{stamp}/"
    assert page.main["data-verdict"] == "accept"
    assert page.canonical == "https://testserver/lunch/a0b12-2a/"


def test_a_later_edition_that_asked_less_is_asked_on(visitor):
    page = visitor.open("/lunch/a0-9a/")

    assert page.address == "/lunch/a0-9a/"
    assert page.main["data-question"] == "food"


def test_a_stamp_of_today_on_an_unfinished_walk_is_taken_off(visitor):
    assert visitor.open("/lunch/a0-2a/").address == "/lunch/a0/"


@pytest.mark.parametrize("token", ["b21a0", "a0b12"])
def test_a_token_spelled_otherwise_is_answered_the_same(visitor, token):
    page = visitor.open(f"/lunch/{token}/")

    assert page.status == 200
    assert page.main["data-outcome"] == "picnic"
    assert page.canonical == "https://testserver/lunch/a0b12-2a/"


@pytest.mark.parametrize(
    "path", ["/lunch/zz/", "/lunch/-1a/", "/lunch/%F0%9F%90%B1/", "/lunch/%FF/", "/dinner/", "/x"]
)
def test_what_cannot_be_read_at_all_is_404_with_a_way_on(visitor, path):
    page = visitor.open(path)

    assert page.status == 404
    assert page.heading == "このアドレスにはページがありません"
    assert "/" in page.links
    assert "/en" + page.address in page.links or "%" in path


@pytest.mark.parametrize("path", ["/lunch/a0/soup/", "/lunch/zz/food/", "/lunch/outcomes/soup/", "/dinner/a0/"])
def test_what_does_not_exist_is_404(visitor, path):
    assert visitor.open(path).status == 404


# Ways in, languages


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("weather=sun", "/lunch/a0/"),
        ("weather=sun&food=fruit,bread", "/lunch/a0b1A-2a/"),
        ("weather=sun&food=fruit&food=bread", "/lunch/a0b1A-2a/"),
        ("weather=sun&food=none&utm_source=x", "/lunch/a0b0-2p/"),
        ("food=bread", "/lunch/b1/"),
        ("lang=en", "/lunch/"),
    ],
)
def test_other_sites_can_fill_answers_in(visitor, query, address):
    assert visitor.open(f"/lunch/?{query}").address == address


def test_what_is_filled_in_wrongly_is_told_and_asked(visitor):
    page = visitor.open("/lunch/?weather=sun&food=soup")

    assert page.status == 200
    assert page.main["data-question"] == "food"
    assert "読み取れた答えは残してあります" in page.text
    assert page.canonical == "https://testserver/lunch/a0/"
    assert visitor.open("/?weather=hail").main["data-question"] == "weather"


def test_a_form_keeps_what_was_filled_in(visitor):
    page = visitor.open("/lunch/?weather=sun&food=soup")

    assert page.form == "/lunch/a0/"
    assert visitor.open("/lunch/?weather=sun&asked=1").address == "/lunch/a0/"


def test_a_change_page_tells_of_an_unread_part_too(visitor):
    assert "読み取れた答えは残してあります" in visitor.open("/lunch/a0q7/weather/").text


def test_the_language_link_keeps_the_place_and_the_answers(visitor):
    for path in ["/", "/lunch/a0/", "/lunch/a0b12-2a/", "/lunch/a0b12-2a/food/", "/lunch/a0/?asked=food"]:
        japanese, english = visitor.open(path), visitor.open(f"/en{path}")

        assert (japanese.lang, english.lang) == ("ja", "en")
        assert japanese.main == english.main
        assert f"/en{path}" in japanese.links
        assert path in english.links


def test_the_language_comes_from_the_path_alone(visitor):
    assert visitor.open("/lunch/a0/", headers={"accept-language": "en"}).lang == "ja"
    assert visitor.open("/en/zz").lang == "en"
    assert visitor.open("/EN/zz").lang == "ja"


def test_progress_is_a_range(visitor):
    assert "1問目・あと1問まで" in visitor.open("/lunch/a0/weather/").text
    assert "2問目・これが最後の質問です" in visitor.open("/lunch/a0/").text
    assert "1分ほど（1〜2問）" in visitor.open("/").words


def test_an_outcome_has_a_page_without_answers(visitor):
    page = visitor.open("/lunch/outcomes/picnic/")

    assert page.main["data-outcome"] == "picnic"
    assert "外は気持ちがよいものです。" in page.text
    assert "晴れています。" not in page.text
    assert not {"answers", "share", "next"} & set(page.ids)
    assert {"answers", "share", "next"} <= set(visitor.open("/lunch/a0b12-2a/").ids)
    assert page.leads("自分の場合を調べてみる") == ["/"]


def test_an_outcome_for_nobody_says_nothing_meant_for_somebodys_answers(visitor):
    assert "人数を伝えます。" not in visitor.open("/lunch/outcomes/home/").text


@pytest.mark.parametrize(
    "path", ["/lunch/a0/", "/lunch/a0/weather/", "/lunch/a0b12-2a/", "/lunch/a0b12-2a/shared/", "/nowhere/"]
)
def test_what_is_somebodys_own_is_not_for_search_engines(visitor, path):
    assert visitor.open(path).meta["robots"] == "noindex, nofollow"


OWN_PAGES = [
    "/",
    "/lunch/a0/",
    "/lunch/a0b0-2p/food/",
    "/lunch/a0b12-2a/",
    "/lunch/a1b12-2p/",
    "/lunch/a0b12-2a/shared/",
]


@pytest.mark.parametrize("path", OWN_PAGES)
def test_search_engines_are_led_to_no_walk(visitor, path):
    walks = [anchor for anchor in visitor.open(path).anchors if is_walk(anchor)]

    assert walks or path.endswith("/shared/")
    assert [anchor["href"] for anchor in walks if anchor.get("rel") != "nofollow"] == []


def is_walk(anchor):
    """Whether a link leads to answers, other than to the same ones in another language."""
    return "/lunch/a" in anchor["href"] and "hreflang" not in anchor and "//" not in anchor["href"]


@pytest.mark.parametrize(
    "path", [*OWN_PAGES, "/lunch/a2/", "/lunch/a2c2-2d/", "/lunch/outcomes/home/", "/accessibility/"]
)
def test_no_other_site_learns_where_its_readers_come_from(visitor, path):
    others = [anchor for anchor in visitor.open(path).anchors if anchor["href"].startswith("http")]

    assert others or path in ("/", "/lunch/a0/", "/lunch/a0b0-2p/food/")
    assert {anchor["rel"] for anchor in others} <= {"noreferrer external"}


@pytest.mark.parametrize("path", ["/", "/lunch/a0/", "/lunch/a0b12-2a/", "/lunch/outcomes/picnic/"])
def test_every_page_introduces_itself(visitor, path):
    page = visitor.open(path)

    assert page.meta["description"]
    assert page.meta["og:title"] in page.title
    assert page.meta["og:description"] == page.meta["description"]
    assert page.meta["og:url"] == page.canonical
    assert [link["hreflang"] for link in page.alternates] == ["ja", "en", "x-default"]
    assert page.alternates[0]["href"] == page.canonical


def test_the_alternates_are_spelled_canonically(visitor):
    page = visitor.open("/lunch/b12a0/?fbclid=1")

    assert [link["href"] for link in page.alternates] == [
        "https://testserver/lunch/a0b12-2a/",
        "https://testserver/en/lunch/a0b12-2a/",
        "https://testserver/lunch/a0b12-2a/",
    ]


def test_links_keep_the_place_where_the_site_is_mounted(visitor):
    set_script_prefix("/app/")
    page = visitor.open("/en/lunch/a0/", SCRIPT_NAME="/app")
    set_script_prefix("/")

    assert {"/app/lunch/a0/", "/app/en/lunch/a0/"} <= set(page.links)


def test_an_error_page_introduces_itself_too(visitor):
    page = visitor.open("/nowhere/")

    assert page.meta["description"]
    assert page.meta["og:title"] in page.title


def test_robots_may_read_everything_and_the_mark_stands_for_a_favicon(visitor):
    assert visitor.get("/robots.txt").content.decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "Sitemap: https://testserver/sitemap.xml",
    ]
    assert visitor.get("/favicon.ico").headers["Location"].endswith(".svg")


# What is shared


def test_a_shared_result_says_at_once_that_it_is_somebody_elses(visitor):
    page = visitor.open("/lunch/a0b12-2a/shared/")

    assert page.status == 200
    assert page.main["data-verdict"] == "accept"
    assert page.title == "共有された結果：○ 受ける：外で食べましょう | つながる前に"
    assert page.text.index("これは、ほかの方が共有した結果です。") < page.text.rindex(page.heading)
    assert set(page.leads("自分の場合を調べてみる")) == {"/"}


def test_a_peer_sees_each_answer_with_what_would_follow_otherwise(visitor):
    assert (
        "天気 晴れ もし「くもり」なら → △ ほかの手段にする もし「雨、またはわからない」なら → × 断る "
        "あるもの パン／チーズ 「パン」が当てはまらないとわかったとき → △ ほかの手段にする"
    ) in visitor.open("/lunch/a0b12-2a/shared/").words
    assert "来る人 家族 ほかの答えでも、結果は変わりません。" in visitor.open("/lunch/a2c1-2d/shared/").words


def test_a_peer_is_offered_no_message_and_no_change(visitor):
    page = visitor.open("/lunch/a0b12-2a/shared/")

    assert "replies" not in page.ids
    assert [anchor["href"] for anchor in page.anchors if is_walk(anchor)] == []


def test_a_shared_result_that_is_mistyped_is_put_right(visitor):
    assert visitor.open("/lunch/a0b12-2d/shared/").address == "/lunch/a0b12-2a/shared/"


def test_a_shared_walk_without_a_result_goes_on_with_its_question(visitor):
    page = visitor.open("/lunch/a0/shared/")

    assert page.main["data-question"] == "food"
    assert page.canonical == "https://testserver/lunch/a0/"


@pytest.mark.parametrize("place", ["", "shared/", "weather/"])
def test_a_form_that_is_answered_leads_on_wherever_it_was_sent(visitor, place):
    page = visitor.open(f"/lunch/a0/{place}?asked=food&food=bread&food=cheese")

    assert page.status == 200
    assert page.address == "/lunch/a0b12-2a/"


def test_a_shared_link_of_an_earlier_edition_says_what_it_said_then(visitor):
    words = visitor.open("/lunch/a2c1-1a/shared/").words

    assert "第1版（2026年1月1日）では「○ 受ける」でした。" in words
    assert "今の規則では「× 断る」です。" in words


def test_what_does_not_count_is_not_shared(visitor):
    page = visitor.open("/lunch/a1b12-2p/")

    assert [field["value"] for field in page.inputs if "readonly" in field] == [
        "https://testserver/lunch/a1-2p/",
        "https://testserver/lunch/outcomes/cafe/",
        "https://testserver/lunch/a1-2p/shared/",
    ]


def test_each_way_to_share_carries_its_own_address_and_words(visitor):
    links = visitor.open("/en/lunch/a0b12-2a/").links
    line = [parse_qs(urlsplit(link).query)["text"][0] for link in links if link.startswith("https://line.me/")]
    posts = [parse_qs(urlsplit(link).query) for link in links if link.startswith("https://x.com/")]
    letters = [parse_qs(urlsplit(link).query)["body"][0] for link in links if link.startswith("mailto:")]
    said = "I used “Lunch”. My result: ○ Accept."
    general, own = "https://testserver/en/lunch/outcomes/picnic/", "https://testserver/en/lunch/a0b12-2a/shared/"

    assert line == [f"{said} {general}", f"{said} What do you think? {own}"]
    assert [(post["text"][0], post["url"][0]) for post in posts] == [
        (said, general),
        (f"{said} What do you think?", own),
    ]
    assert letters == [f"{said}\n{general}", f"{said} What do you think?\n{own}"]


@pytest.mark.parametrize("path", ["/", "/lunch/a0/", "/lunch/a1-2p/", "/lunch/outcomes/home/", "/accessibility/"])
@pytest.mark.parametrize(("prefix", "language"), [("", "ja"), ("/en", "en")])
def test_a_page_of_a_flow_without_cards_introduces_itself_with_the_sites(visitor, prefix, language, path):
    page = visitor.open(prefix + path)

    assert page.meta["og:image"] == f"https://testserver/static/cards/{language}.png"
    assert (page.meta["og:image:width"], page.meta["og:image:height"]) == ("1200", "630")
    assert page.meta["twitter:card"] == "summary_large_image"
    assert page.meta["og:url"] == page.canonical


@pytest.mark.parametrize("path", ["/lunch/a0b12-2a/", "/lunch/a0b12-2a/shared/", "/lunch/outcomes/picnic/"])
def test_the_title_of_a_result_is_that_of_its_card(visitor, path):
    """A card is drawn once, so that its title is nobody's own."""
    page = visitor.open(path)

    assert page.meta["og:title"] == "○ 受ける：外で食べましょう"
    assert page.meta["og:image:alt"] == "昼ごはん → ○ 受ける：外で食べましょう"


@pytest.mark.parametrize("path", ["/", "/lunch/outcomes/home/", "/accessibility/", "/lunch/a1-2p/"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_page_names_itself_in_each_language(visitor, prefix, path):
    named = {link["hreflang"]: link["href"] for link in visitor.open(prefix + path).alternates}
    japanese = f"https://testserver{path}"

    assert named == {"ja": japanese, "en": f"https://testserver/en{path}", "x-default": japanese}

"""Every page of the LINE flow, in both languages."""

import re

import pytest
from django.conf import settings

from tests.line.logic import WALKS
from wizard.content import flows
from wizard.engine.condition import matching
from wizard.engine.proving import Kind, prove
from wizard.engine.tokens import spell
from wizard.engine.walking import walk

LANGUAGES = ("ja", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("outcome", flows()["line"]["ja"].outcomes)
def test_every_outcome_has_a_page_of_its_own(visitor, language, outcome):
    page = visitor.open(f"{'/en' if language == 'en' else ''}/line/outcomes/{outcome}/")

    assert page.status == 200
    assert page.main["data-outcome"] == outcome


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_walk_ends_with_words(language):
    """Every walk has a title, a summary, a step and a reason; and a desk, if harm was done."""
    flow = flows()["line"][language]
    for answers, _ in WALKS:
        outcome = walk(flow, answers).outcome

        assert outcome.title.for_answers(answers)
        assert outcome.summary.for_answers(answers)
        assert matching(outcome.steps, answers)
        assert matching(outcome.reasons, answers)
        assert outcome.verdict != "help" or matching(outcome.helps, answers)


@pytest.mark.parametrize("besides", ["money", "papers", "goods", "contract", "unpaid", "other", "harass"])
def test_whoever_is_threatened_reads_first_when_to_call_110(line, besides):
    first, *_ = matching(line.outcomes["get-help"].steps, {"harm": ("threat", besides)})

    assert "110" in first.text


def test_nobody_who_was_harmed_is_offered_a_public_post(visitor):
    harmed, asked = (visitor.get(f"/line/{token}/").content.decode() for token in ("a2b18c0-1h", "a0c0d1-1d"))

    assert "https://x.com/" in asked
    assert "https://x.com/" not in harmed


def test_every_follow_up_leads_somewhere_else(line):
    for answers, _ in WALKS:
        at = walk(line, answers)
        for item in matching(at.outcome.follow_ups, answers):
            if item.change:
                assert item.change in at.path, (at.outcome.id, item.text)
            for question, chosen in item.answers.items():
                assert line.questions[question].answer(chosen) is not None, (at.outcome.id, item.text)
            changed = at
            for question, chosen in item.answers.items():
                changed = changed.with_answer(question, chosen)
            assert item.change or item.advice or spell(changed) != spell(at), (at.outcome.id, item.text, answers)


@pytest.mark.parametrize(
    ("token", "happened", "ticks"),
    [
        ("a0c1d0e0f0g1-1p", "申請はしなくてよい、内緒でと言われた", ["secret"]),
        ("a0c4d0e0f1-1p", "その前に作業を始めてほしいと言われた", ["unpaid-work"]),
        ("a0c4dMe0f1-1p", "サイトの外で払うと言われた", ["off-site-pay", "unverified"]),
        ("a1c9d0i0j2-1p", "急ぐので先に始めてほしいと言われた", ["unpaid-work"]),
        ("a1c6d0j0h1-1p", "会社には内緒で、と言われた", ["hidden"]),
    ],
)
def test_a_follow_up_that_names_a_sign_has_it_ticked(visitor, token, happened, ticks):
    [link] = visitor.open(f"/line/{token}/").leads(happened)
    form = visitor.open(link)

    assert (form.main["data-question"], form.ticked) == ("signs", ticks)


def texts(flow):
    """Every text of the flow, with its place."""
    for question in flow.questions.values():
        for words in (question.title, question.hint, question.why, question.statement):
            yield from ((question.id, wording.text) for wording in words.wordings)
        for option in question.options.values():
            for words in (option.label, option.hint):
                yield from ((f"{question.id}.{option.id}", wording.text) for wording in words.wordings)
    for outcome in flow.outcomes.values():
        for words in (outcome.title, outcome.summary):
            yield from ((outcome.id, wording.text) for wording in words.wordings)
        lists = (outcome.steps, outcome.evidence, outcome.reasons, outcome.replies, outcome.follow_ups, outcome.helps)
        yield from ((outcome.id, item.text) for items in lists for item in items)
        yield from ((outcome.id, text) for item in outcome.settings for text in (item.text, item.path, item.sees))
        yield from ((outcome.id, item.advice) for item in outcome.follow_ups)
    yield from (("flow", text) for text in (flow.title, flow.lead, flow.description, *flow.unknown))
    yield from (("flow", section.text) for section in flow.about)
    yield from ((way.id, cell.text) for way in flow.ways.values() for cell in way.cells.values())
    yield from (("way", text) for text in (*flow.aspects.values(), *(way.name for way in flow.ways.values())))
    for danger in flow.dangers.values():
        yield from ((danger.id, text) for text in (danger.text, danger.cause, danger.harm, danger.control))


def test_no_text_breaks_the_style():
    """How long sentences are, how they are typed, and what the flow never says: the flow's own list stands in it."""
    found = prove(settings.FLOWS_DIR / "line", LANGUAGES).findings

    assert [str(finding) for finding in found if finding.kind is Kind.STYLE] == []
    assert {"安全です", "is safe"} <= set(flows()["line"]["ja"].forbidden)


def test_japanese_is_typed_as_japanese(line):
    """Full-width marks, half-width digits, no spaces between scripts."""
    for place, text in texts(line):
        assert not re.search(
            r"[０-９]|[ぁ-ん一-龯],|[ぁ-ん一-龯]\?|[ぁ-んァ-ン一-龯] [0-9A-Za-z]|[0-9A-Za-z] [ぁ-んァ-ン一-龯]", text
        ), (place, text)


def test_the_harmed_are_one_tap_from_the_desks(visitor):
    page = visitor.open(visitor.open("/").options["harmed"])

    assert page.main["data-question"] == "harm"
    assert {"tel:110", "tel:%239110", "tel:188"} <= set(page.links)


def test_the_way_in_by_ids_leads_to_the_right_page(visitor):
    page = visitor.open("/line/?now=asked&signs=none&where=coconala")

    assert page.main["data-question"] == "messages"
    assert visitor.open(page.options["agreed"]).main["data-outcome"] == "stay-on-site"


def test_a_way_in_may_fill_in_every_answer(visitor, line):
    for answers, rule in WALKS[::40]:
        query = "&".join(f"{id}={','.join(answer) or 'none'}" for id, answer in answers.items())
        page = visitor.open(f"/line/?{query}")

        assert page.main["data-outcome"] == rule["outcome"], query
        assert page.address == f"/line/{spell(walk(line, answers))}/"


@pytest.mark.parametrize(("prefix", "told"), [("", "3分ほど（3〜8問）"), ("/en", "About 3 min (3 to 8 questions)")])
def test_the_start_page_says_how_long_it_takes_and_marks_the_way_to_help(visitor, prefix, told):
    page = visitor.open(f"{prefix}/")
    body = page.response.content.decode()

    assert told in page.words
    assert body.count('<b class="help">') == 1
    assert body.index('data-option="harmed"') < body.index('<b class="help">')


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", ""),
        ("/line/a0/", ""),
        ("/line/links/", ""),
        ("/line/rules/", ""),
        ("/line/a0c1d0e0f0g1-1p/", "apply-first-"),
        ("/line/a0c1d0e0f0g1-1p/shared/", "apply-first-"),
        ("/line/outcomes/stop/", "stop-"),
    ],
)
@pytest.mark.parametrize(("prefix", "language"), [("", "ja"), ("/en", "en")])
def test_a_page_introduces_itself_with_its_card(visitor, prefix, language, path, name):
    page = visitor.open(prefix + path)

    assert page.meta["og:image"] == f"https://testserver/static/cards/line/{name}{language}.png"


@pytest.mark.parametrize("path", ["a0c2d0e0-1p/", "a2b1c0-1h/", "a0c9d0i0j0k0m0-1a/", "a0c0d1-1d/"])
@pytest.mark.parametrize("place", ["", "shared/"])
def test_every_link_within_a_page_has_its_place(visitor, path, place):
    page = visitor.open(f"/line/{path}{place}")

    assert page.main["data-outcome"]
    assert [href for href in page.links if href.startswith("#") and href[1:] not in page.ids] == []


def test_a_mark_of_a_form_that_a_question_of_one_choice_has_not_is_no_error(visitor):
    assert visitor.open("/line/a0/?asked=where").status == 200

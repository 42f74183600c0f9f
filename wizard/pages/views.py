"""The pages: each a pure function of its address, the release and the day."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe
from django.views.decorators.vary import vary_on_headers

from wizard import addresses, queries
from wizard.caching import etag
from wizard.content import get_flow
from wizard.engine import tokens
from wizard.engine.model import Question
from wizard.engine.stamp import is_forged, was
from wizard.engine.walking import Walk, walk

from .links import LinksPage
from .question import question_page
from .result import ResultPage
from .shared import SharedPage

View = Callable[..., HttpResponse]


def page(view: View) -> View:
    """A page for everybody: safe methods only, public for five minutes, a 304 before any work."""
    known = view if settings.DEBUG else condition(etag_func=etag)(view)
    return require_safe(vary_on_headers("Accept-Encoding")(cache_control(public=True, max_age=300)(known)))


@page
def start(request: HttpRequest, flow: str = "") -> HttpResponse:
    found = get_flow(flow or settings.DEFAULT_FLOW)
    prefilled = queries.read_query(found, request.GET)
    at = walk(found, prefilled.answers)
    if prefilled.answers and not prefilled.unread:
        return redirect(addresses.of_step(at))
    return submitted(request, at) or show(request, at, prefilled)


@page
def step(request: HttpRequest, flow: str, token: str) -> HttpResponse:
    at, reading = read_walk(flow, token)
    if answered := submitted(request, at):
        return answered
    if is_forged(at, reading.stamp) and not reading.unread:
        return redirect(addresses.of_step(at))
    return show(request, at, reading)


@page
def shared(request: HttpRequest, flow: str, token: str) -> HttpResponse:
    at, reading = read_walk(flow, token)
    if not at.outcome:
        return show(request, at, reading)
    if is_forged(at, reading.stamp) and not reading.unread:
        return redirect(addresses.of_shared(at))
    return render(request, "shared.html", {"page": SharedPage(at.outcome, at), **notes(at, reading)})


@page
def change(request: HttpRequest, flow: str, token: str, question: str) -> HttpResponse:
    at, reading = read_walk(flow, token)
    if question not in at.flow.questions:
        raise Http404(question)
    if answered := submitted(request, at):
        return answered
    if question not in at.path:
        return redirect(addresses.of_step(at))
    return ask(request, at, at.flow.questions[question], unread=reading.unread)


@page
def outcome(request: HttpRequest, flow: str, outcome: str) -> HttpResponse:
    at = walk(get_flow(flow), {})
    if outcome not in at.flow.outcomes:
        raise Http404(outcome)
    return render(request, "result.html", {"page": ResultPage(at.flow.outcomes[outcome], at)})


@page
def links(request: HttpRequest, flow: str) -> HttpResponse:
    return render(request, "links.html", {"page": LinksPage(get_flow(flow))})


@page
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, f"{get_language()}/accessibility.html", {"address": reverse("accessibility")})


def read_walk(flow: str, token: str) -> tuple[Walk, tokens.Reading]:
    """The walk that a token spells. Raises Http404 if nothing of it can be read."""
    reading = tokens.read(get_flow(flow), token)
    if not reading.answers:
        raise Http404(token)
    return walk(get_flow(flow), reading.answers), reading


def submitted(request: HttpRequest, at: Walk) -> HttpResponse | None:
    """The way on from an answered form, wherever the walk stands by now, so that no answer is lost."""
    submission = queries.read_submission(at.flow, request.GET)
    if submission is None or submission.answer is None:
        return None
    return redirect(addresses.of_step(at.with_answer(submission.question.id, submission.answer)))


def show(request: HttpRequest, at: Walk, reading: tokens.Reading) -> HttpResponse:
    """The page where a walk stands, with a note on what its address could not say."""
    if at.outcome:
        return render(request, "result.html", {"page": ResultPage(at.outcome, at), **notes(at, reading)})
    assert at.question, "a walk stands at a question or has an outcome"
    return ask(request, at, at.question, **notes(at, reading))


def notes(at: Walk, reading: tokens.Reading) -> dict[str, object]:
    """What to say of an address: what it said under an earlier edition, and what of it could not be read."""
    return {"was": was(at, reading.stamp), "unread": reading.unread}


def ask(request: HttpRequest, at: Walk, question: Question, **notes: object) -> HttpResponse:
    """A question's page; after a form that was not answered, with what is missing."""
    submission = queries.read_submission(at.flow, request.GET)
    if submission and submission.question is question:
        page = question_page(at, question, submission.ticked, submission.error)
        return render(request, "question.html", {"page": page, **notes}, status=422)
    template = "question.html" if at.given else "start.html"
    return render(request, template, {"page": question_page(at, question), **notes})


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return redirect(static("mark.svg"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return render(request, "robots.txt", content_type="text/plain")

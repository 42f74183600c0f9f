"""The pages: each a pure function of its address, the release and the day."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from . import addresses, asking
from .content import get_flow
from .flow import token as tokens
from .flow.model import Question
from .flow.stamp import is_forged, was
from .flow.walking import Walk, walk
from .question_page import question_page
from .release import etag
from .result_page import ResultPage

View = Callable[..., HttpResponse]


def page(view: View) -> View:
    """A page for everybody: safe methods only, public for five minutes, a 304 before any work."""
    cached = cache_control(public=True, max_age=300)(view)
    return require_safe(cached if settings.DEBUG else condition(etag_func=etag)(cached))


@page
def start(request: HttpRequest, flow: str = "") -> HttpResponse:
    found = get_flow(flow or settings.DEFAULT_FLOW)
    prefilled = asking.read_query(found, request.GET)
    at = walk(found, prefilled.answers)
    if prefilled.answers and not prefilled.unread:
        return redirect(addresses.of_step(at))
    return show(request, at, prefilled)


@page
def step(request: HttpRequest, flow: str, token: str) -> HttpResponse:
    reading = tokens.read(get_flow(flow), token)
    if not reading.answers:
        raise Http404(token)
    at = walk(get_flow(flow), reading.answers)
    if is_forged(at, reading.stamp) and not reading.unread:
        return redirect(addresses.of_step(at))
    return show(request, at, reading)


@page
def change(request: HttpRequest, flow: str, token: str, question: str) -> HttpResponse:
    reading = tokens.read(get_flow(flow), token)
    if not reading.answers or question not in get_flow(flow).questions:
        raise Http404(token)
    at = walk(get_flow(flow), reading.answers)
    if question not in at.path:
        return redirect(addresses.of_step(at))
    return ask(request, at, at.flow.questions[question])


@page
def outcome(request: HttpRequest, flow: str, outcome: str) -> HttpResponse:
    found = get_flow(flow).outcomes.get(outcome)
    if found is None:
        raise Http404(outcome)
    return render(request, "result.html", {"page": ResultPage(found, walk(get_flow(flow), {}))})


def show(request: HttpRequest, at: Walk, reading: tokens.Reading) -> HttpResponse:
    """The page where a walk stands, with a note on what its address could not say."""
    notes = {"was": was(at, reading.stamp), "unread": reading.unread}
    if at.outcome:
        return render(request, "result.html", {"page": ResultPage(at.outcome, at), **notes})
    assert at.question
    return ask(request, at, at.question, **notes)


def ask(request: HttpRequest, at: Walk, question: Question, **notes: object) -> HttpResponse:
    """A question's page; a submission of its form leads on, or back to the form with what is missing."""
    submission = asking.read_submission(at.flow, request.GET)
    if submission and submission.answer is not None:
        return redirect(addresses.of_step(at.with_answer(submission.question.id, submission.answer)))
    if submission and submission.question is question:
        page = question_page(at, question, submission.ticked, submission.error)
        return render(request, "question.html", {"page": page, **notes}, status=422)
    template = "question.html" if at.given else "start.html"
    return render(request, template, {"page": question_page(at, question), **notes})


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return redirect(static("mark.svg"))

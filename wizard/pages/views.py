"""The pages: each a pure function of its address, the release and the day."""

from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from wizard import addresses
from wizard.caching import page
from wizard.content import flows, get_flow
from wizard.engine import Question, Walk
from wizard.queries import read_submission, read_ticks
from wizard.share import Share
from wizard.styles import arrive, policy
from wizard.visits import Visit, by_token, keep_if_settled, visit_by_query

from .about import AboutPage
from .accessibility import record
from .change import ChangePage
from .links import LinksPage
from .manifest import manifest_in
from .map import map_of, size_of, style_of
from .outcome import OutcomePage
from .question import QuestionPage
from .result import ResultPage
from .rules import RulesPage
from .shared import SharedPage
from .ways import WaysPage


@page
def start(request: HttpRequest, flow_id: str = "") -> HttpResponse:
    visit = visit_by_query(get_flow(flow_id or settings.DEFAULT_FLOW), request.GET)
    if visit.at.given and not visit.unread:
        return redirect(addresses.of_walk(visit.at))
    return keep_if_settled(submitted(request, visit.at) or show(request, visit), visit)


@page
@by_token
def walk(request: HttpRequest, visit: Visit) -> HttpResponse:
    if answered := submitted(request, visit.at):
        return answered
    if visit.is_forged:
        return redirect(addresses.of_walk(visit.at))
    return show(request, visit)


@page
@by_token
def shared(request: HttpRequest, visit: Visit) -> HttpResponse:
    if answered := submitted(request, visit.at):
        return answered
    if not visit.at.outcome:
        return show(request, visit)
    if visit.is_forged:
        return redirect(addresses.of_shared(visit.at))
    return arrive(request, "shared.html", {"page": SharedPage.of(visit.at), "visit": visit})


@page
@by_token
def change(request: HttpRequest, visit: Visit, question_id: str) -> HttpResponse:
    question = visit.at.flow.questions.get(question_id)
    if question is None:
        raise Http404(question_id)
    if answered := submitted(request, visit.at):
        return answered
    if question_id not in visit.at.path:
        return redirect(addresses.of_walk(visit.at))
    # What the link once said is told where it leads: here somebody is about to change her answers.
    return ask(request, replace(visit, stamp=None), question)


@page
def outcome(request: HttpRequest, flow_id: str, outcome_id: str) -> HttpResponse:
    return arrive(request, "outcome.html", {"page": outcome_page(flow_id, outcome_id)})


@page
def outcome_qr(request: HttpRequest, flow_id: str, outcome_id: str) -> HttpResponse:
    return show_qr(request, outcome_page(flow_id, outcome_id).address)


@page
@by_token
def walk_qr(request: HttpRequest, visit: Visit) -> HttpResponse:
    if not visit.at.outcome:
        raise Http404
    return show_qr(request, addresses.of_walk(visit.at.alone()))


@page
@by_token
def shared_qr(request: HttpRequest, visit: Visit) -> HttpResponse:
    if not visit.at.outcome:
        raise Http404
    return show_qr(request, addresses.of_shared(visit.at))


@page
def links(request: HttpRequest, flow_id: str) -> HttpResponse:
    return render(request, "links.html", {"page": LinksPage(get_flow(flow_id))})


@page
def rules(request: HttpRequest, flow_id: str) -> HttpResponse:
    return show_rules(request, RulesPage(get_flow(flow_id)))


@page
def rules_map(request: HttpRequest, flow_id: str, rule: int = 0) -> HttpResponse:
    flow = get_flow(flow_id)
    drawn = map_of(flow, rule)
    if not drawn or rule > len(flow.rules):
        raise Http404("map")
    response = picture(drawn)
    response.headers["Content-Security-Policy"] = policy(style_of(drawn))
    return response


@page
def ways(request: HttpRequest, flow_id: str) -> HttpResponse:
    flow = get_flow(flow_id)
    if not flow.ways:
        raise Http404("ways")
    return render(request, "ways.html", {"page": WaysPage(flow)})


@page
@by_token
def walk_rules(request: HttpRequest, visit: Visit) -> HttpResponse:
    if not visit.at.outcome:
        return redirect(addresses.of_walk(visit.at))
    if visit.is_forged:
        return redirect(addresses.of_walk_rules(visit.at))
    return show_rules(request, RulesPage(visit.at.flow, ResultPage.of(visit.at)), visit)


@page
def accessibility(request: HttpRequest) -> HttpResponse:
    language = get_language() or settings.LANGUAGE_CODE
    given = {"address": addresses.of_page("accessibility"), "record": record(language)}
    return render(request, f"{language}/accessibility.html", given)


@page
def about(request: HttpRequest) -> HttpResponse:
    return render(request, f"{get_language()}/about.html", {"page": AboutPage.of(flows())})


def submitted(request: HttpRequest, at: Walk) -> HttpResponse | None:
    """The way on from an answered form, wherever the walk stands by now, so that no answer is lost."""
    submission = read_submission(at.flow, request.GET)
    if submission is None or submission.answer is None:
        return None
    return redirect(addresses.of_walk(at.with_answer(submission.question.id, submission.answer)))


def show(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The page where a walk stands, with a note on what its address could not say."""
    at = visit.at
    if at.outcome:
        return render(request, "result.html", {"page": ResultPage.of(at), "visit": visit})
    assert at.question, "a walk stands at a question or has an outcome"
    return ask(request, visit, at.question)


def ask(request: HttpRequest, visit: Visit, question: Question) -> HttpResponse:
    """A question's page; after a form that was not answered, with what is missing."""
    at = visit.at
    kind = ChangePage if question.id in at.path else QuestionPage
    submission = read_submission(at.flow, request.GET)
    if submission and submission.question is question and question.many and submission.error:
        answered = kind(at, question, submission.ticked, submission.error)
        return render(request, "question.html", {"page": answered, "visit": visit}, status=422)
    shown = {"page": kind(at, question, read_ticks(question, request.GET)), "visit": visit}
    return render(request, "question.html", shown) if at.given else arrive(request, "start.html", shown)


def outcome_page(flow_id: str, outcome_id: str) -> OutcomePage:
    """What is said of an outcome without anybody's answers. Raises Http404 if the flow has none of this name."""
    flow = get_flow(flow_id)
    if outcome_id not in flow.outcomes:
        raise Http404(outcome_id)
    return OutcomePage(flow.outcomes[outcome_id], flow)


def show_qr(request: HttpRequest, address: str) -> HttpResponse:
    return picture(Share(request.build_absolute_uri(address), "").picture)


def picture(svg: str | bytes) -> HttpResponse:
    """A drawing, which is no page for a search to find."""
    return HttpResponse(svg, content_type="image/svg+xml", headers={"X-Robots-Tag": "noindex"})


def show_rules(request: HttpRequest, shown: RulesPage, visit: Visit | None = None) -> HttpResponse:
    return render(request, "rules.html", {"page": shown, "map": size_of(shown.flow), "visit": visit})


@page
def manifest(request: HttpRequest) -> HttpResponse:
    return JsonResponse(manifest_in(get_flow(settings.DEFAULT_FLOW)), content_type="application/manifest+json")


@page
def favicon(request: HttpRequest) -> HttpResponse:
    return redirect(static("mark.svg"))


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness, RFC 9116, from an operator who says so."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    told = {"contact": settings.SECURITY_CONTACT, "until": timezone.localdate() + timedelta(days=180)}
    return render(request, "security.txt", told, content_type="text/plain; charset=utf-8")


@page
def robots(request: HttpRequest) -> HttpResponse:
    return render(request, "robots.txt", content_type="text/plain")

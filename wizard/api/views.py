"""The addresses for programs: what the pages say, as JSON."""

from functools import cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wizard import addresses
from wizard.caching import View, page
from wizard.content import get_flow
from wizard.engine import Walk
from wizard.visits import Visit, by_token

from . import documents
from .problems import ProblemError

SCHEMAS = Path(__file__).parent / "schemas"


def document(view: View) -> View:
    """Kept as a page is; a problem is kept no more than an error page."""
    kept = page(view)

    def answered(request: HttpRequest, **named: str) -> HttpResponse:
        try:
            return kept(request, **named)
        except ProblemError as error:
            return error.response

    return answered


@document
@by_token
def result(request: HttpRequest, visit: Visit) -> HttpResponse:
    if not visit.at.outcome:
        raise unfinished(request, visit.at)
    if visit.is_forged:
        return redirect(addresses.of_result_json(visit.at))
    told = answer(documents.result(visit, request.build_absolute_uri))
    told.headers["X-Robots-Tag"] = "noindex"
    return told


@document
def flow(request: HttpRequest, flow_id: str) -> HttpResponse:
    return answer(documents.flow(get_flow(flow_id), request.build_absolute_uri))


@page
def schema(request: HttpRequest, name: str) -> HttpResponse:
    if name not in schemas():
        raise Http404(name)
    return HttpResponse(schemas()[name], content_type="application/schema+json")


@cache
def schemas() -> dict[str, bytes]:
    """What describes the answers, by name."""
    return {path.stem: path.read_bytes() for path in SCHEMAS.glob("*.json")}


def answer(data: documents.Data) -> HttpResponse:
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False})


def unfinished(request: HttpRequest, at: Walk) -> ProblemError:
    """What to say of a walk that has no result yet: where it goes on."""
    assert at.question, "a walk stands at a question or has an outcome"
    title = at.question.title.for_answers(at.path)
    return ProblemError(
        404,
        _("There is no result yet. The next question: “%(question)s”") % {"question": title},
        question=at.question.id,
        address=request.build_absolute_uri(addresses.of_walk(at)),
    )

"""Errors as programs are told them: problem+json, RFC 9457."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy

CONTENT_TYPE = "application/problem+json"

# In the words of the error pages.
DETAILS = {
    400: gettext_lazy("This request could not be understood"),
    404: gettext_lazy("There is no page at this address"),
    405: gettext_lazy("You cannot send data to this page"),
    414: gettext_lazy("This address is too long"),
    500: gettext_lazy("Something went wrong on our side"),
}


class ProblemError(Exception):
    """Raised where there is nothing to answer but the error."""

    def __init__(self, status: int, detail: str, **more: str) -> None:
        super().__init__(detail)
        self.response = problem(status, detail, **more)


def problem(status: int, detail: str, **more: str) -> HttpResponse:
    """An error; `about:blank` says that its status already says which kind it is."""
    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return JsonResponse(said, status=status, content_type=CONTENT_TYPE, json_dumps_params={"ensure_ascii": False})


def as_problem(page: HttpResponse) -> HttpResponse:
    """An error page retold; what is a problem already stays as it is."""
    if page.headers["Content-Type"] == CONTENT_TYPE:
        return page
    told = problem(page.status_code, str(DETAILS.get(page.status_code, page.reason_phrase)))
    if "Allow" in page.headers:
        told.headers["Allow"] = page.headers["Allow"]
    return told

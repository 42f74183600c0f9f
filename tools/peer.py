"""What a Django user would take instead: the session and the cookie wizard of django-formtools, eight steps each.

A process of its own, for its settings: `python -m tools.peer session` reads numbers of journeys, and prints for each
the CPU seconds that a journey took. Sessions are rows in SQLite and the middleware is that of a new project, less what
needs accounts.
"""

import io
import sys
from http.cookies import SimpleCookie
from tempfile import TemporaryDirectory
from time import process_time
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

import django
from django.conf import settings
from django.core.management.utils import get_random_secret_key

STEPS = 8
PAGE = """{% load i18n %}<!doctype html><html lang="en"><title>{{ wizard.form.prefix }}</title>
<p>{% translate "Step" %} {{ wizard.steps.step1 }}/{{ wizard.steps.count }}
<form method="post">{% csrf_token %}{{ wizard.management_form }}{{ wizard.form }}
<button>{% translate "Next" %}</button>
</form></html>"""
MIDDLEWARE, CONTRIB = "django.middleware.", "django.contrib."
FOLDER = TemporaryDirectory()

settings.configure(
    ALLOWED_HOSTS=["*"],
    SECRET_KEY=get_random_secret_key(),
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["django.contrib.sessions", "formtools"],
    MIDDLEWARE=[
        f"{MIDDLEWARE}security.SecurityMiddleware",
        f"{CONTRIB}sessions.middleware.SessionMiddleware",
        f"{MIDDLEWARE}common.CommonMiddleware",
        f"{MIDDLEWARE}csrf.CsrfViewMiddleware",
        f"{MIDDLEWARE}clickjacking.XFrameOptionsMiddleware",
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{FOLDER.name}/sessions"}},
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.cached.Loader",
                        [("django.template.loaders.locmem.Loader", {"wizard.html": PAGE})],
                    )
                ]
            },
        }
    ],
)
django.setup()

from django import forms  # noqa: E402  once there are settings
from django.contrib.sessions.models import Session as StoredSession  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402
from formtools.wizard.views import CookieWizardView, SessionWizardView  # noqa: E402

CHOICES = [("a", "Yes"), ("b", "No")]
FORMS = [
    type(f"Step{n}", (forms.Form,), {"answer": forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect)})
    for n in range(STEPS)
]


class Done:
    template_name = "wizard.html"

    def done(self, form_list, **_):
        return HttpResponse("".join(form.cleaned_data["answer"] for form in form_list))


Session = type("Session", (Done, SessionWizardView), {})
Cookie = type("Cookie", (Done, CookieWizardView), {})
urlpatterns = [path("session/", Session.as_view(FORMS)), path("cookie/", Cookie.as_view(FORMS))]
handler = WSGIHandler()


def journey(kind):
    """From the first page, by eight answers, to the last: what it says."""
    cookies = SimpleCookie()
    body = send(kind, cookies, {})
    for step in range(STEPS):
        body = send(kind, cookies, {f"{kind}-current_step": step, f"{step}-answer": "ab"[step % 2]})
    return body


def send(kind, cookies, data):
    if data:
        data["csrfmiddlewaretoken"] = cookies["csrftoken"].value
    text = urlencode(data).encode()
    environ = {
        "REQUEST_METHOD": "POST" if data else "GET",
        "PATH_INFO": f"/{kind}/",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(text)),
        "HTTP_COOKIE": cookies.output(attrs=[], header="", sep=";"),
        "wsgi.input": io.BytesIO(text),
        "wsgi.errors": sys.stderr,
    }
    setup_testing_defaults(environ)
    begun = []
    answer = handler(environ, lambda status, headers: begun.extend(headers))
    for name, value in begun:
        if name == "Set-Cookie":
            cookies.load(value)
    body = b"".join(answer)
    answer.close()
    return body


def main():
    with connection.schema_editor() as editor:
        editor.create_model(StoredSession)
    assert journey(sys.argv[1]) == b"abababab"
    print("ready", flush=True)
    for line in sys.stdin:
        begin = process_time()
        for _ in range(int(line)):
            journey(sys.argv[1])
        print((process_time() - begin) / int(line), flush=True)


if __name__ == "__main__":
    main()

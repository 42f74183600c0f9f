"""The WSGI application."""

import os
from wsgiref.types import WSGIApplication

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wizard.settings")
django.setup(set_prefix=False)

from .remembering import Application  # noqa: E402  once Django is set up
from .start import prepare  # noqa: E402

prepare()
application: WSGIApplication = Application()
if settings.ACCESS_LOG:
    from .logs import log_access

    application = log_access(application)

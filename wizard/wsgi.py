"""The WSGI application."""

import os
from wsgiref.types import WSGIApplication

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wizard.settings")

application: WSGIApplication = get_wsgi_application()
if settings.ACCESS_LOG:
    from .logs import log_access  # once Django is set up

    application = log_access(application)

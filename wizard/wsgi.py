"""The WSGI application."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wizard.settings")
django.setup(set_prefix=False)

from .remembering import Application  # noqa: E402  once Django is set up

application = Application()

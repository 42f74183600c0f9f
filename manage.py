#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wizard.settings")
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415  after the settings are named
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        # Wrong settings or content are for the operator to mend: a sentence helps, a traceback hides it.
        sys.exit(str(error))


if __name__ == "__main__":
    main()

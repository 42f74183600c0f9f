"""How to reach whoever runs this copy of the site; the environment names them: wizard.settings."""

from urllib.parse import quote, urlencode

from django.conf import settings
from django.utils.translation import gettext as _

from wizard.engine import Edition, Outcome


def contact_link() -> str:
    """Where to write to; "" where nobody is named."""
    return link_to({})


def report_link(flow: str, outcome: Outcome, edition: Edition) -> str:
    """Where to say what is wrong with a result: its name and edition go along, and nobody's answers."""
    return link_to({_("result"): f"{flow}/{outcome.id}", _("edition"): str(edition.number)})


def link_to(about: dict[str, str]) -> str:
    contact: str = settings.CONTACT
    if contact.startswith("mailto:"):
        subject = " · ".join([_("Before You Connect"), *(f"{name} {value}" for name, value in about.items())])
        return f"{contact}?subject={quote(subject)}"
    return f"{contact}{'&' if '?' in contact else '?'}{urlencode(about)}" if contact and about else contact

"""The web manifest: how the site stands on a home screen, in the language of the request."""

from django.templatetags.static import static
from django.urls import get_script_prefix
from django.utils.translation import gettext as _

from wizard import addresses
from wizard.engine import Flow

# The paper of the light palette: a manifest knows one scheme.
PAPER = "#f9f6ef"


def manifest_in(flow: Flow) -> dict[str, object]:
    """The manifest that starts with a flow. It keeps a back button, for a step back is an address."""
    return {
        "name": _("Before You Connect"),
        "description": flow.description,
        "lang": flow.language,
        "start_url": addresses.of_start(flow.id),
        "scope": get_script_prefix(),
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            icon("icon-192.png", 192),
            icon("icon-512.png", 512),
            icon("icon-maskable.png", 512, purpose="maskable"),
        ],
    }


def icon(name: str, size: int, purpose: str = "any") -> dict[str, str]:
    return {"src": static(name), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}

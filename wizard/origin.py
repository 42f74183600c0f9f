"""The site's own host, for every address that is given away: no header of a request enters it unchecked."""

from collections.abc import Mapping

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http.request import split_domain_port, validate_host

DEFAULT_PORTS = {"http": "80", "https": "443"}


def site_host(meta: Mapping[str, str]) -> str:
    """The host that our addresses name, from a request's META: that of SITE_URL, or else the name that was asked for.

    The port is never the request's: behind a proxy there is none, and without one it is the port that we listen on.
    Raises DisallowedHost where another site is asked for.
    """
    asked = meta.get("HTTP_HOST") or meta["SERVER_NAME"]
    name, _ = split_domain_port(asked)
    if not (name and validate_host(name, settings.ALLOWED_HOSTS)):
        raise DisallowedHost(f"ALLOWED_HOSTS does not list {asked!r}")
    if settings.SITE_HOST:
        return settings.SITE_HOST
    port = meta["SERVER_PORT"]
    return name if settings.BEHIND_PROXY or port in DEFAULT_PORTS.values() else f"{name}:{port}"

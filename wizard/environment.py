"""What the environment may say of this machine; nonsense there stops the start with a sentence."""

import os
import re

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

SHORTEST_KEY = 50  # what Django's own deployment check asks for (security.W009)

NAME = r"[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]"
# All that Django compares with the host of a request, its port taken off: any, one with its subdomains, one, an IPv6.
HOST = re.compile(rf"\*|\.?(?:{NAME})", re.IGNORECASE)
SITE_ADDRESS = re.compile(rf"(?P<scheme>https?)://(?P<host>(?P<name>{NAME})(?::[0-9]{{1,5}})?)/?", re.IGNORECASE)

ADDRESS = re.compile(rf"(?P<name>{NAME}):(?P<port>[0-9]{{1,5}})", re.IGNORECASE)
CONTACT = re.compile(r"(mailto:|https://)[!-~]+")


def env_text(name: str) -> str:
    """A text; nothing if it is left out."""
    return os.environ.get(name, "").strip()


def env_bool(name: str, *, default: bool) -> bool:
    value = os.environ.get(name, "1" if default else "0").strip().lower()
    if value in ("1", "true", "on", "yes"):
        return True
    if value in ("0", "false", "off", "no", ""):
        return False
    raise ImproperlyConfigured(f"environment: {name}: give 1 or 0, not {value!r}")


def env_hosts(name: str, default: str) -> list[str]:
    hosts = [host.strip() for host in os.environ.get(name, default).split(",")]
    for host in hosts:
        if not HOST.fullmatch(host):
            wish = "give names with commas between, without scheme, port or path"
            raise ImproperlyConfigured(f"environment: {name}: {wish}, not {host!r}")
    return hosts


def env_site(name: str) -> dict[str, str]:
    """The scheme, the host and the host's name of the site's address; nothing if it is left out."""
    address = os.environ.get(name, "").strip().lower()
    site = SITE_ADDRESS.fullmatch(address)
    if address and not site:
        raise ImproperlyConfigured(f"environment: {name}: give it as https://example.org, not {address!r}")
    return site.groupdict() if site else {}


def env_address(name: str) -> tuple[str, int] | None:
    """A host and a port, or None if they are left out."""
    text = os.environ.get(name, "").strip()
    address = ADDRESS.fullmatch(text)
    if text and not address:
        raise ImproperlyConfigured(f"environment: {name}: give it as 127.0.0.1:9090, not {text!r}")
    return (address["name"].strip("[]"), int(address["port"])) if address else None


def env_contact(name: str) -> str:
    contact = os.environ.get(name, "").strip()
    if contact and not CONTACT.fullmatch(contact):
        raise ImproperlyConfigured(f"environment: {name}: give it as mailto:… or https://…, not {contact!r}")
    return contact


def env_secret(name: str) -> str:
    # Nothing here is signed, so a fresh key at every start does as well as a kept one.
    secret = os.environ.get(name) or get_random_secret_key()
    if len(secret) < SHORTEST_KEY:
        raise ImproperlyConfigured(f"environment: {name}: give at least {SHORTEST_KEY} characters, or leave it out")
    return secret

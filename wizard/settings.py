"""All settings. The environment decides what differs between machines; nonsense there stops the start."""

import os
import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
SHORTEST_KEY = 50  # what Django's own deployment check asks for (security.W009)

NAME = r"[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]"
# All that Django compares with the host of a request, its port taken off: any, one with its subdomains, one, an IPv6.
HOST = re.compile(rf"\*|\.?(?:{NAME})", re.IGNORECASE)
SITE_ADDRESS = re.compile(rf"(?P<scheme>https?)://(?P<host>(?P<name>{NAME})(?::[0-9]{{1,5}})?)/?", re.IGNORECASE)


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


def env_secret(name: str) -> str:
    # Nothing here is signed, so a fresh key at every start does as well as a kept one.
    secret = os.environ.get(name) or get_random_secret_key()
    if len(secret) < SHORTEST_KEY:
        raise ImproperlyConfigured(f"environment: {name}: give at least {SHORTEST_KEY} characters, or leave it out")
    return secret


DEBUG = env_bool("DEBUG", default=False)
SECRET_KEY = env_secret("SECRET_KEY")
# Without it, addresses that are given away name the host that a request asked for: wizard.origin.
SITE = env_site("SITE_URL")
SITE_HOST = SITE.get("host", "")
ALLOWED_HOSTS = env_hosts("ALLOWED_HOSTS", SITE.get("name", "localhost,127.0.0.1,[::1]"))
if SITE and SITE["name"] not in ALLOWED_HOSTS:
    ALLOWED_HOSTS.append(SITE["name"])
ACCESS_LOG = env_bool("ACCESS_LOG", default=False)

# HTTPS: redirect to it and promise it for a year. `make run` and `make dev` speak plain HTTP on this machine.
HTTPS = env_bool("HTTPS", default=SITE["scheme"] == "https" if SITE else not DEBUG)
if SITE and SITE["scheme"] != ("https" if HTTPS else "http"):
    raise ImproperlyConfigured(f"environment: HTTPS: leave it out; SITE_URL says {SITE['scheme']}")
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env_bool("HSTS_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = env_bool("HSTS_PRELOAD", default=False)
BEHIND_PROXY = env_bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY and HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # the frame rule is in the Content-Security-Policy: wizard.middleware
    "security.W003",  # no view takes an unsafe method, so there is nothing to forge
    "security.W005",  # only the operator knows whether every subdomain speaks HTTPS: HSTS_SUBDOMAINS
    "security.W021",  # browsers ship their preload lists, so leaving one takes months: HSTS_PRELOAD
]

ROOT_URLCONF = "wizard.urls"
WSGI_APPLICATION = "wizard.wsgi.application"
INSTALLED_APPS = ["django.contrib.sitemaps", "django.contrib.staticfiles", "django_htmx", "wizard"]
MIDDLEWARE = [
    "wizard.codings.compressed",
    "wizard.middleware.headers",
    "wizard.middleware.language",
    "wizard.middleware.own_host",
    "django.middleware.security.SecurityMiddleware",
    "wizard.middleware.StaticFiles",
    "wizard.api.middleware.open_to_all_origins",
    "wizard.middleware.limit_address",
    "wizard.middleware.explain_methods",
    "django.middleware.common.CommonMiddleware",
]
DATABASES: dict[str, dict[str, str]] = {}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,  # for the sitemap's
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "wizard.context_processors.site"],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", "日本語"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "wizard" / "locale"]
FORMAT_MODULE_PATH = "wizard.locale"
TIME_ZONE = "Asia/Tokyo"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ALLOW_ALL_ORIGINS = False  # only what is for programs is open to them: wizard.api.middleware
STORAGES = {"staticfiles": {"BACKEND": "wizard.storage.MinifiedStaticFilesStorage"}}
if DEBUG:
    STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"

# Flows are the folders in FLOWS_DIR; the default one is also the start page.
FLOWS_DIR = BASE_DIR / "wizard" / "flows"
DEFAULT_FLOW = "line"

# The limit on an address (wizard.middleware) stands before this one.
DATA_UPLOAD_MAX_NUMBER_FIELDS = None

# Addresses hold answers, so nothing less than an error of ours is logged.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO" if DEBUG else "ERROR"},
        # A visitor can cause these at will, a foreign host name for one.
        "django.security": {"level": "CRITICAL"},
    },
}

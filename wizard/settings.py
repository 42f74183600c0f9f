"""All settings. The environment decides what differs between machines: wizard.environment."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from .environment import env_address, env_bool, env_contact, env_hosts, env_secret, env_site, env_text

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = env_bool("DEBUG", default=False)
SECRET_KEY = env_secret("SECRET_KEY")
# Without it, addresses that are given away name the host that a request asked for: wizard.origin.
SITE = env_site("SITE_URL")
SITE_HOST = SITE.get("host", "")
ALLOWED_HOSTS = env_hosts("ALLOWED_HOSTS", SITE.get("name", "localhost,127.0.0.1,[::1]"))
if SITE and SITE["name"] not in ALLOWED_HOSTS:
    ALLOWED_HOSTS.append(SITE["name"])
SECURITY_CONTACT = env_contact("SECURITY_CONTACT")
# Who runs this copy of the site, and where to reach them: wizard.contact.
OPERATOR = env_text("OPERATOR")
CONTACT = env_contact("CONTACT")
ACCESS_LOG = env_bool("ACCESS_LOG", default=False)
METRICS = env_address("METRICS")

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
    "wizard.middleware.health",
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
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "wizard.templatetags.once"],
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

# Addresses hold answers, so nothing less than an error of ours is logged, and never an address: wizard.logs.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "routes": {
            "()": "logging.Formatter" if DEBUG else "wizard.logs.Formatter",
            "format": "%(asctime)s %(levelname)s %(message)s",
            "datefmt": "%Y-%m-%d %H:%M:%S %z",
        }
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "routes"},
        "stdout": {"class": "logging.StreamHandler", "formatter": "routes", "stream": "ext://sys.stdout"},
    },
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO" if DEBUG else "ERROR"},
        # A visitor can cause these at will, a foreign host name for one.
        "django.security": {"level": "CRITICAL"},
        "wizard.access": {"handlers": ["stdout"], "level": "INFO" if ACCESS_LOG else "CRITICAL", "propagate": False},
    },
}

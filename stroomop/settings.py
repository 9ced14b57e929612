"""The settings, all of them; what differs from place to place comes from the environment (docs/running.md).

MODE says how much is taken for granted: ``production`` (the default) asks for everything that must not be guessed,
``demo`` and ``development`` need nothing and are refused by ``check --deploy``.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from django.utils.csp import CSP

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def choose(name: str, options: tuple[str, ...], default: str) -> str:
    """A variable that must be one of the options; a wrong value stops the start."""
    if (value := env.str(name, default=default)) not in options:
        raise ImproperlyConfigured(f"{name} is {value!r}; choose one of: {', '.join(options)}.")
    return value


def require(name: str, hint: str) -> str:
    """A variable that production can't do without."""
    if not (value := env.str(name, default="")):
        raise ImproperlyConfigured(f"{name} is missing. {hint} See docs/running.md.")
    return value


def flag(name: str, *, default: bool) -> bool:
    """Yes or no. Written out, because django-environ reads every unknown word as no."""
    return choose(name, ("true", "false"), str(default).lower()) == "true"


def local_secret_key() -> str:
    """A random key of this checkout's own, kept so that a restart does not sign everybody out."""
    file = VAR_DIR / "secret_key"
    if not file.exists():
        # Nobody else's from the first moment, so before there is anything to read.
        file.touch(mode=0o600)
        file.write_text(get_random_secret_key())
    return file.read_text()


def site_url(*, required: bool) -> str:
    """Where readers find the site, without a slash at the end."""
    local = "http://127.0.0.1:8000"
    url = require("SITE_URL", "For example https://www.example.nl.") if required else env.str("SITE_URL", default=local)
    if not url.startswith(("https://", "http://")):
        raise ImproperlyConfigured(f"SITE_URL is {url!r}; it must start with https:// or http://.")
    return url.rstrip("/")


def allowed_hosts(*, required: bool) -> list[str]:
    if not required:
        return ["*"]
    return [host.strip() for host in require("ALLOWED_HOSTS", "Host names with commas.").split(",")]


def address(name: str, read: Callable[..., Any], default: str) -> dict[str, Any]:
    """The address of a service, taken apart; one that can't be read stops the start by its name."""
    try:
        return dict(read(name, default=default))
    except (ValueError, KeyError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(f"{name} can't be read: {error}. See docs/running.md.") from error


def database(url_variable: str, default: str) -> dict[str, Any]:
    """A database by its address, with the options under which SQLite bears two writers (docs/decisions)."""
    if not env.str(url_variable, default=default).startswith(("sqlite://", "postgres://", "postgresql://")):
        raise ImproperlyConfigured(f"{url_variable} must start with sqlite:// or postgres://.")
    config = address(url_variable, env.db_url, default)
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        config["CONN_MAX_AGE"] = 60
        config["CONN_HEALTH_CHECKS"] = True
    return config


def mailer(url_variable: str, default: str) -> dict[str, Any]:
    """A mail server by its address; ``consolemail://`` writes the letters on the screen."""
    mail = address(url_variable, env.email_url, default)
    if mail["EMAIL_BACKEND"].endswith("console.EmailBackend"):
        return {"BACKEND": mail["EMAIL_BACKEND"]}
    if not mail["EMAIL_BACKEND"].endswith("smtp.EmailBackend") or not mail["EMAIL_HOST"]:
        raise ImproperlyConfigured(
            f"{url_variable} must start with smtp://, smtp+tls:// or smtp+ssl:// and name a host."
        )
    return {
        "BACKEND": mail["EMAIL_BACKEND"],
        "OPTIONS": {
            "host": mail["EMAIL_HOST"],
            "port": mail["EMAIL_PORT"] or 25,
            "username": mail["EMAIL_HOST_USER"] or "",
            "password": mail["EMAIL_HOST_PASSWORD"] or "",
            "use_tls": mail.get("EMAIL_USE_TLS", False),
            "use_ssl": mail.get("EMAIL_USE_SSL", False),
        },
    }


MODE = choose("MODE", ("production", "demo", "development"), "production")
PRODUCTION = MODE == "production"
DEBUG = MODE == "development"

VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = require("SECRET_KEY", "Choose a long random one.") if PRODUCTION else local_secret_key()
SITE_URL = site_url(required=PRODUCTION)
ALLOWED_HOSTS = allowed_hosts(required=PRODUCTION)

INSTALLED_APPS = [
    "stroomop.apps.StroomopConfig",
    "monitor.apps.MonitorConfig",
    "advies.apps.AdviesConfig",
    "projects.apps.ProjectsConfig",
    "stroomop.apps.BackOfficeConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "django_filters",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "stroomop.middleware.permissions_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "stroomop.middleware.redirect_old_addresses",
]

ROOT_URLCONF = "stroomop.urls"
WSGI_APPLICATION = "stroomop.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["stroomop.templatetags.stroomop"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "stroomop.context_processors.site",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
CACHES = {"default": address("CACHE_URL", env.cache_url, "locmemcache://")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The site is Dutch, whatever language the browser asks for: hence no LocaleMiddleware.
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "stroomop.storage.JoinedStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
# The demo is served without collectstatic: whitenoise then looks where Django finds the files.
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_AUTOREFRESH = DEBUG

# Readers get no cookie, so everything about cookies is about the back-office.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_AGE = 12 * 60 * 60
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "stroomop.views.forbidden"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "object-src": [CSP.NONE],
}

AUTH_USER_MODEL = "stroomop.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
ACCOUNT_ADAPTER = "stroomop.accounts.StaffAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {"add_webauthn": "stroomop.accounts.AddKeyForm", "edit_webauthn": "stroomop.accounts.EditKeyForm"}
# The demo's admin may enter without a second factor; `check --deploy` refuses that.
BACK_OFFICE_SECOND_FACTOR = flag("BACK_OFFICE_SECOND_FACTOR", default=PRODUCTION)

MAILERS = {"default": mailer("EMAIL_URL", "smtp://localhost:25" if PRODUCTION else "consolemail://")}
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portaal@localhost")

CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "stroom"
FILTERS_EMPTY_CHOICE_LABEL = "Alle"

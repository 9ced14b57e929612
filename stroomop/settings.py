"""The settings, all of them; what differs from place to place comes from the environment (docs/running.md).

MODE says how much is taken for granted: ``production`` (the default) asks for everything that must not be guessed,
``demo`` and ``development`` need nothing and are refused by ``check --deploy``.
"""

from pathlib import Path
from urllib.parse import quote

from django.utils.csp import CSP

from stroomop.lib import environment
from stroomop.lib.environment import env

BASE_DIR = Path(__file__).resolve().parent.parent

MODE = environment.choose("MODE", ("production", "demo", "development"), "production")
PRODUCTION = MODE == "production"
DEBUG = MODE == "development"

VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = (
    environment.require("SECRET_KEY", "Choose a long random one.")
    if PRODUCTION
    else environment.local_secret_key(VAR_DIR)
)
SITE_URL = environment.site_url(required=PRODUCTION)
ALLOWED_HOSTS = environment.allowed_hosts(required=PRODUCTION)

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
    "django_prose_editor",
    "django_tasks_db",
    "import_export",
    "simple_history",
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
    "stroomop.middleware.end_old_sessions",
    "simple_history.middleware.HistoryRequestMiddleware",
    "stroomop.middleware.redirect_old_addresses",
    "stroomop.middleware.lead_to_items",
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
            # In a place where it may ask for what readers wrote, which the tags of stroomop.templatetags may not.
            "libraries": {"messages": "stroomop.messages.tags"},
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

DATABASES = {"default": environment.database("DATABASE_URL", f"sqlite:///{quote(str(VAR_DIR / 'db.sqlite3'))}")}
CACHES = {"default": environment.address("CACHE_URL", env.cache_url, "locmemcache://")}
# What takes long waits in the database for `manage.py db_worker`; a demo has none, and does it at once.
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if PRODUCTION
        else "django.tasks.backends.immediate.ImmediateBackend"
    }
}
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
    # No server hands these out: what staff bring in and nobody has published yet.
    "private": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": VAR_DIR / "private"}},
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
# Long, not common and not to be guessed; no other rules (docs/decisions/0018-signing-in.md).
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "stroomop.passwords.GuessableValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
ACCOUNT_ADAPTER = "stroomop.accounts.StaffAccountAdapter"
ACCOUNT_FORMS = {"login": "stroomop.accounts.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# No letters to whatever address a stranger types.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# nginx stands in front and names the visitor, for the limits on attempts.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PRODUCTION else 0
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
# Attempts at a password are counted by stroomop.attempts. These hold for the second step, and for machines that send
# faster than a whole office types.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/15m/key", "login": "120/m/ip"}
ACCOUNT_EMAIL_SUBJECT_PREFIX = "StroomOP: "
# A letter tells the owner that the password or the second factor was changed.
ACCOUNT_EMAIL_NOTIFICATIONS = True
# A session ends with the browser, and earlier by stroomop.middleware; nobody is remembered.
ACCOUNT_SESSION_REMEMBER = False
# Letters for a new password go to every address of an account: adding one asks for the password again.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {"add_webauthn": "stroomop.accounts.AddKeyForm", "edit_webauthn": "stroomop.accounts.EditKeyForm"}
# Whoever last changed something does not publish it: a colleague does.
FOUR_EYES = environment.flag("FOUR_EYES", default=False)
# The demo's admin may enter without a second factor; `check --deploy` refuses that.
BACK_OFFICE_SECOND_FACTOR = environment.flag("BACK_OFFICE_SECOND_FACTOR", default=PRODUCTION)

# Faults reach the server's own log, without addresses of people; Django would mail them to nobody.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "stroomop.lib.discreet_log.DiscreetFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}

MAILERS = {"default": environment.mailer("EMAIL_URL", "smtp://localhost:25" if PRODUCTION else "consolemail://")}
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portaal@localhost")
# Whom a message with words of distress is mailed to at once; nobody when empty.
EDITORS_EMAIL = env.str("EDITORS_EMAIL", default="")
# Where a weakness of the portal is reported: security.txt names it, and is not there when empty.
SECURITY_CONTACT = environment.contact("SECURITY_CONTACT")

CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "stroom"
FILTERS_EMPTY_CHOICE_LABEL = "Alle"

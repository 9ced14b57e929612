"""The environment, read into settings. A value that can't be right stops the start, with a message that names it."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

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


def local_secret_key(folder: Path) -> str:
    """A random key of this checkout's own, kept so that a restart does not sign everybody out."""
    file = folder / "secret_key"
    if not file.exists():
        # Nobody else's from the first moment, and whole: of two that start at once the second reads that of the first.
        with NamedTemporaryFile("w", dir=folder) as draft, suppress(FileExistsError):
            draft.write(get_random_secret_key())
            draft.flush()
            file.hardlink_to(draft.name)
    return file.read_text()


def site_url(*, required: bool) -> str:
    """Where readers find the site, without a slash at the end."""
    local = "http://127.0.0.1:8000"
    url = require("SITE_URL", "For example https://www.example.nl.") if required else env.str("SITE_URL", default=local)
    if not re.fullmatch(r"https?://[^/?#\s]+/?", url):
        raise ImproperlyConfigured(
            f"SITE_URL is {url!r}; it must be https:// or http:// and a host, nothing behind it."
        )
    return url.rstrip("/")


def allowed_hosts(*, required: bool) -> list[str]:
    if not required:
        return ["*"]
    return [host.strip() for host in require("ALLOWED_HOSTS", "Host names with commas.").split(",")]


def contact(name: str) -> str:
    """An address that a stranger may write to, or nothing."""
    value: str = env.str(name, default="")
    if value and not re.fullmatch(r"https://[^/\s]+\S*|mailto:[^@\s]+@[^@\s]+|tel:\+?[0-9-]+", value):
        raise ImproperlyConfigured(f"{name} is {value!r}; it must start with https://, mailto: or tel:.")
    return value


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
            # What somebody took back must not stay in the free pages of the file.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
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
            "port": mail["EMAIL_PORT"]
            or (465 if mail.get("EMAIL_USE_SSL") else 587 if mail.get("EMAIL_USE_TLS") else 25),
            "username": mail["EMAIL_HOST_USER"] or "",
            "password": mail["EMAIL_HOST_PASSWORD"] or "",
            "use_tls": mail.get("EMAIL_USE_TLS", False),
            "use_ssl": mail.get("EMAIL_USE_SSL", False),
        },
    }

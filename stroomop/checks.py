"""What `check --deploy` refuses beside Django's own list."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.security, deploy=True)
def check_production(**kwargs: Any) -> list[Error]:
    errors = []
    if settings.MODE != "production":
        errors.append(Error(f"MODE is {settings.MODE!r}.", hint="Set MODE=production.", id="stroomop.E001"))
    if not settings.BACK_OFFICE_SECOND_FACTOR:
        errors.append(
            Error(
                "Staff may enter the back-office without a second factor.",
                hint="Leave BACK_OFFICE_SECOND_FACTOR out, or set it to true.",
                id="stroomop.E002",
            )
        )
    if settings.CACHES["default"]["BACKEND"].endswith("LocMemCache"):
        errors.append(
            Error(
                "Each process counts attempts to sign in for itself.",
                hint="Set CACHE_URL to a Redis that all processes share.",
                id="stroomop.E003",
            )
        )
    return errors

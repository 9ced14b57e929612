"""The one clock of the portal. Everything that depends on the moment asks here, so that a test can set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from django.utils import timezone

_fixed: datetime | None = None


def now() -> datetime:
    """The moment, with its time zone."""
    return _fixed or timezone.now()


def today() -> date:
    """The date in the Netherlands."""
    return timezone.localdate(now())


def end_of_today() -> datetime:
    """The last moment of the day in the Netherlands."""
    return timezone.make_aware(datetime.combine(today(), time.max))


@contextmanager
def fixed_at(moment: datetime) -> Iterator[None]:
    """Stop the clock for the whole process: a module variable, so that a live server's threads see it too."""
    global _fixed  # noqa: PLW0603 - one clock is the purpose
    before, _fixed = _fixed, moment
    try:
        yield
    finally:
        _fixed = before

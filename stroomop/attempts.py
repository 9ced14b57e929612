"""How often somebody may try a password. Who keeps failing has to wait, and nobody else."""

import time
from datetime import UTC, datetime
from typing import Any

from allauth.account.signals import password_reset
from allauth.core.internal import ratelimit
from allauth.core.internal.ratelimit import RateLimitUsage
from django.core.cache import cache
from django.db.models import Q
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format, time_format

from stroomop.models import SignIn, User
from stroomop.sign_ins import network_of

APP = "stroomop"
# allauth counts per name alone, or per address alone: then anybody could lock out a colleague, or a whole office. Here:
LIMITS = {
    # of one account from one address: a typist who forgot, and a slow guesser;
    "here": "5/15m/key,20/d/key",
    # of one account from everywhere that it never came in from: many machines that guess together.
    "strangers": "100/d/key",
}


class TooManyError(Exception):
    """Wait until then."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        local, today = timezone.localtime(until), timezone.localdate()
        self.when = f"om {time_format(local, 'H:i')}"
        if local.date() != today:
            self.when = f"op {date_format(local, 'j F')} {self.when}"


def account_of(login: str) -> User | None:
    """Whose name or address this is, in the ways in which somebody may type it."""
    known = Q(username__iexact=login) | Q(email__iexact=login) | Q(emailaddress__email__iexact=login)
    return User.objects.filter(known).order_by("pk").first()


def counters(request: HttpRequest, login: str, account: User | None) -> dict[str, str]:
    """Names that nobody has are counted in the same way, so that the answer does not tell who has an account."""
    who = f"account {account.pk}" if account else f"name {login.lower()}"
    found = {"here": f"{who} {ratelimit.get_ip(request)}"}
    at_home = account and account.sign_ins.filter(outcome=SignIn.Outcome.IN, network=network_of(request)).exists()
    return found if at_home else found | {"strangers": who}


def take(request: HttpRequest, login: str, account: User | None) -> RateLimitUsage:
    """One attempt, to be given back when it succeeds. Raises TooManyError."""
    taken = RateLimitUsage([])
    for action, key in counters(request, login, account).items():
        usage = ratelimit.consume(request, app=APP, action=action, config=LIMITS, key=key)
        if usage is None:
            taken.rollback()
            raise TooManyError(free_again(request, action, key))
        taken.usage += usage.usage
    return taken


def free_again(request: HttpRequest, action: str, key: str) -> datetime:
    """When the oldest attempt no longer counts."""
    moments = [time.time()]
    for rate in ratelimit.get_rates(app=APP, action=action, config=LIMITS):
        tries = cache.get(ratelimit.get_cache_key(request, app=APP, action=action, rate=rate, key=key), [])
        if len(tries) >= rate.amount:
            moments.append(tries[-1] + rate.duration)
    # The next whole minute, which is what the clock on the wall shows.
    return datetime.fromtimestamp((max(moments) // 60 + 1) * 60, UTC)


@receiver(password_reset)
def forgive(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Whoever chose a new password, by a letter, starts afresh here."""
    key = counters(request, "", user)["here"]
    ratelimit.clear(request, app=APP, action="here", config=LIMITS, key=key)

"""The log of who came in, and who tried: kept for a while, with a part of the address only."""

import time
from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.signals import user_logged_in
from allauth.mfa.signals import authentication_failed
from django.contrib.auth import signals
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.dispatch import receiver
from django.http import HttpRequest

from stroomop.lib import clock
from stroomop.models import SignIn, User

Outcome = SignIn.Outcome
# Long enough to look back after a quarter, when somebody notices something late; no longer.
KEPT = timedelta(days=90)
# The same within this time is one line with a number, so that a machine that keeps trying does not fill the log.
TOGETHER = timedelta(minutes=15)
REPEATED = {Outcome.PASSWORD, Outcome.CODE, Outcome.LOCKED, Outcome.CLOSED}


def network_of(request: HttpRequest) -> str:
    """The neighbourhood of an address: enough to see whether it was the office, too little to find a person."""
    try:
        address = ip_address(get_adapter().get_client_ip(request))
    except (PermissionDenied, ValueError):
        return ""
    return str(ip_network((address, 24 if address.version == 4 else 48), strict=False))


def record(request: HttpRequest, user: User | None, outcome: SignIn.Outcome) -> None:
    now, network = clock.now(), network_of(request)
    SignIn.objects.filter(moment__lt=now - KEPT).delete()
    same = SignIn.objects.filter(user=user, outcome=outcome, network=network, moment__gt=now - TOGETHER)
    if outcome in REPEATED and (last := same.first()):
        SignIn.objects.filter(pk=last.pk).update(number=F("number") + 1)
    else:
        SignIn.objects.create(user=user, outcome=outcome, network=network, moment=now)


@receiver(signals.user_logged_in)
def begin_session(request: HttpRequest, **kwargs: Any) -> None:
    """What stroomop.middleware reckons with."""
    request.session["began"] = request.session["seen"] = time.time()


@receiver(user_logged_in)
def came_in(request: HttpRequest, user: User, **kwargs: Any) -> None:
    record(request, user, Outcome.IN)


@receiver(signals.user_logged_out)
def went_out(request: HttpRequest, user: Any, **kwargs: Any) -> None:
    if isinstance(user, User):
        record(request, user, Outcome.OUT)


@receiver(authentication_failed)
def failed_second_step(request: HttpRequest, user: User, **kwargs: Any) -> None:
    record(request, user, Outcome.CODE)

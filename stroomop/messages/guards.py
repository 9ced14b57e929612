"""What keeps machines and other sites out, without a cookie and without asking people anything.

A form of Django's is guarded by a cookie, which readers do not get (docs/decisions/0023-messages-of-readers.md)."""

from datetime import timedelta

from allauth.core.internal import ratelimit
from django.core import signing
from django.http import HttpRequest
from django.utils.crypto import get_random_string, salted_hmac

from stroomop.lib import clock
from stroomop.sign_ins import network_of

SALT = "stroomop.messages.form"
# Nobody reads and fills in a form faster, and nobody is still busy with it the next day.
SOONEST, LATEST = timedelta(seconds=3), timedelta(days=1)
# From one network, so that a machine that keeps sending is in nobody else's way.
LIMITS = {"message": "5/10m/key,20/d/key"}

TOO_SOON = "Dat ging erg snel. Wacht een paar tellen en verstuur je bericht dan opnieuw. Wat je schreef, staat er nog."
TOO_LATE = "Dit formulier stond te lang open. Kijk je bericht nog eens na en verstuur het opnieuw."
ELSEWHERE = "Dit formulier kwam niet van onze site. Kijk na wat er staat en verstuur het hier opnieuw."


def opened(*, before: timedelta = timedelta()) -> str:
    """Goes along with a form: when it was opened, and which one it is."""
    return signing.dumps([(clock.now() - before).timestamp(), get_random_string(12)], salt=SALT)


def opened_again() -> str:
    """For who waited already: the next try need not be slow."""
    return opened(before=SOONEST)


def fault(request: HttpRequest, form_token: str) -> str:
    """Why this can't be taken yet, in Dutch; empty when it can."""
    try:
        moment, _ = signing.loads(form_token, salt=SALT)
    except signing.BadSignature:
        return ELSEWHERE
    age = clock.now().timestamp() - moment
    if age < SOONEST.total_seconds():
        return TOO_SOON
    if age > LATEST.total_seconds():
        return TOO_LATE
    return "" if is_own(request) else ELSEWHERE


def is_own(request: HttpRequest) -> bool:
    """Whether the form was sent from a page of ours, as far as the browser says so.

    A browser that says nothing, or "null", is let in: old ones do, and so does any page that tells no other site where
    its reader comes from. Without a cookie another site can do nothing in somebody's name, so little is lost."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin", "null")
    return origin == "null" or origin == f"{request.scheme}://{request.get_host()}"


def fingerprint(form_token: str, *words: str) -> str:
    """The same for the same words in the same form, and of no use to who would guess at the words."""
    return salted_hmac(SALT, "\0".join([form_token, *words]), algorithm="sha256").hexdigest()


def may_send(request: HttpRequest) -> bool:
    """One turn of those that this network has. No address is kept: the count is of a part of it, hashed, for a day."""
    key = network_of(request)
    return ratelimit.consume(request, app="stroomop", action="message", config=LIMITS, key=key) is not None

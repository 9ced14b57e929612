import time
from collections.abc import Callable
from datetime import timedelta

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from projects.models import Redirect
from stroomop.lib import links

type GetResponse = Callable[[HttpRequest], HttpResponse]

# Nothing of the portal needs a device or a tracking interface, so each is off.
UNUSED = ("accelerometer", "browsing-topics", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in UNUSED)


def permissions_policy(get_response: GetResponse) -> GetResponse:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        return response

    return middleware


# A working day, and a long lunch: after that somebody may have left the machine to others.
LONGEST, IDLE = timedelta(hours=12), timedelta(hours=2)
# The session is written no more often than this.
STEP = timedelta(minutes=1)
OVER = "Je was langer dan twee uur weg, of al twaalf uur ingelogd. Log opnieuw in: dan ga je verder waar je was."


def end_old_sessions(get_response: GetResponse) -> GetResponse:
    """Only in the back-office: a reader has no session, and what a reader gets may be cached."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("admin:index")) and request.user.is_authenticated:
            # As Django reckons the age of a session, and allauth that of an attempt.
            now = time.time()
            began, seen = request.session.get("began", 0), request.session.get("seen", 0)
            if now - began > LONGEST.total_seconds() or now - seen > IDLE.total_seconds():
                logout(request)
                messages.warning(request, OVER)
            elif now - seen > STEP.total_seconds():
                request.session["seen"] = now
        return get_response(request)

    return middleware


def redirect_old_addresses(get_response: GetResponse) -> GetResponse:
    """An address that answers nothing may be an old one: lead on, with the question it was asked."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == 404 and (target := Redirect.objects.target_of(request.path)):
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(f"{target}?{query}" if query else target)
        return response

    return middleware


def lead_to_items(get_response: GetResponse) -> GetResponse:
    """Links in texts lead where their items are now. For the page as a whole, so that many texts take no more queries
    than one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        is_page = response.get("Content-Type", "").startswith("text/html") and not response.streaming
        if is_page and links.MARK.encode() in response.content:
            response.content = links.as_public(response.content.decode())[0]
        return response

    return middleware

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

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

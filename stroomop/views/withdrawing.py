"""The sender's own way to take a message back."""

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from stroomop.messages.withdrawing import message_of, withdraw
from stroomop.models import Message

PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


# The link itself is the proof, and readers get no cookie to check a token against.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def message_withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Asks first: a mail program that opens every link withdraws nothing."""
    response = answer(request, token)
    for name, value in PRIVATE.items():
        response[name] = value
    return response


def answer(request: HttpRequest, token: str) -> HttpResponse:
    try:
        message = message_of(token)
    except signing.SignatureExpired:
        return render(request, "stroomop/messages/no_withdrawal.html", {"expired": True}, status=410)
    except signing.BadSignature:
        return render(request, "stroomop/messages/no_withdrawal.html", status=404)
    if message is None or message.status == Message.Status.WITHDRAWN:
        return redirect("message_withdrawn")
    if request.method == "POST":
        withdraw(message)
        return redirect("message_withdrawn")
    return render(request, "stroomop/messages/withdraw.html", {"message": message})


@require_safe
def message_withdrawn(request: HttpRequest) -> HttpResponse:
    return render(request, "stroomop/messages/withdrawn.html")

"""Writing to us: the form, the thanks, and the way to take it back."""

from typing import Any

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from stroomop.messages import guards
from stroomop.messages.forms import MessageForm, readable
from stroomop.messages.keeping import keep
from stroomop.messages.reasons import ASKING, Reason
from stroomop.messages.subjects import Subject, fits, subject_at, takes_reactions
from stroomop.models import Message

TOO_LARGE = "Dit was te veel om te versturen. Maak je bericht korter en verstuur het opnieuw."
TOO_MANY = (
    "Er kwamen net erg veel berichten van jouw netwerk. Wacht tien minuten en verstuur je bericht dan opnieuw, of doe "
    "dat morgen. Wat je schreef, staat er nog."
)


@require_safe
def message_reasons(request: HttpRequest) -> HttpResponse:
    return render(request, "stroomop/messages/reasons.html", {"reasons": ASKING})


# Readers get no cookie to check a token against: guards.py has other ways.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def message(request: HttpRequest, reason: str) -> HttpResponse:
    if reason not in Reason:
        raise Http404
    subject = subject_at(request.GET.get("over", ""))
    typed = typed_in(request)
    context = {"asking": ASKING[Reason(reason)], "reason": reason, "typed": (typed or {}).get("bericht", "")}
    if not fits(reason, subject):
        return render(request, "stroomop/messages/choose.html", context)
    if reason == Reason.REACTION and subject and not takes_reactions(subject.item):
        return render(request, "stroomop/messages/no_reactions.html", context | {"subject": subject, "sensitive": True})
    if request.method == "POST":
        return receive(request, MessageForm(typed or {}, reason=reason), subject, is_whole=typed is not None)
    return show(request, MessageForm(reason=reason, opened=guards.opened()), subject)


def typed_in(request: HttpRequest) -> dict[str, str] | None:
    """None for what is too large, or in no shape that a browser sends."""
    try:
        return readable(request.POST.dict())
    except (SuspiciousOperation, BadRequest, MultiPartParserError):
        return None


def show(request: HttpRequest, form: MessageForm, subject: Subject | None, status: int = 200) -> HttpResponse:
    sensitive = form.is_urgent or (subject is not None and subject.is_sensitive)
    context = {"form": form, "subject": subject, "sensitive": sensitive}
    return render(request, "stroomop/messages/form.html", context, status=status)


def receive(request: HttpRequest, form: MessageForm, subject: Subject | None, *, is_whole: bool) -> HttpResponse:
    """Thanks for what is right, once; all else is shown again with what was typed."""
    if form.is_trapped:
        return thank(form)
    token = form.data.get("formulier", "")
    fault = guards.fault(request, token) if is_whole else TOO_LARGE
    if form.is_valid() and not fault:
        mark = guards.fingerprint(token, form.reason, subject.path if subject else "", *words(form))
        # Whoever sends the same again loses no turn.
        if Message.objects.filter(fingerprint=mark).exists() or guards.may_send(request):
            keep(form, subject, mark)
            return thank(form)
        form.add_error(None, TOO_MANY)
        return show(request, form, subject, status=429)
    if fault and fault != guards.TOO_SOON:
        form.data = {**form.data, "formulier": guards.opened_again()}
    if fault:
        form.add_error(None, fault)
    return show(request, form, subject)


def words(form: MessageForm) -> list[Any]:
    return [form.cleaned_data.get(name, "") for name in ("naam", "email", "bron", "bericht")]


def thank(form: MessageForm) -> HttpResponse:
    return redirect("message_thanks_with_help" if form.is_urgent else "message_thanks")


@require_safe
def message_thanks(request: HttpRequest, *, urgent: bool = False) -> HttpResponse:
    return render(request, "stroomop/messages/thanks.html", {"urgent": urgent, "sensitive": urgent})

"""The teller's own way out, without an account."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from projects.models import Experience

PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


# The link itself is the proof: whoever has it may do this, and readers get no cookie to check a token against.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def experience_withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Asks first: a mail program that opens every link withdraws nothing."""
    if (experience := Experience.objects.of_token(token)) is None:
        raise Http404
    if request.method == "POST":
        experience.withdraw()
        return HttpResponseRedirect(reverse("projects:experience_withdrawn"), headers=PRIVATE)
    context = {"experience": experience}
    return TemplateResponse(request, "projects/experience_withdraw.html", context, headers=PRIVATE)


@require_safe
def experience_withdrawn(request: HttpRequest) -> HttpResponse:
    return render(request, "projects/experience_withdrawn.html")

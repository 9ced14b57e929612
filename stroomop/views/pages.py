"""The pages that belong to the site as a whole."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advies.models import Advies, News
from advies.reading import read
from monitor.beside import first_of
from monitor.models import Indicator
from projects.models import Event, Project
from projects.shortcuts import get_published_or_gone
from stroomop.lib.clock import today
from stroomop.lib.links import page_of
from stroomop.models import Page
from stroomop.nieuw import newest_for_home
from stroomop.privacy.table import TABLE
from stroomop.style_guide import samples

# One on the first screen and three below.
HOME_FIGURES = 4
HOME_PROJECTS = 4
HOME_EVENTS = 3
# The fixed page that shows what we keep of whom.
PRIVACY = "privacy"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    day = today()
    readings = read(Advies.objects.as_of(day).for_list(day), day)
    checks = [reading.advies.last_check for reading in readings]
    context = {
        "readings": readings,
        # The oldest of the last checks: only since then can nothing have been missed for any of the twelve.
        "last_check": min((day for day in checks if day), default=None) if all(checks) else None,
        "news_count": News.objects.as_of(day).count(),
        "figures": first_of(Indicator.objects.published().drawn().without_sensitive(), day, HOME_FIGURES),
        "news": newest_for_home(),
        "projects": Project.objects.published().without_sensitive()[:HOME_PROJECTS],
        "upcoming": Event.objects.published().upcoming().without_sensitive()[:HOME_EVENTS],
    }
    return render(request, "stroomop/home.html", context)


@page_of(Page)
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    page = get_published_or_gone(Page.objects.all(), slug=slug)
    # What we keep of people is told by what clears it, so that the page can't say anything else.
    return render(request, "stroomop/page.html", {"page": page, "kept": TABLE if slug == PRIVACY else ()})


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    """Every component on one page, for those who build and write."""
    if not settings.DEBUG and not request.user.is_staff:
        raise Http404
    return render(request, "stroomop/style_guide.html", samples())

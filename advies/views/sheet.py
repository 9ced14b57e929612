from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from advies.models import Advies, Report
from advies.reading import read
from advies.sheet import Sheet
from projects.shortcuts import any_sensitive
from stroomop.lib.stand import PARAMETER, read_stand


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """All on one A4, to print. At its foot stands where the rest is."""
    stand = read_stand(request.GET)
    readings = read(Advies.objects.as_of(stand.day).for_list(stand.day), stand.day)
    context = {
        "stand": stand,
        "sheet": Sheet(readings),
        "report": Report.objects.published().filter(known_on__lte=stand.day).first(),
        "address": f"{settings.SITE_URL}{reverse('advies:advies_list')}?{PARAMETER}={stand.day.isoformat()}",
        "sensitive": any_sensitive(reading.advies for reading in readings),
    }
    return render(request, "advies/sheet.html", context)

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from advies.export import HEADER, row
from advies.models import Advies
from advies.reading import read
from stroomop.lib.csv_file import csv_response
from stroomop.lib.stand import read_stand


@require_safe
def adviezen_csv(request: HttpRequest) -> HttpResponse:
    """For a day that cannot be shown it is the table of today: its column ``zoals_bekend_op`` says so."""
    stand = read_stand(request.GET)
    readings = read(Advies.objects.as_of(stand.day).for_list(stand.day), stand.day)
    return csv_response(f"adviezen-{stand.day.isoformat()}.csv", HEADER, (row(one, stand) for one in readings))

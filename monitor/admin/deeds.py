"""Deeds with figures: one at a time, whatever they are done to."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format, number_format

from monitor.models import Import
from stroomop.lib.admin import DeedsMixin


class FigureDeedsMixin(DeedsMixin):
    def wait_in_line(self) -> None:
        """The first import is where all that writes figures waits, so it comes first."""
        list(Import.objects.select_for_update().order_by("pk")[:1])


def counted(number: int) -> str:
    return "1 cijfer" if number == 1 else f"{number_format(number)} cijfers"


def in_words(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y H:i")

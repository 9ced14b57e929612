"""The file of the adviezen, as a reader's program takes it in."""

import csv
import io
from datetime import date

from django.http import HttpResponse

URL = "/adviezen/adviezen.csv"
DAY = {"date_from": date(2022, 3, 4), "date_to": date(2022, 3, 4), "precision": "dag"}


def read(response: HttpResponse) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline=""), strict=True))


def column(response: HttpResponse, name: str) -> list[str]:
    return [row[name] for row in read(response)]

"""As much as fourteen adviezen can hold, at the longest that each field allows: for the sheet of paper."""

from datetime import date, timedelta
from typing import Any

from django.test import Client

from advies.models import Advies, Agreement, Assessment, Check, Deadline, News
from projects.models import Organisation
from stroomop.lib import clock
from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_check,
    make_deadline,
    make_news,
    make_organisation,
    make_responsibility,
)

MANY = 14
NOW = date(2026, 11, 22)


def words(model: Any, field: str, number: int) -> str:
    """As long as the field may be, and no two alike."""
    length = model._meta.get_field(field).max_length
    return f"{number} {'Samenwerking over onderwijs en jeugdhulp in de regio ' * 40}"[:length]


def html() -> str:
    fill()
    response = Client().get("/adviezen/op-een-a4/", secure=True, headers={"host": "127.0.0.1"})
    return response.content.decode()


def fill() -> None:
    Advies.objects.update(archived_at=clock.now())
    adviezen = [make_full_advies(number) for number in range(101, 101 + MANY)]
    for number in range(6):
        make_full_agreement(adviezen, number)


def make_full_advies(number: int) -> Advies:
    advies = make_advies(number=number, short_name=words(Advies, "short_name", number))
    for party in range(5):
        make_responsibility(advies, organisation=make_party(number * 100 + party), basis="afgeleid")
    make_check(advies, checked_on=NOW, note=words(Check, "note", 0))
    make_news(advies, date_from=date(2021, 1, 1), date_to=date(2021, 1, 1), precision="dag")
    make_news(advies, kind="bericht", title="Bericht zonder datum")
    dates = {"date_from": date(2025, 9, 28), "date_to": date(2025, 11, 28), "precision": "dag"}
    make_news(advies, kind="kritiek", title=words(News, "title", number), **dates)
    # Whoever judges is no party to it.
    judge = make_party(number)
    make_assessment(
        advies, verdict="vervallen", signed_name=words(Assessment, "signed_name", number), organisation=judge
    )
    return advies


def make_party(number: int) -> Organisation:
    return make_organisation(
        name=words(Organisation, "name", number), short_name=words(Organisation, "short_name", number)
    )


def make_full_agreement(adviezen: list[Advies], number: int) -> None:
    """Moved six times."""
    agreement = make_agreement(
        make_news(*adviezen),
        title=words(Agreement, "title", number),
        promised_by=words(Agreement, "promised_by", number),
    )
    for moved in range(7):
        day = date(2030 + moved, 1 + number, 1)
        dates = {"date_from": day, "date_to": day + timedelta(9), "precision": "dag"}
        reason = words(Deadline, "reason", moved) if moved else ""
        make_deadline(agreement, wording=words(Deadline, "wording", moved), reason=reason, **dates)

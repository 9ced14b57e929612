"""For every date in the data, the page "zoals bekend op" that date is the page as it was with what was public then."""

from datetime import date

import pytest

from advies.models import Advies
from advies.parties import parties
from stroomop.lib import clock
from tests.advies.as_of import KNOWN_SINCE, around, dated_models, differences, every_day, noon

pytestmark = pytest.mark.django_db
# After the last date of our content, so that we ask for all of them.
TODAY = date(2031, 6, 1)
LIST, CSV, SHEET, PARTIES = "/adviezen/", "/adviezen/adviezen.csv", "/adviezen/op-een-a4/", "/adviezen/voor/"
OF_ALL = [LIST, f"{LIST}?sorteer=stilte", f"{LIST}?oordeel=geen", CSV, SHEET, PARTIES]


def of_each(start: str, end: str = "") -> list[str]:
    with clock.fixed_at(noon(TODAY)):
        return [f"{start}{party.slug}{end}" for party in parties(TODAY)]


def addresses(pages: str) -> list[str]:
    match pages:
        case "of all":
            return OF_ALL
        case "of each party":
            return of_each(PARTIES, "/")
        case "filtered on some parties":
            return of_each(f"{LIST}?sorteer=stilte&partij=")[::4]
        case _:
            return [advies.get_absolute_url() for advies in Advies.objects.all()]


def test_all_that_says_since_when_it_is_known_is_taken_away():
    assert dated_models() <= KNOWN_SINCE.keys()


@pytest.mark.scale
@pytest.mark.usefixtures("our_content")
def test_pages_of_every_date_in_our_content_are_as_they_were(client):
    days = every_day()

    assert max(days) < TODAY
    assert differences(client, [LIST, Advies.objects.get(number=1).get_absolute_url()], days, TODAY) == []


@pytest.mark.scale
@pytest.mark.usefixtures("our_content")
@pytest.mark.parametrize("pages", ["of all", "of each party", "filtered on some parties", "of each advies"])
def test_all_pages_of_every_date_in_our_content_are_as_they_were(client, pages):
    assert differences(client, addresses(pages), every_day(), TODAY) == []


@pytest.mark.scale
@pytest.mark.usefixtures("our_content")
def test_tables_of_the_days_around_every_date_in_our_content_are_as_they_were(client):
    assert differences(client, [CSV, f"{LIST}?sorteer=stilte"], around(every_day()), TODAY) == []

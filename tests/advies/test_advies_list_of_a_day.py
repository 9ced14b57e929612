from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.advies.words import CITED
from tests.factories import (
    make_advies,
    make_organisation,
    make_report,
    make_responsibility,
)
from tests.pages import links, rows, texts

pytestmark = pytest.mark.django_db
URL = "/adviezen/"
TAKE_ALONG = ["/adviezen/op-een-a4/", "/adviezen/adviezen.csv", "/adviezen/adviezen.atom"]


@pytest.fixture(autouse=True)
def _on_one_day():
    with clock.fixed_at(datetime(2026, 11, 23, 12, tzinfo=UTC)):
        yield


def test_advies_list_takes_the_chosen_day_along(client):
    advies = make_advies(number=1, slug="test")
    make_responsibility(advies, organisation=make_organisation(slug="partij"))

    response = client.get(f"{URL}?stand=2023-05-01")

    assert [link for link in links(response) if "stand=" in link] == [
        f"{address}?stand=2023-05-01{place}"
        for address, place in [
            ("/adviezen/voor/", ""), (URL, ""), ("/adviezen/1-test/", ""), ("/adviezen/voor/partij/", ""),
            *((address, "") for address in TAKE_ALONG[:2]),
        ]
    ]  # fmt: skip
    cited = CITED.format("De twaalf adviezen van 2020", "1 mei 2023", URL, "2023-05-01", "23 november 2026")
    assert texts(response, "p")[-1] == cited


def test_advies_list_before_the_report_says_so(client):
    make_advies(report=make_report(known_on=date(2020, 11, 30)))

    before, on_the_day = (client.get(f"{URL}?stand=2020-11-{day}") for day in (29, 30))

    assert (rows(before), len(rows(on_the_day))) == ([], 1)
    told = "Op die dag waren de adviezen nog niet openbaar. Bekijk de stand van vandaag"
    assert [text for text in texts(before, "p") if "niet openbaar" in text] == [told]
    assert texts(before, "h2") == ["De adviezen op een rij"]

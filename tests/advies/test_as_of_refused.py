"""A day that cannot be shown: the page of today, with the reason; never a fault."""

import pytest

from stroomop.lib import clock
from tests.advies.as_of import noon, told
from tests.advies.made_up import TODAY
from tests.factories import make_advies, make_news, make_organisation, make_responsibility
from tests.pages import texts

pytestmark = pytest.mark.django_db
PAGES = ["/adviezen/", "/adviezen/1-test/", "/adviezen/voor/", "/adviezen/voor/partij/", "/adviezen/op-een-a4/"]
CSV = "/adviezen/adviezen.csv"
TITLE = "Die dag kunnen we niet tonen"
TODAY_INSTEAD = "Je ziet de stand van vandaag."
FUTURE = "2 januari 2028 ligt in de toekomst. Kies vandaag of een eerdere dag."
TOO_LONG_AGO = "31 december 1899 is te lang geleden. Kies een dag vanaf 1 januari 1900."
NO_DATE = "{} is geen datum. Schrijf een datum als 2024-05-31."
REFUSED = [
    pytest.param("2028-01-02", FUTURE, id="future"),
    pytest.param("1899-12-31", TOO_LONG_AGO, id="too long ago"),
    pytest.param("morgen", NO_DATE.format("“morgen”"), id="word"),
    pytest.param("2023-02-30", NO_DATE.format("“2023-02-30”"), id="no such day"),
    pytest.param("<b>2023</b>", NO_DATE.format("“<b>2023</b>”"), id="marks"),
    pytest.param("\0", NO_DATE.format("Wat je invulde,"), id="NUL"),
    pytest.param("2023-05-01\0", NO_DATE.format("“2023-05-01”"), id="day and NUL"),
    pytest.param("9" * 10_000, NO_DATE.format(f"“{'9' * 20}…”"), id="long"),
]


@pytest.fixture(autouse=True)
def _some_data():
    with clock.fixed_at(noon(TODAY)):
        advies = make_advies(number=1, slug="test")
        make_responsibility(advies, organisation=make_organisation(slug="partij"))
        make_news(advies)
        yield


@pytest.mark.parametrize(("stand", "reason"), REFUSED)
@pytest.mark.parametrize("url", PAGES)
def test_day_that_cannot_be_shown_gives_the_page_of_today_and_the_reason(client, url, stand, reason):
    today, response = client.get(url), client.get(url, query_params={"stand": stand})

    shown = [text for text in texts(response, "p") if text]
    assert shown[shown.index(TITLE) + 1] == f"{reason} {TODAY_INSTEAD}"
    assert told(response) == told(today)


@pytest.mark.parametrize(("stand", "reason"), REFUSED)
def test_table_of_a_day_that_cannot_be_shown_is_that_of_today(client, stand, reason):
    today, response = client.get(CSV), client.get(CSV, query_params={"stand": stand})

    assert response.content == today.content
    assert ",2028-01-01," in response.content.decode()


@pytest.mark.parametrize("url", PAGES)
def test_of_two_days_the_last_one_counts(client, url):
    refused = client.get(url, query_params={"stand": ["2023-01-01", "morgen"]})
    shown = client.get(url, query_params={"stand": ["morgen", "2023-01-01"]})

    assert [TITLE in texts(page, "p") for page in (refused, shown)] == [True, False]
    assert told(shown) == told(client.get(f"{url}?stand=2023-01-01"))


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("stand", ["", TODAY.isoformat()])
def test_day_of_today_is_the_page_of_today(client, url, stand):
    today, response = client.get(url), client.get(f"{url}?stand={stand}")

    assert told(response) == told(today)
    assert TITLE not in texts(response, "p")

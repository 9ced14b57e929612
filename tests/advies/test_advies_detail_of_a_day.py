from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.advies.words import CITED
from tests.factories import (
    make_advies,
    make_news,
    make_publication,
    make_related_publication,
    make_report,
)
from tests.pages import facts, list_rows, main, texts

pytestmark = pytest.mark.django_db
PAST, FUTURE = datetime(2021, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
NOT_PUBLIC_YET = "Dit advies was op die dag nog niet openbaar. Bekijk het advies van nu"


@pytest.fixture(autouse=True)
def _on_one_day():
    with clock.fixed_at(datetime(2026, 11, 23, 12, tzinfo=UTC)):
        yield


def day(*ymd):
    return {"date_from": date(*ymd), "date_to": date(*ymd), "precision": "dag"}


def test_advies_detail_says_what_a_correction_came_in_the_place_of(client):
    advies = make_advies()
    wrong = make_news(advies, title="Fout", known_on=date(2023, 1, 1), **day(2022, 5, 6))
    make_news(advies, title="Goed", known_on=date(2024, 1, 1), supersedes=wrong, **day(2022, 5, 7))

    before, now = (client.get(advies.get_absolute_url() + question) for question in ("?stand=2023-12-31", ""))

    assert (texts(before, "h3"), texts(now, "h3")) == (["Fout besluit"], ["Goed besluit"])
    told = "Hier stond eerder: Fout (6 mei 2022). Dat is verbeterd op 1 januari 2024."
    assert [told in main(page) for page in (before, now)] == [False, True]


def test_advies_detail_of_a_day_shows_what_was_related_by_then(client):
    advies = make_advies()
    make_related_publication(advies, make_publication(title="Altijd", published_at=PAST))
    make_related_publication(advies, make_publication(title="Later", published_at=PAST), known_on=date(2024, 1, 1))

    before, after = (client.get(f"{advies.get_absolute_url()}?stand={day}") for day in ("2023-12-31", "2024-01-01"))

    assert [list_rows(page) for page in (before, after)] == [
        ["Altijd Een test."], ["Altijd Een test.", "Later Een test."],
    ]  # fmt: skip


def test_advies_detail_before_the_report_tells_nothing_but_its_name(client):
    advies = make_advies(number=4, short_name="Kort", slug="kort", report=make_report(known_on=date(2020, 11, 30)))
    make_news(advies, known_on=date(2020, 1, 1))

    before, on_the_day = (client.get(f"/adviezen/4-kort/?stand=2020-11-{day}") for day in (29, 30))

    assert [page.status_code for page in (before, on_the_day)] == [200, 200]
    assert [facts(page) == [] for page in (before, on_the_day)] == [True, False]
    cited = CITED.format("Advies 4: Kort", "29 november 2020", "/adviezen/4-kort/", "2020-11-29", "23 november 2026")
    said = [text for text in texts(before, "p") if text]
    assert said[-3:] == [NOT_PUBLIC_YET, "Zo verwijs je naar deze pagina", cited]

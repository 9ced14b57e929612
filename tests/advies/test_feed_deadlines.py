"""What the Atom feeds of the adviezen tell of promises and their dates."""

from datetime import date

import pytest

from tests.advies.feeds import DAY, entries, told
from tests.factories import (
    make_agreement,
    make_deadline,
    make_news,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]


def test_deadline_moved_twice_shows_three_dates_and_two_reasons(client, advies):
    news = make_news(advies, known_on=date(2020, 12, 21))
    agreement = make_agreement(news, title="Stappenplan", promised_by="De ministeries")
    source = {"source_title": "Blog", "source_url": "https://voorbeeld.test/"}
    first = make_deadline(agreement, wording="najaar 2021", known_on=date(2020, 12, 21), **source, **DAY)
    second = make_deadline(
        agreement, wording="eind 2021", reason="Het duurde langer.", known_on=date(2021, 12, 31), **DAY
    )
    third = make_deadline(agreement, reason="Wij vonden geen nieuwe datum.", known_on=date(2026, 11, 22))

    about = "<p>Aangekondigd door: De ministeries.</p>"
    about += "<p>Wij zien een verband met: Advies 4: Vier. Dat leiden wij af.</p>"
    dates = [
        "Stappenplan: najaar 2021",
        "; daarna eind 2021 (reden: Het duurde langer)",
        "; daarna datum onbekend (reden: Wij vonden geen nieuwe datum)",
    ]
    assert entries(client)[:3] == [
        {
            "title": "Geen datum meer gevonden: Stappenplan",
            "link": "https://portaal.test/adviezen/4-vier/",
            "updated": "2026-11-22T00:00:00+01:00",
            "id": f"https://portaal.test/#deadline-{third.pk}",
            "summary": f"<p>{''.join(dates)}.</p>{about}",
        },
        {
            "title": "Afspraak met een andere datum: Stappenplan",
            "link": "https://portaal.test/adviezen/4-vier/",
            "updated": "2021-12-31T00:00:00+01:00",
            "id": f"https://portaal.test/#deadline-{second.pk}",
            "summary": f"<p>{''.join(dates[:2])}.</p>{about}",
        },
        {
            "title": "Besluit: " + news.title,
            "link": "https://portaal.test/adviezen/4-vier/",
            "updated": "2020-12-21T00:00:00+01:00",
            "id": f"https://portaal.test/#news-{news.pk}",
            "summary": entries(client)[2]["summary"],
        },
    ]
    assert entries(client)[3]["title"] == "Nieuwe afspraak: Stappenplan"
    assert entries(client)[3]["id"] == f"https://portaal.test/#deadline-{first.pk}"
    assert entries(client)[3]["summary"] == f"<p>{dates[0]}.</p>{about}<p>Bron: Blog (https://voorbeeld.test/)</p>"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("verbetering", "Fout van ons hersteld in een afspraak: Plan"),
        ("nagekomen", "Afspraak nagekomen: Plan"),
        ("vervallen", "Afspraak vervallen: Plan"),
    ],
)
def test_end_of_a_promise_and_our_own_mistake_are_called_so(client, advies, kind, title):
    agreement = make_agreement(make_news(advies), title="Plan")
    make_deadline(agreement, **DAY)
    make_deadline(agreement, kind=kind, known_on=date(2022, 1, 1), **DAY)

    assert told(client, "title")[0] == title


def test_promise_that_was_written_before_its_news_was_public_is_as_new_as_that(client, advies):
    agreement = make_agreement(make_news(advies, known_on=date(2024, 1, 1)))
    make_deadline(agreement, known_on=date(2021, 1, 1))

    assert told(client, "updated") == ["2024-01-01T00:00:00+01:00"] * 2
    assert told(client, "summary")[1].count("Aangekondigd door: onbekend.") == 1

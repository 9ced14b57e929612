"""What the Atom feeds of the adviezen tell of each kind of thing."""

from datetime import UTC, date, datetime

import pytest

from advies.models import Bearing
from stroomop.lib import clock
from tests.advies.feeds import ALL, DAY, entries, feed_for, feed_of, told
from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_deadline,
    make_news,
    make_organisation,
    make_response,
    make_responsibility,
    make_statement,
)

pytestmark = pytest.mark.django_db


LOADED = datetime(2026, 11, 23, 9, tzinfo=UTC)
EDITED = datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _december():
    with clock.fixed_at(datetime(2026, 12, 2, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def advies():
    return make_advies(number=4, short_name="Vier", slug="vier")


def test_news_is_an_entry(client, advies):
    other = make_advies(number=7, short_name="Zeven", slug="zeven")
    news = make_news(
        advies,
        title="Nieuws & meer",
        text="Een < test.",
        kind="maatregel",
        date_from=date(2021, 3, 1),
        date_to=date(2021, 3, 31),
        precision="maand",
        runs_until=date(2028, 12, 31),
        runs_until_precision="jaar",
        known_on=date(2021, 7, 2),
        published_at=LOADED,
    )
    Bearing.objects.create(news=news, advies=other, derived=False)
    news.sources.create(title="Testbron", url="https://voorbeeld.test/a?b=1&c=2")
    news.sources.create(title="Krant")

    assert entries(client) == [
        {
            "title": "Maatregel: Nieuws & meer",
            "link": "https://portaal.test/adviezen/4-vier/",
            "updated": "2021-07-02T00:00:00+02:00",
            "id": f"https://portaal.test/#news-{news.pk}",
            "summary": (
                "<p>Wanneer: maart 2021, loopt tot en met 2028.</p>"
                "<p>Een &lt; test.</p>"
                "<p>De bron noemt dit advies, of de adviezen samen: Advies 7: Zeven.</p>"
                "<p>Wij zien een verband met: Advies 4: Vier. Dat leiden wij af.</p>"
                "<p>Bronnen: Testbron (https://voorbeeld.test/a?b=1&amp;c=2); Krant</p>"
            ),
        }
    ]


def test_news_without_text_source_or_date_says_no_more_than_it_knows(client, advies):
    make_news(advies)

    assert told(client, "summary") == [
        "<p>Wanneer: datum onbekend.</p><p>Wij zien een verband met: Advies 4: Vier. Dat leiden wij af.</p>"
    ]


def test_correction_is_an_entry_that_tells_what_we_wrote_before(client, advies):
    before = make_news(advies, title="Fout", **DAY)
    after = make_news(advies, title="Goed", supersedes=before, known_on=date(2022, 1, 1), **DAY)

    [entry] = entries(client)

    assert entry["id"].endswith(f"#news-{after.pk}")
    assert "<p>Dit is een verbetering. Eerst schreven wij: Fout (1 maart 2021).</p>" in entry["summary"]


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


def test_judgement_is_an_entry_with_its_signature(client, advies):
    judge = make_organisation(name="Testorganisatie")
    judgement = make_assessment(
        advies,
        verdict="gestart",
        reason="Er is een begin.",
        signed_name="Test Naam",
        organisation=judge,
        known_on=date(2024, 5, 3),
    )
    judgement.sources.create(title="Testbron", url="https://voorbeeld.test/")

    assert entries(client) == [
        {
            "title": "Oordeel over advies 4: gestart",
            "link": "https://portaal.test/adviezen/4-vier/",
            "updated": "2024-05-03T00:00:00+02:00",
            "id": f"https://portaal.test/#assessment-{judgement.pk}",
            "summary": (
                "<p>Advies 4: Vier.</p><p>Er is een begin.</p>"
                "<p>Beoordeeld door Test Naam, die hoort bij Testorganisatie.</p>"
                "<p>Bron: Testbron (https://voorbeeld.test/)</p>"
            ),
        }
    ]


def test_answer_of_a_party_is_an_entry(client, advies):
    party = make_responsibility(advies, organisation=make_organisation(name="Partij")).organisation
    answer = make_response(
        advies,
        organisation=party,
        answer="deels",
        asked_on=date(2024, 1, 2),
        text="Wij doen mee.",
        source_title="Brief",
        known_on=date(2024, 2, 3),
    )

    assert entries(client) == [
        {
            "title": "Partij over advies 4: neemt het deels over",
            "link": "https://portaal.test/adviezen/4-vier/",
            "updated": "2024-02-03T00:00:00+01:00",
            "id": f"https://portaal.test/#response-{answer.pk}",
            "summary": (
                "<p>Advies 4: Vier.</p><p>Gevraagd op 2 januari 2024.</p><p>Wij doen mee.</p><p>Bron: Brief</p>"
            ),
        }
    ]


def test_answer_of_who_stood_there_by_mistake_is_no_entry(client, advies):
    mistake = make_responsibility(advies)
    make_response(advies, organisation=mistake.organisation)
    assert len(entries(client)) == 1

    make_responsibility(advies, organisation=mistake.organisation, role="ingetrokken", supersedes=mistake)

    assert entries(client) == []


def test_statement_of_a_party_is_an_entry(client, advies):
    party = make_organisation(name="Partij")
    fields = {"organisation": party, "source_title": "Brief", "published_at": LOADED}
    about = make_statement(advies=advies, text="Over één.", known_on=date(2024, 2, 3), **fields)
    general = make_statement(text="Over alles.", known_on=date(2024, 2, 4), **fields)

    assert entries(client) == [
        {
            "title": "Partij zegt zelf",
            "link": "https://portaal.test/adviezen/",
            "updated": "2024-02-04T00:00:00+01:00",
            "id": f"https://portaal.test/#statement-{general.pk}",
            "summary": "<p>Over alles.</p><p>Bron: Brief</p>",
        },
        {
            "title": "Partij zegt zelf, over advies 4",
            "link": "https://portaal.test/adviezen/4-vier/",
            "updated": "2024-02-03T00:00:00+01:00",
            "id": f"https://portaal.test/#statement-{about.pk}",
            "summary": "<p>Advies 4: Vier.</p><p>Over één.</p><p>Bron: Brief</p>",
        },
    ]


@pytest.mark.parametrize(
    ("fields", "updated"),
    [
        ({}, "2021-07-01T00:00:00+02:00"),
        ({"changed_at": EDITED}, "2026-12-01T09:00:00+00:00"),
        # The last change was before it was public.
        ({"changed_at": datetime(2020, 1, 1, tzinfo=UTC)}, "2026-11-23T09:00:00+00:00"),
    ],
)
def test_entry_is_as_new_as_its_first_day_or_its_last_editor(client, advies, fields, updated):
    make_news(advies, known_on=date(2021, 7, 1), published_at=LOADED, **fields)

    assert told(client, "updated") == [updated]


HOSTILE = [
    "<script>alert(1)</script>",
    "]]><entry>",
    "&amp; & &nope;",
    '"\'><x y="',
    "a\x0bb\x1f\ufffe",
    "\u202e\U0001f600 é",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(client, text):
    advies = make_advies(short_name=text)
    party = make_responsibility(advies, organisation=make_organisation(name=text)).organisation
    make_news(advies, title=text, text=text).sources.create(title=text)
    agreement = make_agreement(make_news(advies, title=text), title=text, promised_by=text)
    make_deadline(agreement, wording=text, source_title=text, **DAY)
    make_deadline(agreement, reason=text)
    make_assessment(advies, reason=text, signed_name=text, organisation=make_organisation(name=f"{text}2"))
    make_response(advies, organisation=party, text=text, source_title=text)
    make_statement(organisation=party, text=text, source_title=text)
    readable = "".join(letter for letter in text if letter not in "\x0b\x1f\ufffe")

    for address in (ALL, feed_of(advies), feed_for(party)):
        found = entries(client, address)
        assert len(found) >= 6
        assert [
            entry["summary"] for entry in found if "<script" in entry["summary"] or "<entry" in entry["summary"]
        ] == []
        assert f"Besluit: {readable}" in [entry["title"] for entry in found]

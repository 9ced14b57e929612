"""What the Atom feeds of the adviezen tell of each kind of thing."""

from datetime import UTC, date, datetime

import pytest

from advies.models import Bearing
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

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]


LOADED = datetime(2026, 11, 23, 9, tzinfo=UTC)
EDITED = datetime(2026, 12, 1, 9, tzinfo=UTC)


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

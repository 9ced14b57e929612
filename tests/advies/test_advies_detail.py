from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.advies.words import NO_AGREEMENT, NOT_CHECKED
from tests.factories import (
    make_advies,
    make_advies_indicator,
    make_agreement,
    make_assessment,
    make_check,
    make_deadline,
    make_figure,
    make_indicator,
    make_news,
    make_organisation,
    make_project,
    make_publication,
    make_related_project,
    make_related_publication,
    make_report,
    make_response,
    make_responsibility,
    make_series,
    make_statement,
    make_theme,
)
from tests.pages import facts, links, list_rows, main, offers_help, texts

pytestmark = pytest.mark.django_db
PAST, FUTURE = datetime(2021, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
ALLOCATION = "Welke partij het rapport zelf bij dit advies noemt, is onbekend."
EXPLAINED = "Dit gaat over het nieuws, en niet over een partij. Wat betekenen onze woorden?"
WORDS = "/adviezen/#woorden"


@pytest.fixture(autouse=True)
def _on_one_day():
    with clock.fixed_at(datetime(2026, 11, 23, 12, tzinfo=UTC)):
        yield


def day(*ymd):
    return {"date_from": date(*ymd), "date_to": date(*ymd), "precision": "dag"}


def test_advies_detail_shows_the_literal_title_and_our_words(client):
    advies = make_advies(
        number=4, short_name="Kort", quotation="Doe <dit> & dat.", explanation="<p>Uitleg.</p>",
        asked_now="<p>Gevraagd.</p>", source_title="Blog", source_url="https://voorbeeld.test/blog",
    )  # fmt: skip

    response = client.get(advies.get_absolute_url())

    assert texts(response, "h1") == ["Advies 4 van 12 Kort"]
    assert texts(response, "blockquote") == ["“Doe <dit> & dat.”"]
    assert texts(response, "figcaption") == ["Bron: Blog"]
    assert texts(response, "h2") == [
        "Wat het advies vraagt", "Wat het advies betekent", "Wat merken jongeren en ouders?", "Wat er gebeurde",
    ]  # fmt: skip
    assert {"Gevraagd.", "Uitleg."} <= set(texts(response, "p"))
    assert links(response) == ["https://voorbeeld.test/blog", WORDS]


def test_advies_detail_without_anything_says_what_is_unknown(client):
    advies = make_advies(number=4, explanation="", asked_now="")

    response = client.get(advies.get_absolute_url())

    assert facts(response) == [
        ("Aan wie", f"onbekend {ALLOCATION}"),
        ("Wat wij vonden", f"{NOT_CHECKED} {EXPLAINED}"),
        ("Volgende afspraak", NO_AGREEMENT),
        ("Oordeel", "nog niet beoordeeld"),
        ("Bron van", "onbekend"),
    ]
    assert texts(response, "h2") == ["Wat merken jongeren en ouders?", "Wat er gebeurde"]
    assert texts(response, "ol")[-1] == "We vonden geen openbaar nieuws over dit advies."
    assert f'/bericht/klopt-niet/?over={advies.get_absolute_url()}">Klopt dit niet? Stuur een bron' in main(response)


def test_advies_detail_tells_to_whom_and_what_was_found(client):
    report = make_report(date_from=date(2020, 11, 1), date_to=date(2020, 11, 30), precision="maand")
    advies = make_advies(report=report, checked_on=date(2026, 11, 22))
    make_responsibility(advies, organisation=make_organisation(name="Partij"), basis="afgeleid", note="Toelichting.")
    partner = make_organisation(name="Partner", slug="partner")
    make_responsibility(advies, organisation=partner, role="betrokken")
    make_news(advies, title="Nieuws", kind="onderzoek", **day(2023, 2, 3))
    make_check(advies, checked_on=date(2026, 11, 19), note="Eerder keken wij anders.")
    make_check(advies, checked_on=date(2026, 11, 20), note="Wij keken niet overal.")

    response = client.get(advies.get_absolute_url())

    assert facts(response) == [
        (
            "Aan wie",
            (
                "Partij Gevraagd om dit te doen; wij lezen dit uit de tekst. Toelichting. "
                f"Wat deze partij ervan vindt: nog niet gevraagd. {ALLOCATION}"
            ),
        ),
        ("Samen met", "Partner (genoemd als partner; staat in de titel van het advies)"),
        (
            "Wat wij vonden",
            (
                "Wij vonden geen maatregel of besluit met een datum, nagekeken op 20 november 2026. "
                f"Laatste nieuws, 3 februari 2023: Nieuws. Wij keken niet overal. {EXPLAINED}"
            ),
        ),
        ("Volgende afspraak", NO_AGREEMENT),
        ("Oordeel", "nog niet beoordeeld"),
        ("Bron van", "november 2020"),
        ("Nagekeken op", "22 november 2026"),
    ]


def test_advies_detail_tells_what_runs_now(client):
    advies = make_advies()
    make_news(advies, title="Regeling", kind="maatregel", runs_until=date(2027, 1, 1), **day(2023, 2, 3))
    make_news(advies, title="Kritiek", kind="kritiek", **day(2025, 1, 1))
    make_check(advies, checked_on=date(2026, 11, 20))

    response = client.get(advies.get_absolute_url())

    assert dict(facts(response))["Wat wij vonden"] == (
        "Er loopt een maatregel, tot en met 1 januari 2027. stroomt "
        "Maatregel: Regeling. Dat dit bij dit advies hoort, leiden wij af. "
        f"Laatste nieuws, 1 januari 2025: Kritiek. Nagekeken op 20 november 2026. {EXPLAINED}"
    )


def test_advies_detail_shows_news_newest_first_and_undated_last(client):
    advies = make_advies()
    make_news(advies, title="Zonder datum", kind="kritiek", text="Tekst.")
    make_news(advies, title="Oud", **day(2021, 1, 1))
    make_news(advies, title="Nieuw", runs_until=date(2026, 12, 31), **day(2024, 5, 6))

    response = client.get(advies.get_absolute_url())

    assert texts(response, "h3") == ["Nieuw besluit", "Oud besluit", "Zonder datum kritiek"]
    assert [text for text in texts(response, "p") if "202" in text or "datum onbekend" in text][2:5] == [
        "6 mei 2024, loopt tot en met 31 december 2026", "1 januari 2021", "datum onbekend",
    ]  # fmt: skip


@pytest.mark.parametrize(("month", "day_of_month", "word"), [(8, 31, "loopt"), (9, 1, "liep")])
def test_advies_detail_tells_what_has_ended_as_past(client, month, day_of_month, word):
    advies = make_advies()
    make_news(advies, runs_until=date(2025, 8, 31), **day(2021, 10, 4))

    with clock.fixed_at(datetime(2025, month, day_of_month, 12, tzinfo=UTC)):
        response = client.get(advies.get_absolute_url())

    assert f"4 oktober 2021, {word} tot en met 31 augustus 2025" in texts(response, "p")


def test_advies_detail_shows_only_public_news_of_its_own_with_sources(client):
    advies = make_advies()
    make_news(advies, title="Van ons").sources.create(title="Bron", url="https://voorbeeld.test/nieuws")
    make_news(advies, title="Concept", published_at=None)
    make_news(advies, title="Later", published_at=FUTURE)
    make_news(advies, title="Voorbij", archived_at=PAST)
    make_news(make_advies(), title="Van een ander")

    response = client.get(advies.get_absolute_url())

    assert texts(response, "h3") == ["Van ons besluit"]
    assert links(response) == [WORDS, "https://voorbeeld.test/nieuws"]


@pytest.mark.parametrize(
    ("make", "relate", "address"),
    [
        (make_project, make_related_project, "/projecten/openbaar/"),
        (make_publication, make_related_publication, "/publicaties/openbaar/"),
    ],
)
def test_advies_detail_shows_what_is_related_only_when_public(client, make, relate, address):
    name = "name" if make is make_project else "title"
    advies = make_advies()
    archived = {"published_at": PAST, "archived_at": PAST.replace(day=2)}
    for moments in ({"published_at": None}, {"published_at": FUTURE}, archived):
        relate(advies, make(**moments))

    before = client.get(advies.get_absolute_url())
    relate(advies, make(slug="openbaar", published_at=PAST, **{name: "Openbaar"}))
    after = client.get(advies.get_absolute_url())

    assert (list_rows(before), texts(before, "h2")[-1]) == ([], "Wat er gebeurde")
    assert (list_rows(after), links(after)) == (["Openbaar Een test."], [WORDS, address])


def test_advies_detail_offers_help_for_a_sensitive_theme(client):
    advies = make_advies()
    theme = make_theme(sensitive=True)
    assert not offers_help(client.get(advies.get_absolute_url()))

    advies.themes.add(theme)
    response = client.get(advies.get_absolute_url())
    assert (offers_help(response), theme.get_absolute_url() in links(response)) == (True, True)


@pytest.mark.parametrize("size", [1, 3, 40])
def test_advies_detail_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    advies = make_advies()
    advies.themes.add(make_theme())
    for number in range(size):
        news = make_news(advies)
        news.sources.create(title="Testbron")
        make_deadline(make_agreement(news))
        make_response(advies, organisation=make_responsibility(advies).organisation)
        make_related_project(advies, make_project())
        make_related_publication(advies, make_publication(published_at=PAST))
        make_statement(advies=advies)
        make_assessment(advies).sources.create(title="Testbron")
        make_check(advies, checked_on=date.fromordinal(730000 + number))
        indicator = make_indicator()
        make_figure(make_series(indicator), "2023", "1")
        make_advies_indicator(advies, indicator)

    with django_assert_num_queries(28):
        response = client.get(advies.get_absolute_url())

    assert len(list_rows(response)) == 3 * size

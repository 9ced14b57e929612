from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.factories import (
    make_advies,
    make_check,
    make_news,
    make_organisation,
    make_project,
    make_related_project,
    make_report,
    make_responsibility,
)
from tests.pages import links, main, texts

pytestmark = pytest.mark.django_db
PAST, FUTURE = datetime(2021, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)


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
    assert links(response) == ["https://voorbeeld.test/blog"]


def test_advies_detail_without_anything_says_what_is_unknown(client):
    advies = make_advies(number=4, explanation="", asked_now="")

    response = client.get(advies.get_absolute_url())

    assert texts(response, "dd") == ["onbekend", "geen nieuws met datum gevonden", "nog niet nagekeken",
                                     "nog niet beoordeeld", "onbekend"]  # fmt: skip
    assert texts(response, "h2") == ["Wat merken jongeren en ouders?", "Wat er gebeurde"]
    assert texts(response, "ol")[-1] == "We vonden geen openbaar nieuws over dit advies."
    assert texts(response, "p")[-1] == (
        "Klopt hier iets niet? Je kunt dat nog niet melden: de uitgever moet daarvoor nog een adres kiezen."
    )


def test_advies_detail_tells_to_whom_and_when_checked(client):
    report = make_report(date_from=date(2020, 11, 1), date_to=date(2020, 11, 30), precision="maand")
    advies = make_advies(report=report, checked_on=date(2026, 11, 22))
    make_responsibility(advies, organisation=make_organisation(name="Partij"), basis="afgeleid", note="Toelichting.")
    make_news(advies, title="Nieuws", **day(2023, 2, 3))
    partner = {"role": "betrokken", "basis": "titel"}
    make_responsibility(advies, organisation=make_organisation(name="Partner"), **partner)
    make_check(advies, checked_on=date(2026, 11, 19), note="Eerder keken wij anders.")
    make_check(advies, checked_on=date(2026, 11, 20), note="Wij keken niet overal.")

    response = client.get(advies.get_absolute_url())

    assert texts(response, "dd") == [
        "Partij (gevraagd om dit te doen; wij lezen dit uit de tekst) Toelichting.",
        "Partner (genoemd als partner; staat in de titel van het advies)",
        "3 februari 2023: Nieuws",
        "20 november 2026 Wij keken niet overal.",
        "nog niet beoordeeld",
        "november 2020",
        "22 november 2026",
    ]


def test_advies_detail_shows_news_newest_first_and_undated_last(client):
    advies = make_advies()
    make_news(advies, title="Zonder datum", kind="kritiek", text="Tekst.")
    make_news(advies, title="Oud", **day(2021, 1, 1))
    make_news(advies, title="Nieuw", runs_until=date(2026, 12, 31), **day(2024, 5, 6))

    with clock.fixed_at(datetime(2026, 11, 22, tzinfo=UTC)):
        response = client.get(advies.get_absolute_url())

    assert texts(response, "h3") == ["Nieuw besluit", "Oud besluit", "Zonder datum kritiek"]
    assert [text for text in texts(response, "p") if "202" in text or "datum onbekend" in text] == [
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
    assert links(response) == ["https://voorbeeld.test/nieuws"]


def test_advies_detail_shows_related_projects_only_when_public(client):
    advies = make_advies()
    make_related_project(advies, make_project(name="Openbaar", slug="openbaar"), why="Daarom.")
    make_related_project(advies, make_project(published_at=None))
    make_related_project(advies, make_project(published_at=FUTURE))
    make_related_project(advies, make_project(archived_at=PAST))

    response = client.get(advies.get_absolute_url())

    assert texts(response, "ul")[-1] == "Openbaar Daarom."
    assert links(response) == ["/projecten/openbaar/"]


def test_advies_detail_without_public_project_has_no_heading_for_them(client):
    advies = make_advies()
    make_related_project(advies, make_project(published_at=None))

    assert "Projecten die hieraan raken" not in texts(client.get(advies.get_absolute_url()), "h2")


@pytest.mark.parametrize(
    ("moments", "status"),
    [({}, 200), ({"archived_at": PAST}, 410), ({"published_at": None}, 404), ({"published_at": FUTURE}, 404)],
)
def test_advies_detail_answers_as_it_is_published(client, moments, status):
    advies = make_advies(short_name="Geheim", **moments)

    response = client.get(advies.get_absolute_url())

    assert (response.status_code, "Geheim" in main(response)) == (status, status == 200)


def test_advies_detail_with_another_slug_is_not_found(client):
    make_advies(number=4, slug="goed")

    assert client.get("/adviezen/4-fout/").status_code == 404


def test_advies_detail_leads_on_from_a_changed_slug(client):
    advies = make_advies(number=4, slug="oud")
    advies.slug = "nieuw"
    advies.save()

    response = client.get("/adviezen/4-oud/?van=hier")

    assert (response.status_code, response["Location"]) == (301, "/adviezen/4-nieuw/?van=hier")
    assert client.get("/adviezen/4-nieuw/").status_code == 200


@pytest.mark.parametrize("address", ["99999999999999999999-x", f"{'9' * 5000}-x", "0-x", "-1-x", "4-", "4", "%00-x"])
def test_advies_detail_at_a_nonsense_address_is_not_found(client, address):
    make_advies(number=4, slug="x")

    assert client.get(f"/adviezen/{address}/").status_code == 404


def test_advies_detail_does_not_mind_a_nonsense_question(client):
    url = make_advies().get_absolute_url()

    assert main(client.get(f"{url}?page=%00&number=x")) == main(client.get(url))


def test_advies_detail_refuses_to_be_written_to(client):
    assert client.post(make_advies().get_absolute_url()).status_code == 405


@pytest.mark.parametrize("size", [1, 3, 40])
def test_advies_detail_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    advies = make_advies()
    for number in range(size):
        make_news(advies).sources.create(title="Testbron")
        make_responsibility(advies)
        make_related_project(advies, make_project())
        make_check(advies, checked_on=date.fromordinal(730000 + number))

    # The advies with its report, news, sources, parties, projects; what every page asks.
    with django_assert_num_queries(9):
        response = client.get(advies.get_absolute_url())

    assert len(texts(response, "h3")) == size

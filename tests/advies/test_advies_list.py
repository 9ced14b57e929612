from datetime import UTC, date, datetime

import pytest

from tests.factories import (
    make_advies,
    make_check,
    make_news,
    make_organisation,
    make_report,
    make_responsibility,
)
from tests.pages import links, main, rows, texts

pytestmark = pytest.mark.django_db
URL = "/adviezen/"
CAPTION = "De twaalf in één tabel. De korte namen zijn van ons, niet van het rapport."
NO_NEWS, NOT_CHECKED = "geen nieuws met datum gevonden", "nog niet nagekeken"


def test_advies_list_shows_the_twelve_in_order(client):
    for number in (7, 12, 1, 3, 2, 11, 10, 4, 9, 5, 8, 6):
        make_advies(number=number, short_name=f"Test {number}", slug=f"test-{number}")

    response = client.get(URL)

    assert rows(response) == [[f"{n}. Test {n}", "onbekend", NO_NEWS, NOT_CHECKED] for n in range(1, 13)]
    assert links(response) == [f"/adviezen/{n}-test-{n}/" for n in range(1, 13)]


def test_advies_list_tells_parties_last_news_and_last_check(client):
    advies = make_advies(number=1, short_name="Test")
    make_responsibility(advies, organisation=make_organisation(name="Genoemde partij"))
    make_responsibility(advies, organisation=make_organisation(name="Afgeleide partij"), basis="afgeleid")
    make_news(advies, title="Oud", date_from=date(2021, 3, 1), date_to=date(2021, 3, 31), precision="maand")
    make_news(advies, title="Nieuw", date_from=date(2023, 2, 3), date_to=date(2023, 2, 3), precision="dag")
    make_news(advies, title="Zonder datum")
    make_check(advies, checked_on=date(2024, 1, 2))
    make_check(advies, checked_on=date(2026, 11, 22))
    make_advies(number=2, short_name="Ander")

    response = client.get(URL)

    assert texts(response, "caption") == [CAPTION]
    assert rows(response) == [
        ["1. Test", "Genoemde partij, Afgeleide partij*", "3 februari 2023: Nieuw", "22 november 2026"],
        ["2. Ander", "onbekend", NO_NEWS, NOT_CHECKED],
    ]


def test_advies_list_names_partners_apart_from_whom_it_is_for(client):
    advies = make_advies(number=1, short_name="Test")
    make_responsibility(advies, organisation=make_organisation(name="Partner"), role="betrokken")
    make_responsibility(advies, organisation=make_organisation(name="Partij"), role="opdracht")
    inferred = {"role": "betrokken", "basis": "afgeleid"}
    make_responsibility(advies, organisation=make_organisation(name="Afgeleide partner"), **inferred)

    response = client.get(URL)

    assert rows(response) == [["1. Test", "Partij Samen met: Partner, Afgeleide partner*", NO_NEWS, NOT_CHECKED]]


def test_advies_list_checked_on_one_day_says_so_once(client):
    for number in (1, 2):
        advies = make_advies(number=number, short_name="Test")
        make_check(advies, checked_on=date(2026, 11, 22), note="Wij keken niet overal.")

    response = client.get(URL)

    assert texts(response, "caption") == [f"{CAPTION} Alle twaalf nagekeken op 22 november 2026."]
    assert texts(response, "th") == ["Advies", "Aan wie", "Laatste nieuws", "1. Test", "2. Test"]
    assert rows(response) == [[f"{number}. Test", "onbekend", NO_NEWS] for number in (1, 2)]
    assert texts(response, "p").count("Wij keken niet overal.") == 1


def test_advies_list_checked_on_one_day_with_different_notes_shows_none(client):
    for note in ("Wij keken niet overal.", ""):
        make_check(make_advies(), note=note)

    assert "Wij keken niet overal." not in texts(client.get(URL), "p")


def test_advies_list_without_dated_news_says_so(client):
    advies = make_advies(number=1, short_name="Test")
    make_news(advies, title="Zonder datum")

    assert rows(client.get(URL)) == [["1. Test", "onbekend", NO_NEWS, NOT_CHECKED]]


def test_advies_list_without_adviezen_says_so(client):
    response = client.get(URL)

    assert rows(response) == []
    assert texts(response, "p")[-1] == "De adviezen staan hier nog niet."


def test_advies_list_leaves_out_what_is_not_public(client):
    past, future = datetime(2021, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
    make_advies(number=1, short_name="Openbaar")
    make_advies(number=2, published_at=None)
    make_advies(number=3, published_at=future)
    make_advies(number=4, archived_at=past)

    assert [row[0] for row in rows(client.get(URL))] == ["1. Openbaar"]


def test_advies_list_leaves_out_news_that_is_not_public(client):
    advies = make_advies(number=1, short_name="Test")
    dated = {"date_from": date(2022, 1, 1), "date_to": date(2022, 1, 1), "precision": "dag"}
    make_news(advies, published_at=None, **dated)
    make_news(advies, archived_at=datetime(2021, 1, 1, tzinfo=UTC), **dated)

    assert rows(client.get(URL)) == [["1. Test", "onbekend", NO_NEWS, NOT_CHECKED]]


def test_advies_list_leaves_out_parties_that_were_never_public(client):
    advies = make_advies(number=1, short_name="Test")
    make_responsibility(advies, organisation=make_organisation(published_at=None))
    make_responsibility(advies, organisation=make_organisation(published_at=datetime(2999, 1, 1, tzinfo=UTC)))
    gone = make_organisation(name="Opgeheven", archived_at=datetime(2021, 1, 1, tzinfo=UTC))
    make_responsibility(advies, organisation=gone)

    assert rows(client.get(URL)) == [["1. Test", "Opgeheven", NO_NEWS, NOT_CHECKED]]


def test_advies_list_tells_of_the_report(client):
    report = make_report(
        title="Testrapport", text="<p>Zo kwam het.</p>", editor_note="<p>Let op.</p>",
        date_from=date(2020, 11, 1), date_to=date(2020, 11, 30), precision="maand",
    )  # fmt: skip
    report.sources.create(title="Testbron", url="https://voorbeeld.test/rapport")

    response = client.get(URL)

    assert texts(response, "p")[-3:] == ["Testrapport, november 2020.", "Zo kwam het.", "Let op."]
    assert texts(response, "h2") + texts(response, "h3") == ["Het rapport", "Noot van de redactie", "Bronnen"]
    assert links(response) == ["https://voorbeeld.test/rapport"]


def test_advies_list_without_public_report_has_no_such_part(client):
    make_report(published_at=None)

    assert texts(client.get(URL), "h2") == []


@pytest.mark.parametrize("size", [1, 3, 40])
def test_advies_list_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    for _ in range(size):
        fill(make_advies())

    # Adviezen, news, sources, parties, report, its sources; the words and help lines of every page.
    with django_assert_num_queries(10):
        response = client.get(URL)

    assert len(rows(response)) == size


def test_advies_list_asks_no_more_queries_for_more_news(client, django_assert_num_queries):
    fill(make_advies(), news=60)

    with django_assert_num_queries(10):
        client.get(URL)


def fill(advies, news=2):
    make_responsibility(advies)
    make_check(advies)
    for _ in range(news):
        make_news(advies).sources.create(title="Testbron")


@pytest.mark.parametrize("question", ["?page=0", "?page=x&sort=%00", "?=&&;%ff", "?number=99999999999999999999"])
def test_advies_list_does_not_mind_a_nonsense_question(client, question):
    make_advies(number=1, short_name="Test")

    assert main(client.get(URL + question)) == main(client.get(URL))


def test_advies_list_refuses_to_be_written_to(client):
    assert client.post(URL).status_code == 405

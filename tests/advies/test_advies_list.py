from datetime import UTC, date, datetime

import pytest

from advies.sentences import explanation
from stroomop.lib import clock
from tests.advies.words import NO_AGREEMENT, NO_NEWS, NOT_CHECKED, NOT_JUDGED, NOTHING_KNOWN
from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_check,
    make_deadline,
    make_news,
    make_organisation,
    make_report,
    make_responsibility,
    make_theme,
)
from tests.pages import facts, links, main, offers_help, rows, texts

pytestmark = pytest.mark.django_db
URL = "/adviezen/"
EMPTY = "De adviezen staan hier nog niet."
PAST, FUTURE = datetime(2021, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
TAKE_ALONG = ["/adviezen/op-een-a4/", "/adviezen/adviezen.csv", "/adviezen/adviezen.atom"]


@pytest.fixture(autouse=True)
def _on_one_day():
    with clock.fixed_at(datetime(2026, 11, 23, 12, tzinfo=UTC)):
        yield


def day(*ymd):
    return {"date_from": date(*ymd), "date_to": date(*ymd), "precision": "dag"}


def test_advies_list_shows_the_twelve_in_order(client):
    for number in (7, 12, 1, 3, 2, 11, 10, 4, 9, 5, 8, 6):
        make_advies(number=number, short_name=f"Test {number}", slug=f"test-{number}")

    response = client.get(URL)

    assert rows(response) == [[f"{number}. Test {number}", *NOTHING_KNOWN] for number in range(1, 13)]
    assert [link for link in links(response) if "-test-" in link] == [f"/adviezen/{n}-test-{n}/" for n in range(1, 13)]


def test_advies_list_tells_of_each_advies_what_was_found(client):
    advies = make_advies(number=1, short_name="Test")
    make_responsibility(advies, organisation=make_organisation(name="Genoemde partij"))
    make_responsibility(advies, organisation=make_organisation(name="Afgeleide partij"), basis="afgeleid")
    make_news(advies, title="Oud", date_from=date(2021, 3, 1), date_to=date(2021, 3, 31), precision="maand")
    news = make_news(advies, title="Nieuw", kind="maatregel", **day(2023, 2, 3))
    agreement = make_agreement(news, title="Plan")
    make_deadline(agreement, **day(2024, 1, 1))
    make_deadline(agreement, wording="ooit in 2027", **day(2027, 12, 31))
    make_check(advies, checked_on=date(2024, 1, 2))
    make_check(advies, checked_on=date(2026, 11, 22))
    make_assessment(advies, verdict="deels")
    make_advies(number=2, short_name="Ander")

    response = client.get(URL)

    assert rows(response) == [
        [
            "1. Test",
            "Genoemde partij, Afgeleide partij*",
            (
                "45 maanden geen openbaar nieuws gevonden, nagekeken op 22 november 2026. staat stil "
                "Laatste nieuws, 3 februari 2023: Nieuw."
            ),
            "Plan: ooit in 2027. Eerst genoemd: 1 januari 2024.",
            "Deels uitgevoerd",
        ],
        ["2. Ander", *NOTHING_KNOWN],
    ]


def test_advies_list_names_partners_apart_from_whom_it_is_for(client):
    advies = make_advies()
    make_responsibility(advies, organisation=make_organisation(name="Partner"), role="betrokken")
    make_responsibility(advies, organisation=make_organisation(name="Partij"), role="opdracht")
    inferred = {"role": "betrokken", "basis": "afgeleid"}
    make_responsibility(advies, organisation=make_organisation(name="Afgeleide partner"), **inferred)

    response = client.get(URL)

    assert [row[1] for row in rows(response)] == ["Partij Samen met: Partner, Afgeleide partner*"]


def test_advies_list_checked_on_one_day_says_so_once(client):
    for number in (1, 2):
        advies = make_advies(number=number)
        make_news(advies, title="Besluit", runs_until=date(2027, 1, 1), **day(2023, 2, 3))
        make_check(advies, checked_on=date(2026, 11, 22), note="Wij keken niet overal.")

    response = client.get(URL)

    told = "Er geldt een besluit, tot en met 1 januari 2027. stroomt Laatste nieuws, 3 februari 2023: Besluit."
    assert [row[2] for row in rows(response)] == [told] * 2
    said = [text for text in texts(response, "p") if "22 november 2026" in text or "Wij keken niet overal." in text]
    assert [text.partition(".")[0] for text in said] == [
        "Alles hieronder is nagekeken op 22 november 2026",
        "Wij keken niet overal",
    ]


def test_advies_list_checked_on_different_days_says_so_at_each(client):
    for number in (1, 2):
        advies = make_advies(number=number)
        make_news(advies, title="Besluit", runs_until=date(2027, 1, 1), **day(2023, 2, 3))
        make_check(advies, checked_on=date(2026, 11, 20 + number), note=f"Controle {number}.")

    response = client.get(URL)

    endings = [row[2].rpartition("Besluit. ")[2] for row in rows(response)]
    assert endings == ["Nagekeken op 21 november 2026.", "Nagekeken op 22 november 2026."]
    assert "Controle" not in main(response)


def test_advies_list_without_dated_news_says_so(client):
    advies = make_advies(number=1, short_name="Test")
    make_news(advies, title="Zonder datum", kind="kritiek")
    make_check(advies)

    assert [row[2] for row in rows(client.get(URL))] == [
        f"Wij vonden geen nieuws met een datum, nagekeken op 22 november 2026. geen gedateerd nieuws bekend {NO_NEWS}"
    ]


def test_advies_list_without_adviezen_says_so(client):
    response = client.get(URL)

    assert (rows(response), texts(response, "dt"), texts(response, "h2")) == ([], [], ["De adviezen op een rij"])
    assert EMPTY in texts(response, "p")
    assert links(response) == []


def test_advies_list_leaves_out_what_is_not_public(client):
    make_advies(number=1, short_name="Openbaar")
    make_advies(number=2, published_at=None)
    make_advies(number=3, published_at=FUTURE)
    make_advies(number=4, archived_at=PAST)

    assert [row[0] for row in rows(client.get(URL))] == ["1. Openbaar"]


def test_advies_list_leaves_out_news_that_is_not_public(client):
    advies = make_advies(number=1, short_name="Test")
    make_news(advies, published_at=None, **day(2022, 1, 1))
    make_news(advies, archived_at=PAST, **day(2022, 1, 1))

    assert rows(client.get(URL)) == [["1. Test", *NOTHING_KNOWN]]


def test_advies_list_leaves_out_parties_that_were_never_public(client):
    advies = make_advies(number=1, short_name="Test")
    make_responsibility(advies, organisation=make_organisation(published_at=None))
    make_responsibility(advies, organisation=make_organisation(published_at=FUTURE))
    make_responsibility(advies, organisation=make_organisation(name="Opgeheven", archived_at=PAST))

    told = f"{NOT_CHECKED} {NO_NEWS}"
    assert rows(client.get(URL)) == [["1. Test", "Opgeheven", told, NO_AGREEMENT, NOT_JUDGED]]


def test_advies_list_tells_of_the_report(client):
    report = make_report(
        title="Testrapport", text="<p>Zo kwam het.</p>", editor_note="<p>Let op.</p>",
        date_from=date(2020, 11, 1), date_to=date(2020, 11, 30), precision="maand",
    )  # fmt: skip
    report.sources.create(title="Testbron", url="https://voorbeeld.test/rapport")

    response = client.get(URL)

    told = texts(response, "p")
    at = told.index("Testrapport, november 2020.")
    assert told[at : at + 3] == ["Testrapport, november 2020.", "Zo kwam het.", "Let op."]
    assert texts(response, "h2") == ["De adviezen op een rij", "Het rapport"]
    assert texts(response, "h3") == ["Noot van de redactie", "Bronnen"]
    assert links(response) == ["https://voorbeeld.test/rapport"]


def test_advies_list_without_public_report_has_no_such_part(client):
    make_report(published_at=None)

    assert texts(client.get(URL), "h2") == ["De adviezen op een rij"]


def test_advies_list_explains_its_words_and_can_be_taken_along(client):
    make_advies()

    response = client.get(URL)

    words = [(word.capitalize(), meaning) for word, meaning in explanation()]
    assert facts(response) == [*words, ("Bron van", "onbekend")]
    assert [link for link in links(response) if link in TAKE_ALONG] == TAKE_ALONG


def test_advies_list_offers_help_when_an_advies_is_sensitive(client):
    make_advies()
    assert not offers_help(client.get(URL))

    make_advies().themes.add(make_theme(sensitive=True))
    assert offers_help(client.get(URL))


@pytest.mark.parametrize("size", [1, 3, 40])
def test_advies_list_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    for _ in range(size):
        fill(make_advies())

    # Adviezen, news, agreements, deadlines, sources, parties, answers, judgements, report; what can be chosen.
    with django_assert_num_queries(20):
        response = client.get(URL)

    assert len(rows(response)) == size


def test_advies_list_asks_no_more_queries_for_more_news(client, django_assert_num_queries):
    fill(make_advies(), news=60)

    with django_assert_num_queries(20):
        client.get(URL)


def fill(advies, news=2):
    make_responsibility(advies)
    make_check(advies)
    make_assessment(advies).sources.create(title="Testbron")
    for _ in range(news):
        item = make_news(advies)
        item.sources.create(title="Testbron")
        make_deadline(make_agreement(item))


@pytest.mark.parametrize("question", ["?page=0", "?page=x&sort=%00", "?=&&;%ff", "?number=99999999999999999999"])
def test_advies_list_does_not_mind_a_nonsense_question(client, question):
    make_advies(number=1, short_name="Test")

    assert rows(client.get(URL + question)) == rows(client.get(URL))


def test_advies_list_refuses_to_be_written_to(client):
    assert client.post(URL).status_code == 405

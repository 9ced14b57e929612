"""What was asked of one party: whose adviezen these are, what happened, and what the party says itself."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_check,
    make_deadline,
    make_news,
    make_organisation,
    make_responsibility,
    make_statement,
    make_theme,
)
from tests.pages import links, main, offers_help, rows, texts

pytestmark = pytest.mark.django_db
URL = "/adviezen/voor/partij/"
NAMED = "Een bron noemt deze partij"
OTHER = "Dit lezen wij uit de tekst, of de partij is alleen als partner genoemd"
SAYS = "Wat deze partij zelf zegt"
NOT_COUNTED = "Hier tellen wij geen stilte: wij vonden geen bron die zegt dat deze partij dit moet uitvoeren."
NOTHING_NOW = "Er is nu niets aan deze partij gevraagd. Eerder wel: kies onderaan een eerdere dag."
NOTHING_THEN = "Op die dag was er niets aan deze partij gevraagd. Bekijk de stand van vandaag"
NO_NEWS, NO_AGREEMENT = "Geen nieuws met datum gevonden.", "Geen afspraak met een datum gevonden."
UNCHECKED = "Nog niet nagekeken: dat ligt aan ons."


@pytest.fixture
def party():
    group = make_organisation(name="Groep", slug="groep")
    return make_organisation(name="Partij", slug="partij", parent=group)


def titles(response) -> list[str]:
    return [row[0] for row in rows(response)]


def asked(number: int, organisation, **kwargs):
    return make_responsibility(make_advies(number=number, short_name="Test"), organisation=organisation, **kwargs)


def test_party_page_tells_what_a_source_asks_apart_from_what_we_read(client, party):
    asked(3, party)
    asked(2, party, basis="afgeleid")
    asked(4, party, role="betrokken", basis="rapport")
    asked(1, party, basis="rapport")

    response = client.get(URL)

    assert texts(response, "h1") == ["Wat is er gevraagd aan Partij"]
    assert texts(response, "h2") == [NAMED, OTHER, SAYS]
    assert rows(response) == [
        ["1. Test", "Partij", f"{UNCHECKED} {NO_NEWS}", NO_AGREEMENT, "Nog niet beoordeeld"],
        ["3. Test", "Partij", f"{UNCHECKED} {NO_NEWS}", NO_AGREEMENT, "Nog niet beoordeeld"],
        ["2. Test", "Partij*", f"{NO_NEWS} Nog niet nagekeken.", NO_AGREEMENT, "Nog niet beoordeeld"],
        [
            "4. Test",
            "onbekend Samen met: Partij",
            f"{NO_NEWS} Nog niet nagekeken.",
            NO_AGREEMENT,
            "Nog niet beoordeeld",
        ],
    ]
    assert NOT_COUNTED in texts(response, "p")


def test_party_page_has_what_is_asked_of_the_group_and_of_the_members(client, party):
    member = make_organisation(parent=make_organisation(parent=party))
    asked(1, party.parent)
    asked(2, member)
    asked(3, make_organisation(parent=party.parent))
    asked(4, make_organisation())

    assert titles(client.get(URL)) == ["1. Test", "2. Test"]


@pytest.mark.parametrize(("own", "group", "expected"), [("titel", "afgeleid", NAMED), ("afgeleid", "titel", OTHER)])
def test_party_page_goes_by_what_is_said_of_the_party_itself(client, party, own, group, expected):
    advies = asked(1, party, basis=own).advies
    make_responsibility(advies, organisation=party.parent, basis=group)

    response = client.get(URL)

    assert (titles(response), texts(response, "h2")) == (["1. Test"], [expected, SAYS])


def test_party_page_says_once_on_which_day_all_was_checked(client, party):
    for number in (1, 2):
        advies = asked(number, party).advies
        make_check(advies)
        make_news(advies, title="Zonder datum")

    response = client.get(URL)

    assert main(response).count("Nagekeken op 22 november 2026.") == 1


def test_party_page_says_of_each_on_which_day_it_was_checked_where_they_differ(client, party):
    day = date(2021, 5, 6)
    for number, checked_on in ((1, date(2026, 11, 21)), (2, date(2026, 11, 22))):
        advies = asked(number, party, basis="afgeleid").advies
        make_check(advies, checked_on=checked_on)
        make_news(advies, title="Nieuws", date_from=day, date_to=day, precision="dag", known_on=day)

    assert [row[2] for row in rows(client.get(URL))] == [
        "6 mei 2021: Nieuws. Nagekeken op 21 november 2026.",
        "6 mei 2021: Nieuws. Nagekeken op 22 november 2026.",
    ]


def test_party_page_shows_what_the_party_says_newest_first(client, party):
    advies = asked(1, party).advies
    make_statement(organisation=party, text="Over alles.", known_on=date(2021, 1, 1))
    make_statement(organisation=party, text="Over één.", known_on=date(2022, 1, 1), advies=advies)
    make_statement(organisation=party, text="Concept.", published_at=None)
    make_statement(organisation=party, text="Over concept.", advies=make_advies(published_at=None))
    make_statement(organisation=party.parent, text="Van de groep.")

    response = client.get(URL)

    assert texts(response, "blockquote") == ["Over één.", "Over alles."]
    assert "Over Advies 1: Test:" in texts(response, "p")


def test_party_page_without_a_statement_says_so(client, party):
    asked(1, party)

    assert (
        "Hier staat nog geen verklaring van deze partij zelf. Op de pagina van een advies lees je of wij om een "
        "reactie vroegen."
    ) in texts(client.get(URL), "p")


def test_party_page_of_an_earlier_day_tells_of_that_day(client, party):
    asked(1, party, known_on=date(2021, 1, 1))
    asked(2, party, known_on=date(2021, 1, 3))
    make_statement(organisation=party, known_on=date(2021, 1, 3))

    response = client.get(URL, {"stand": "2021-01-02"})

    assert (titles(response), texts(response, "blockquote")) == (["1. Test"], [])
    assert [link for link in links(response) if "/voor/" in link] == [URL, f"{URL}?stand=2021-01-02"]


def test_party_page_before_anything_was_asked_says_so(client, party):
    asked(1, party)

    response = client.get(URL, {"stand": "2020-11-29"})

    assert (titles(response), NOTHING_THEN in texts(response, "p")) == ([], True)


@pytest.mark.parametrize("stand", ["2999-01-01", "gisteren", "\0", "x" * 10_000])
def test_party_page_of_a_day_that_cannot_be_shown_is_that_of_today(client, party, stand):
    asked(1, party)

    response = client.get(URL, {"stand": stand})

    assert (response.status_code, titles(response)) == (200, ["1. Test"])
    assert "Je ziet de stand van vandaag." in main(response)


def test_party_page_stays_when_nothing_is_asked_any_more(client, party):
    wrong = asked(1, party)
    correction = {"role": "ingetrokken", "supersedes": wrong, "known_on": date(2021, 1, 1)}
    make_responsibility(wrong.advies, organisation=party, **correction)
    asked(2, party, date_to=date(2021, 1, 1))

    response = client.get(URL)

    assert (titles(response), texts(response, "h2"), NOTHING_NOW in texts(response, "p")) == ([], [SAYS], True)
    assert titles(client.get(URL, {"stand": "2020-12-31"})) == ["1. Test", "2. Test"]


def test_party_page_of_who_was_archived_stays(client, party):
    party.archived_at = datetime(2021, 1, 1, tzinfo=UTC)
    party.save()
    asked(1, party)

    response = client.get(URL)

    assert (response.status_code, titles(response)) == (200, ["1. Test"])
    assert "/organisaties/partij/" not in links(response)


def test_party_page_offers_help_where_an_advies_is_about_something_sensitive(client, party):
    responsibility = asked(1, party)
    assert not offers_help(client.get(URL))

    responsibility.advies.themes.add(make_theme(sensitive=True))

    assert offers_help(client.get(URL))


@pytest.mark.parametrize("size", [1, 3, 40])
def test_party_page_asks_a_fixed_number_of_queries(client, django_assert_num_queries, party, size):
    for number in range(1, size + 1):
        advies = asked(number, party).advies
        make_responsibility(advies)
        make_check(advies)
        news = make_news(advies)
        news.sources.create(title="Testbron")
        make_deadline(make_agreement(news))
        make_assessment(advies)
        make_statement(organisation=party, advies=advies)

    # The party and its family, what is asked of them, the adviezen with all that is told of them, the statements; the
    # menu, words and help lines of every page.
    with django_assert_num_queries(19):
        response = client.get(URL)

    assert len(rows(response)) == len(texts(response, "blockquote")) == size


def test_party_page_refuses_to_be_written_to(client, party):
    asked(1, party)

    assert client.post(URL).status_code == 405

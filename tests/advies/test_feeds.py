"""The Atom feeds of the adviezen: all, one, and what was asked of one party."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest

from tests.advies.feeds import ALL, ATOM, DAY, entries, feed_for, feed_of, told
from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_check,
    make_deadline,
    make_news,
    make_organisation,
    make_report,
    make_response,
    make_responsibility,
    make_statement,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]


EDITED = datetime(2026, 12, 1, 9, tzinfo=UTC)
ARCHIVED = {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}
NOT_PUBLIC = pytest.mark.parametrize(
    "hidden", [{"published_at": None}, {"published_at": datetime(2200, 1, 1, tzinfo=UTC)}, ARCHIVED]
)


@pytest.mark.parametrize("basis", ["titel", "afgeleid"])
def test_feed_has_no_word_for_silence(client, advies, basis):
    party = make_responsibility(advies, organisation=make_organisation(name="Partij"), basis=basis).organisation
    make_response(advies, organisation=party, answer="geen_antwoord", asked_on=date(2024, 1, 2))
    make_news(advies, **DAY)
    make_check(advies, checked_on=date(2026, 11, 22))

    for address in (ALL, feed_of(advies), feed_for(party)):
        assert told(client, "title", address)[0] == "Gevraagd aan Partij: een reactie op advies 4"
        assert told(client, "summary", address)[0] == "<p>Advies 4: Vier.</p><p>Gevraagd op 2 januari 2024.</p>"
        text = client.get(address).content.decode().lower()
        assert [word for word in ("antwoord", "staat stil", "maanden", "kabbelt", "nagekeken") if word in text] == []


def test_newest_known_stands_first(client, advies):
    party = make_responsibility(advies).organisation
    make_news(advies, title="Oud", known_on=date(2020, 1, 1), changed_at=EDITED)
    make_news(advies, title="Nieuw", known_on=date(2024, 1, 1))
    make_assessment(advies, known_on=date(2023, 1, 1))
    make_response(advies, organisation=party, known_on=date(2022, 1, 1))
    make_statement(known_on=date(2021, 1, 1))

    kinds = [guid.rpartition("#")[2].partition("-")[0] for guid in told(client, "id")]

    assert kinds == ["news", "assessment", "response", "statement", "news"]


def test_feed_has_the_fifty_newest(client, advies):
    for year in range(1970, 2020):
        make_news(advies, title=str(year), known_on=date(year, 1, 1))
    agreement = make_agreement(make_news(advies, title="Plan", known_on=date(1960, 1, 1)))
    for year in range(2000, 2004):
        make_deadline(agreement, known_on=date(year, 6, 1))

    titles = told(client, "title")

    assert (len(titles), titles[0], titles[-1]) == (50, "Besluit: 2019", "Besluit: 1974")
    assert len([title for title in titles if title.startswith(("Geen datum", "Nieuwe afspraak"))]) == 4


def test_feed_of_an_advies_tells_of_that_one(client, advies):
    other = make_advies(number=1, short_name="Een", slug="een")
    make_news(advies, other, title="Van beide")
    make_news(other, title="Van de ander")
    make_assessment(other)
    make_statement(advies=other)
    make_statement()
    make_response(other, organisation=make_responsibility(other).organisation)
    make_deadline(make_agreement(make_news(other)))

    [entry] = entries(client, feed_of(advies))

    assert (entry["title"], entry["link"]) == ("Besluit: Van beide", "https://portaal.test/adviezen/4-vier/")
    # The same entry, wherever it is read.
    assert "Advies 1: Een; Advies 4: Vier" in entry["summary"]


def test_feed_of_a_party_tells_what_was_asked_of_it_its_group_and_its_members(client):
    group = make_organisation(name="Groep")
    party = make_organisation(name="Partij", parent=group)
    member, stranger, sister = (
        make_organisation(name=name, parent=parent)
        for name, parent in (("Lid", party), ("Ander", None), ("Zus", group))
    )
    for number, organisation in enumerate((party, group, member, stranger, sister), 1):
        advies = make_advies(number=number)
        make_responsibility(advies, organisation=organisation)
        make_news(advies, title=organisation.name, known_on=date(2030 - number - 10, 1, 1))
    make_statement(organisation=stranger, text="Van een ander.")
    make_statement(organisation=party, text="Van de partij.", known_on=date(2010, 1, 1))

    assert told(client, "title", feed_for(party)) == [
        "Besluit: Partij",
        "Besluit: Groep",
        "Besluit: Lid",
        "Partij zegt zelf",
    ]
    assert told(client, "link", feed_for(party))[-1] == f"https://portaal.test/adviezen/voor/{party.slug}/"


@pytest.mark.parametrize("kind", ["all", "advies", "party"])
def test_feed_is_atom_in_dutch_under_its_own_address(client, advies, kind):
    party = make_responsibility(advies, organisation=make_organisation(name="Partij", slug="partij")).organisation
    title, home, address = {
        "all": ("De twaalf adviezen", "/adviezen/", ALL),
        "advies": ("Advies 4: Vier", "/adviezen/4-vier/", feed_of(advies)),
        "party": ("Adviezen voor Partij", "/adviezen/voor/partij/", feed_for(party)),
    }[kind]

    response = client.get(address, headers={"host": "elders.test"})

    feed = ElementTree.fromstring(response.content)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
    assert [(part.tag.removeprefix(ATOM), part.text or part.get("href")) for part in feed][:4] == [
        ("title", title),
        ("link", f"https://portaal.test{home}"),
        ("link", f"https://portaal.test{address}"),
        ("id", f"https://portaal.test{home}"),
    ]
    assert "elders.test" not in response.content.decode()
    assert client.post(address).status_code == 405
    assert client.get(home).status_code == 200


def test_feed_without_entries_is_empty(client):
    assert entries(client) == []


@NOT_PUBLIC
def test_feed_keeps_silent_about_what_is_not_public(client, advies, hidden):
    hidden_advies = make_advies(number=5, short_name="Verborgen", **hidden)
    party = make_responsibility(hidden_advies).organisation
    make_deadline(make_agreement(make_news(hidden_advies)))
    make_assessment(hidden_advies)
    make_response(hidden_advies, organisation=party)
    make_statement(advies=hidden_advies)
    make_statement(**hidden)
    news = make_news(advies, title="Verborgen", **hidden)
    make_deadline(make_agreement(news))
    make_news(advies, hidden_advies, title="Openbaar")

    assert told(client, "title") == ["Besluit: Openbaar"]
    assert "Verborgen" not in told(client, "summary")[0]


def test_feed_keeps_silent_about_what_is_not_known_yet(client, advies):
    tomorrow = date(2026, 12, 3)
    make_assessment(advies, known_on=tomorrow)
    make_response(advies, organisation=make_responsibility(advies).organisation, known_on=tomorrow)
    agreement = make_agreement(make_news(advies, title="Nieuws"), title="Plan")
    make_deadline(agreement)
    make_deadline(agreement, known_on=tomorrow)
    make_news().bearings.create(advies=advies, known_on=tomorrow)

    assert told(client, "title") == ["Besluit: Nieuws", "Nieuwe afspraak: Plan"]


def test_feed_keeps_silent_while_the_report_is_a_draft(client):
    advies = make_advies(report=make_report(published_at=None))
    make_news(advies)

    assert (entries(client), entries(client, feed_of(advies))) == ([], [])


def test_feed_keeps_silent_about_parties_that_were_never_public(client, advies):
    party = make_responsibility(advies, organisation=make_organisation(published_at=None)).organisation
    make_response(advies, organisation=party)
    make_statement(organisation=party)

    assert entries(client) == []
    assert client.get(feed_for(party)).status_code == 404


@pytest.mark.parametrize("size", [1, 12])
@pytest.mark.parametrize(("kind", "queries"), [("all", 11), ("advies", 12), ("party", 16)])
def test_feed_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size, kind, queries):
    party = make_organisation()
    for _ in range(size):
        advies = make_advies()
        fill(advies, party)
    address = {"all": ALL, "advies": feed_of(advies), "party": feed_for(party)}[kind]

    # Adviezen; news, its sources and adviezen; dates, the dates before and their adviezen; judgements, their sources;
    # answers; statements. First the advies itself; or the party, whether it was
    # ever asked anything, and what is asked of it: two queries each.
    with django_assert_num_queries(queries):
        response = client.get(address)

    assert response.content.count(b"<entry>") >= 6


def fill(advies, party):
    make_responsibility(advies, organisation=party)
    news = make_news(advies)
    news.sources.create(title="Testbron")
    agreement = make_agreement(news)
    make_deadline(agreement)
    make_deadline(agreement)
    make_assessment(advies).sources.create(title="Testbron")
    make_response(advies, organisation=party)
    make_statement(organisation=party, advies=advies)

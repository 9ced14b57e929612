"""What parties say themselves, what they answered, and what somebody judged: on the page of an advies."""

from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.factories import (
    make_advies,
    make_assessment,
    make_organisation,
    make_response,
    make_responsibility,
    make_statement,
)
from tests.pages import facts, links, texts

pytestmark = pytest.mark.django_db
FUTURE = datetime(2999, 1, 1, tzinfo=UTC)
ANSWERED = "Wat deze partij ervan vindt: {}."
ASKED = {"answer": "geen_antwoord", "asked_on": date(2026, 1, 2)}
OPINIONS = "Wat partijen zelf zeggen"


@pytest.fixture(autouse=True)
def _on_one_day():
    with clock.fixed_at(datetime(2026, 11, 23, 12, tzinfo=UTC)):
        yield


def answer(client, advies, question=""):
    """The last line that tells what the only party answered."""
    told = dict(facts(client.get(advies.get_absolute_url() + question)))["Aan wie"]
    return "Wat deze partij" + told.partition("Wat deze partij")[2].partition(" Welke partij")[0]


@pytest.mark.parametrize(
    ("basis", "response", "told"),
    [
        ("titel", None, "nog niet gevraagd"),
        ("titel", {"answer": "neemt_over"}, "neemt het over"),
        ("titel", {"answer": "deels"}, "neemt het deels over"),
        ("titel", {"answer": "niet_over", "asked_on": date(2026, 1, 2)}, "neemt het niet over"),
        ("titel", ASKED, "geen antwoord, gevraagd op 2 januari 2026"),
        ("rapport", ASKED, "geen antwoord, gevraagd op 2 januari 2026"),
        ("afgeleid", None, "nog niet gevraagd"),
        ("afgeleid", {"answer": "niet_over"}, "neemt het niet over"),
        ("afgeleid", ASKED, "gevraagd op 2 januari 2026"),
    ],
)  # fmt: skip
def test_answer_of_a_party_is_told_and_silence_only_of_who_was_named_and_asked(client, basis, response, told):
    advies = make_advies()
    party = make_responsibility(advies, basis=basis).organisation
    if response:
        make_response(advies, organisation=party, **response)

    assert answer(client, advies) == ANSWERED.format(told)


def test_last_answer_by_the_day_holds(client):
    advies = make_advies()
    party = make_responsibility(advies).organisation
    make_response(advies, organisation=party, answer="neemt_over", known_on=date(2024, 1, 1))
    make_response(advies, organisation=party, answer="niet_over", known_on=date(2023, 1, 1))
    make_response(advies, organisation=party, answer="deels", known_on=date(2024, 1, 1))
    make_response(advies, answer="niet_over", known_on=date(2025, 1, 1))

    days = ["2022-12-31", "2023-01-01", "2023-12-31", "2024-01-01"]
    found = [answer(client, advies, f"?stand={day}") for day in days]

    words = ["nog niet gevraagd", "neemt het niet over", "neemt het niet over", "neemt het deels over"]
    assert found == [ANSWERED.format(told) for told in words]


def test_parties_with_different_answers_each_have_their_own(client):
    advies = make_advies()
    for name, values in [("Een", {"answer": "deels"}), ("Twee", None)]:
        party = make_organisation(name=name)
        make_responsibility(advies, organisation=party, note=f"Noot bij {name}.")
        if values:
            make_response(advies, organisation=party, **values)

    assert texts(client.get(advies.get_absolute_url()), "dd")[0] == (
        "Een Wat deze partij ervan vindt: neemt het deels over Noot bij Een. "
        "Twee Wat deze partij ervan vindt: nog niet gevraagd Noot bij Twee. "
        "Gevraagd om dit te doen; staat in de titel van het advies. "
        "Welke partij het rapport zelf bij dit advies noemt, is onbekend."
    )


def test_parties_on_different_grounds_each_have_their_own(client):
    advies = make_advies()
    make_responsibility(advies, organisation=make_organisation(name="Een"), role="opdracht")
    make_responsibility(advies, organisation=make_organisation(name="Twee"), basis="afgeleid")

    assert texts(client.get(advies.get_absolute_url()), "dd")[0] == (
        "Een (gevraagd om dit te regelen; staat in de titel van het advies) "
        "Twee (gevraagd om dit te doen; wij lezen dit uit de tekst) "
        "Wat deze partijen ervan vinden: nog niet gevraagd. "
        "Welke partij het rapport zelf bij dit advies noemt, is onbekend."
    )


def test_statements_stand_beside_ours_newest_first(client):
    advies = make_advies()
    party = make_organisation(name="Partij")
    make_statement(advies=advies, organisation=party, text="Oud <woord>.", source_title="Brief")
    make_statement(
        advies=advies, organisation=party, text="Nieuw.", known_on=date(2024, 5, 6), source_title="Site",
        source_url="https://voorbeeld.test/verklaring",
    )  # fmt: skip
    make_statement(organisation=party, text="Over alles.")
    make_statement(advies=make_advies(), organisation=party, text="Over een ander.")

    response = client.get(advies.get_absolute_url())

    assert texts(response, "h2")[-2] == OPINIONS
    assert texts(response, "blockquote")[1:] == ["Nieuw.", "Oud <woord>."]
    told = ["Partij, 6 mei 2024. Bron: Site", "Partij, 1 januari 2021. Bron: Brief"]
    assert texts(response, "figcaption")[1:] == told
    assert "https://voorbeeld.test/verklaring" in links(response)


def test_statement_that_is_not_public_yet_is_not_shown(client):
    advies = make_advies()
    make_statement(advies=advies, published_at=None)
    make_statement(advies=advies, published_at=FUTURE)
    make_statement(advies=advies, organisation=make_organisation(published_at=None))
    make_statement(advies=advies, known_on=date(2024, 1, 1), text="Later.")

    before, after = (client.get(f"{advies.get_absolute_url()}?stand={day}") for day in ("2023-12-31", "2024-01-01"))

    assert [texts(page, "blockquote")[1:] for page in (before, after)] == [[], ["Later."]]
    assert [OPINIONS in texts(page, "h2") for page in (before, after)] == [False, True]


def test_judgement_is_signed_dated_and_sourced(client):
    advies = make_advies()
    judged = make_assessment(
        advies, verdict="deels", reason="Een <deel> staat er.", signed_name="T. Test",
        organisation=make_organisation(name="Bureau"), known_on=date(2026, 3, 4),
    )  # fmt: skip
    judged.sources.create(title="Testbron", url="https://voorbeeld.test/oordeel")
    judged.sources.create(title="Papier")

    response = client.get(advies.get_absolute_url())

    assert dict(facts(response))["Oordeel"] == (
        "Deels uitgevoerd Een <deel> staat er. Beoordeeld door T. Test, die hoort bij Bureau, op 4 maart 2026. "
        "Bronnen Testbron Papier"
    )
    assert "https://voorbeeld.test/oordeel" in links(response)


def test_last_judgement_by_the_day_holds(client):
    advies = make_advies()
    for verdict, day in [("uitgevoerd", 3), ("niet_gestart", 1), ("gestart", 2), ("vervallen", 3)]:
        make_assessment(advies, verdict=verdict, known_on=date(2024, 1, day))

    found = [
        dict(facts(client.get(f"{advies.get_absolute_url()}?stand={day}")))["Oordeel"].partition(" Een test.")[0]
        for day in ("2023-12-31", "2024-01-01", "2024-01-02", "2024-01-03")
    ]

    assert found == ["nog niet beoordeeld", "Geen start gevonden", "Gestart", "Niet meer van toepassing"]


def test_advies_that_was_judged_done_has_come_to_its_end(client):
    advies = make_advies()
    make_assessment(advies, verdict="uitgevoerd", known_on=date(2024, 1, 1))

    before, after = (client.get(f"{advies.get_absolute_url()}?stand={day}") for day in ("2023-12-31", "2024-01-01"))

    assert [texts(page, "strong")[0] for page in (before, after)] == [
        "Nog niet nagekeken: dat ligt aan ons.", "Afgerond, volgens een ondertekend oordeel.",
    ]  # fmt: skip

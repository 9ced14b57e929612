"""Checks, and what parties say themselves: added once, and then as they were."""

from datetime import date

import pytest

from advies.models import Check, Response, Statement
from tests import factories as make
from tests.advies.back_office.entry import TODAY
from tests.advies.back_office.forms import add, faults
from tests.advies.back_office.stored import values
from tests.stroomop.back_office.staff import save, url

pytestmark = pytest.mark.django_db


def test_check_is_of_today(client, editor):
    advies = make.make_advies()

    assert add(client, Check, advies=advies.pk, note="Een test.", checked_on="2020-01-01").status_code == 302
    again = add(client, Check, advies=advies.pk)

    assert faults(again) == [{"advies": ["Dit advies is vandaag al nagekeken."]}]
    assert values(Check.objects, "checked_on", "note", "checked_by") == [(TODAY, "Een test.", editor.pk)]


def test_check_without_an_advies_is_refused(client, editor):
    assert faults(add(client, Check)) == [{"advies": ["Dit veld is verplicht."]}]


def answer(client, party, **changes):
    data = {"advies": party.advies_id, "organisation": party.organisation_id, "answer": "deels"}
    return add(client, Response, **data | {"text": "Wij doen een test.", "asked_on": "2026-10-01"} | changes)


@pytest.fixture
def party(editor):
    return make.make_responsibility(make.make_advies())


def test_answer_of_a_party_is_known_today(client, party):
    make.make_response(party.advies, organisation=party.organisation, known_on=date(2021, 1, 1))

    assert answer(client, party).status_code == 302

    assert values(Response.objects, "organisation", "answer", "asked_on", "text", "known_on") == [
        (party.organisation_id, "neemt_over", None, "", date(2021, 1, 1)),
        (party.organisation_id, "deels", date(2026, 10, 1), "Wij doen een test.", TODAY),
    ]


SILENT = "Zeg op welke dag het gevraagd is: wie niets is gevraagd, zwijgt niet."


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"answer": "geen_antwoord", "asked_on": ""}, {"asked_on": [SILENT]}),
        ({"asked_on": "2026-11-02"}, {"asked_on": ["Deze dag moet nog komen."]}),
        ({"answer": "geen_antwoord", "asked_on": "ooit"}, {"asked_on": ["Voer een geldige datum in."]}),
        ({"advies": ""}, {"advies": ["Dit veld is verplicht."]}),
    ],
)
def test_fault_in_an_answer_is_told_at_its_field(client, party, changes, errors):
    assert faults(answer(client, party, **changes)) == [errors]
    assert Response.objects.count() == 0


def test_who_is_no_party_answers_nothing(client, party):
    page = answer(client, party, organisation=make.make_organisation().pk)

    assert faults(page) == [{"organisation": ["Deze organisatie staat niet bij dit advies."]}]


def test_given_answer_can_only_be_looked_at(client, party):
    response = make.make_response(party.advies, organisation=party.organisation)

    page = client.get(url(Response, "change", response.pk))

    assert 'name="_save"' not in page.text
    assert "22 november 2026" in page.text
    assert client.post(url(Response, "change", response.pk), {"answer": "deels"}).status_code == 403
    assert client.post(url(Response, "delete", response.pk), {"post": "yes"}).status_code == 403


def test_statement_keeps_whose_it_is_and_since_when(client, editor):
    statement = make.make_statement()
    other, advies = make.make_organisation(), make.make_advies()

    saved = save(client, statement, organisation=other.pk, advies=advies.pk, known_on="2019-01-01", text="Zonder fout.")

    assert (saved.text, saved.known_on, saved.advies, saved.organisation == other) == (
        "Zonder fout.", date(2021, 1, 1), None, False
    )  # fmt: skip
    assert client.get(url(Statement, "delete", statement.pk)).status_code == 403


def test_new_statement_is_known_from_its_publication(client, editor):
    data = {"organisation": make.make_organisation().pk, "text": "Een test.", "source_title": "Testbron"}

    add(client, Statement, "_schedule", **{"publiceer-moment": "2099-10-30T12:00"}, **data)

    assert values(Statement.objects, "known_on") == [(date(2099, 10, 30),)]

"""The dates of a promise: what was public stays, and the next one comes below it with a reason."""

from datetime import date

import pytest

from advies.models import Agreement, Deadline
from tests import factories as make
from tests.advies.back_office.entry import TODAY
from tests.advies.back_office.forms import add, faults, post
from tests.advies.back_office.stored import row_counts, values
from tests.pages import words
from tests.stroomop.back_office.staff import form_data, save, url

pytestmark = pytest.mark.django_db
DATES = ("number", "kind", "date_from", "date_to", "precision", "wording", "reason", "known_on")
FIRST = (1, "datum", date(2021, 9, 1), date(2021, 11, 30), "seizoen", "najaar", "", date(2021, 1, 1))


def make_promise(**kwargs):
    agreement = make.make_agreement(make.make_news(make.make_advies(), **kwargs), title="Testplan")
    make.make_deadline(
        agreement, date_from=FIRST[2], date_to=FIRST[3], precision="seizoen", wording="najaar"
    )  # fmt: skip
    return agreement


@pytest.fixture
def agreement(editor):
    return make_promise()


def next_date(**kwargs):
    return {f"deadlines-2-0-{name}": value for name, value in kwargs.items()}


def test_next_date_comes_below_the_first_with_its_reason(client, agreement):
    source = {"source_title": "Testbrief", "source_url": "https://bron.test/"}

    save(client, agreement, **next_date(date_from="2021-12-31", reason="Het kost meer tijd.", **source))
    save(client, agreement, **next_date(reason="Niemand noemt nog een datum."))

    assert values(agreement.deadlines, *DATES) == [
        FIRST,
        (2, "datum", date(2021, 12, 31), date(2021, 12, 31), "dag", "", "Het kost meer tijd.", TODAY),
        (3, "datum", None, None, "", "", "Niemand noemt nog een datum.", TODAY),
    ]


REASON = "Zeg waarom de datum verandert."


@pytest.mark.parametrize(
    ("row", "errors"),
    [
        ({"date_from": "2021-12-31"}, {"reason": [REASON]}),
        ({"kind": "nagekomen"}, {"reason": [REASON]}),
        (
            {"date_from": "2021-12-31", "date_to": "2021-12-30", "reason": "Een test."},
            {"date_to": ["Het einde ligt voor het begin."]},
        ),
        (
            {"precision": "maand", "reason": "Een test."},
            {"date_from": ["Vul hier de eerste dag in, of kies 'op de dag' als je niets weet."]},
        ),
        ({"reason": "Een test.", "source_url": "javascript:1"}, {"source_url": ["Voer een geldige URL in."]}),
    ],
)
def test_fault_in_a_date_is_told_at_its_field(client, agreement, row, errors):
    before = row_counts()

    page = post(client, agreement, **next_date(**row))

    assert faults(page) == [errors]
    assert row_counts() == before


def test_promise_that_has_ended_gets_no_new_date(client, agreement):
    make.make_deadline(agreement, kind="nagekomen")

    page = post(client, agreement, **next_date(date_from="2022-01-01", reason="Een test."))

    assert faults(page) == [{"kind": ["Deze afspraak is al nagekomen."]}]


def test_dates_that_were_public_are_shown_and_stay(client, agreement):
    pk = agreement.deadlines.get().pk
    row = {"deadlines-0-id": pk, "deadlines-0-date_from": "2030-01-01", "deadlines-0-DELETE": "on"}

    page = client.get(url(Agreement, "change", agreement.pk))
    save(client, agreement, promised_by="Een ander", news="", **row)

    assert "najaar nieuwe datum 1 januari 2021" in words(page.text).replace("- ", "")
    assert values(agreement.deadlines, *DATES) == [FIRST]
    assert (agreement.promised_by, client.get(url(Agreement, "delete", agreement.pk)).status_code) == ("", 403)


def test_typo_in_a_public_promise_is_mended(client, agreement):
    assert save(client, agreement, title="Beter").title == "Beter"


def test_draft_of_a_promise_can_change_and_go(client, editor):
    agreement = make_promise(published_at=None, known_on=None)

    save(client, agreement, promised_by="Testministerie", **{"deadlines-0-wording": "herfst"})
    assert values(agreement.deadlines, "wording") == [("herfst",)]
    save(client, agreement, **{"deadlines-0-DELETE": "on"})
    client.post(url(Agreement, "delete", agreement.pk), {"post": "yes"})

    assert Agreement.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({}, (1, "datum", None, None, "", "", "", TODAY)),
        (
            {"date_from": "2027-01-01", "precision": "jaar", "wording": "in 2027"},
            (1, "datum", date(2027, 1, 1), date(2027, 12, 31), "jaar", "in 2027", "", TODAY),
        ),
    ],
    ids=["unknown", "year"],
)
def test_new_promise_has_a_first_date(client, editor, typed, kept):
    news = make.make_news()
    row = {f"deadlines-0-{name}": value for name, value in typed.items()}

    response = add(client, Agreement, news=news.pk, title="Testplan", **row)

    assert response.status_code == 302
    assert values(Agreement.objects, "news", "title", "promised_by") == [(news.pk, "Testplan", "")]
    assert values(Deadline.objects, *DATES) == [kept]


def test_list_tells_the_date_that_holds_and_those_before(client, agreement):
    make.make_deadline(agreement, date_from=date(2099, 12, 31), date_to=date(2099, 12, 31), precision="dag")
    make.make_agreement(agreement.news, title="Zonder datum")

    page = client.get(url(Agreement, "changelist")).text

    assert "31 december 2099" in page
    assert "eerst genoemd: najaar" in page


@pytest.mark.parametrize("right", ["view_agreement", "change_agreement"])
def test_rows_ask_the_right_of_what_they_belong_to(client, staff, right):
    agreement = make_promise()
    staff(right)

    page = client.get(url(Agreement, "change", agreement.pk))
    answer = client.post(
        url(Agreement, "change", agreement.pk), form_data(client, url(Agreement, "change", agreement.pk))
        | next_date(reason="Een test.")
    )  # fmt: skip

    assert "najaar" in page.text
    assert (answer.status_code, agreement.deadlines.count()) == ((302, 2) if right == "change_agreement" else (403, 1))

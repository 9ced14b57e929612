"""What the list shows, as a file."""

import pytest
from django.utils.timezone import now

from projects.models import Organisation
from stroomop.lib.admin import exchange
from tests import factories as make
from tests.pages import links, main, words
from tests.stroomop.back_office.exchange.kit import one_of_each
from tests.stroomop.back_office.staff import url

pytestmark = pytest.mark.django_db
EXPORT = url(Organisation, "export")


def test_list_leads_there_with_its_filters(client, editor):
    page = client.get(url(Organisation, "changelist"), {"kind": "school"})

    assert {url(Organisation, "import"), f"{EXPORT}?kind=school"} <= set(links(page))


def test_page_tells_how_many_rows_and_that_drafts_are_in_it(client, editor):
    make.make_organisation(kind="school")
    make.make_organisation()

    everything, schools = (words(main(client.get(EXPORT, asked))) for asked in ({}, {"kind": "school"}))

    assert "In het bestand komen 2 rijen. Ook concepten staan erin." in everything
    assert "In het bestand komen 1 rij: wat de lijst met je filters laat zien." in schools


@pytest.mark.parametrize("asked", ["kind=school", "q=school", "status=concept"])
def test_file_holds_what_the_list_shows(client, editor, asked):
    make.make_organisation(name="Testschool", kind="school", published_at=None)
    make.make_organisation(name="Iets anders")

    text = client.post(f"{EXPORT}?{asked}", {"bestand": "csv"}).content.decode()

    assert ("Testschool" in text, "Iets anders" in text) == (True, False)


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [
        ("csv", "text/csv; charset=utf-8; header=present"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_file_has_a_name_with_its_day(client, editor, kind, content_type):
    response = client.post(EXPORT, {"bestand": kind})

    assert response.headers["Content-Disposition"] == f'attachment; filename="organisaties-2026-11-01.{kind}"'
    assert response.headers["Content-Type"] == content_type


def test_another_kind_of_file_is_none(client, editor):
    assert "Download voor Excel (XLSX)" in client.post(EXPORT, {"bestand": "exe"}).text


def test_filter_that_does_not_exist_leads_to_all(client, editor):
    assert client.get(EXPORT, {"parent__id__exact": "x"}).url == EXPORT


def test_more_rows_than_can_come_back_are_not_given(client, editor, monkeypatch):
    assert exchange.MOST_ROWS == 2_000
    monkeypatch.setattr(exchange, "MOST_ROWS", 1)
    for _ in range(2):
        make.make_organisation()

    page = client.post(EXPORT, {"bestand": "csv"})

    assert "Dat zijn er meer dan 2.000. Maak de lijst eerst korter met de filters" in words(main(page))


def test_text_that_no_sheet_can_hold_is_told(client, editor):
    make.make_organisation(description="x" * 40_000)

    assert "Een van de teksten is te lang voor Excel. Kies CSV." in client.post(EXPORT, {"bestand": "xlsx"}).text
    assert client.post(EXPORT, {"bestand": "csv"}).headers["Content-Disposition"]


def test_export_asks_as_much_however_many_there_are(client, editor, django_assert_num_queries):
    one_of_each()
    for _ in range(20):
        make.make_organisation(parent=Organisation.objects.first(), published_at=now())

    with django_assert_num_queries(8):
        client.post(EXPORT, {"bestand": "csv"})

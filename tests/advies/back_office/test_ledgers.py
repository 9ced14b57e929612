"""What stays once it is public: the parties of an advies, a report. New rows come below them."""

from datetime import date

import pytest

from advies.models import Advies, RelatedProject, RelatedPublication, Report, Responsibility
from tests import factories as make
from tests.advies.back_office.entry import TODAY
from tests.advies.back_office.forms import faults, post
from tests.advies.back_office.stored import values
from tests.stroomop.back_office.staff import save, url

pytestmark = pytest.mark.django_db


def test_correction_of_a_party_is_a_new_row(client, editor):
    advies, other = make.make_advies(), make.make_organisation()
    wrong, elsewhere = make.make_responsibility(advies), make.make_responsibility(make.make_advies())
    row = {"organisation": wrong.organisation_id, "role": "betrokken", "basis": "rapport", "supersedes": wrong.pk}

    page = client.get(url(Advies, "change", advies.pk))
    new = page.context["inline_admin_formsets"][1].formset.forms[0]
    assert list(new.fields["supersedes"].queryset) == [wrong]
    save(client, advies, **{f"responsibilities-2-0-{name}": value for name, value in row.items()})
    changed = {"responsibilities-0-id": wrong.pk, "responsibilities-0-organisation": other.pk}
    save(client, advies, **changed, **{"responsibilities-0-DELETE": "on"})

    names = ("organisation", "role", "basis", "supersedes", "known_on")
    assert values(Responsibility.objects.filter(advies=advies), *names) == [
        (wrong.organisation_id, "uitvoering", "titel", None, date(2020, 11, 30)),
        (wrong.organisation_id, "betrokken", "rapport", wrong.pk, TODAY),
    ]
    assert values(Responsibility.objects.filter(pk=elsewhere.pk), "role") == [("uitvoering",)]


@pytest.mark.parametrize(
    ("row", "errors"),
    [
        ({"role": "ingetrokken"}, {"__all__": ["Zeg welke regel ten onrechte bij het advies staat."]}),
        ({"role": "uitvoering"}, {"__all__": ["Deze partij staat al in deze rol bij het advies."]}),
        (
            {"role": "betrokken", "date_from": "2022-01-01", "date_to": "2021-01-01"},
            {"date_to": ["Het einde ligt voor het begin."]},
        ),
    ],
)
def test_fault_in_a_party_is_told(client, editor, row, errors):
    party = make.make_responsibility(make.make_advies())
    new = {"organisation": party.organisation_id, "basis": "titel", **row}

    page = post(client, party.advies, **{f"responsibilities-2-0-{name}": value for name, value in new.items()})

    assert faults(page) == [errors]
    assert Responsibility.objects.count() == 1


def test_party_of_a_draft_can_change(client, editor):
    party = make.make_responsibility(make.make_advies(published_at=None), date_from=date(2021, 1, 1))

    save(client, party.advies, "_save", **{"responsibilities-0-role": "betrokken"})

    assert values(Responsibility.objects, "role", "date_from") == [("betrokken", date(2021, 1, 1))]


def test_party_of_a_draft_can_change_with_its_publication(client, editor):
    party = make.make_responsibility(make.make_advies(published_at=None), date_from=date(2021, 1, 1))

    save(client, party.advies, "_publish", **{"responsibilities-0-role": "betrokken"})

    assert values(Responsibility.objects, "role", "date_from") == [("betrokken", date(2021, 1, 1))]
    assert party.advies.is_public


def test_period_of_a_party_is_told_in_words(client, editor):
    party = make.make_responsibility(make.make_advies(), date_from=date(2021, 1, 1))

    page = client.get(url(Advies, "change", party.advies_id))

    assert "vanaf 1 januari 2021, einde onbekend" in page.text


@pytest.mark.parametrize(("published_at", "known_on"), [(make.LONG_AGO, TODAY), (None, None)], ids=["public", "draft"])
def test_what_is_related_later_is_known_from_then(client, editor, published_at, known_on):
    advies = make.make_advies(published_at=published_at)
    project, publication = make.make_project(), make.make_publication()
    rows = {"related_projects-0-project": project.pk, "related_projects-0-why": "Een test."}
    rows |= {"related_publications-0-publication": publication.pk, "related_publications-0-why": "Een test."}

    save(client, advies, **rows)

    assert values(RelatedProject.objects, "project", "known_on") == [(project.pk, known_on)]
    assert values(RelatedPublication.objects, "publication", "known_on") == [(publication.pk, known_on)]


def test_number_of_an_advies_stays(client, editor):
    advies = make.make_advies(number=4)

    form = client.get(url(Advies, "change", advies.pk)).context["adminform"]

    assert sorted(form.readonly_fields) == ["number", "published_at", "report"]
    assert form.fieldsets[0][1]["fields"][:3] == ["report", "number", "short_name"]
    assert save(client, advies, number=5, short_name="Beter").number == 4


def test_dates_of_a_report_stay(client, editor):
    report = make.make_report()

    saved = save(client, report, date_from="2019-01-01", known_on="2019-01-01", text="<p>Beter.</p>")

    assert (saved.date_from, saved.known_on, saved.text) == (None, date(2020, 11, 30), "<p>Beter.</p>")
    assert client.get(url(Report, "delete", report.pk)).status_code == 403

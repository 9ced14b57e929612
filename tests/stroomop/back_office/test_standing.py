"""What stands above a form: how the item is now, and when something will happen to it by itself."""

from datetime import UTC, datetime

import pytest
from django.contrib import admin

from projects.models import Publication
from stroomop.drafts import publish, publish_due
from stroomop.lib import clock
from stroomop.models import Draft, DraftFile
from stroomop.worklist.changes import find_changes
from tests import factories as make
from tests.stroomop.back_office.staff import form_data, save, url
from tests.stroomop.back_office.test_drafts_faults import upload

pytestmark = pytest.mark.django_db
LATER = {"publiceer-moment": "2099-06-01T10:00"}
NEXT_CENTURY = datetime(2100, 1, 1, tzinfo=UTC)


def standing(client, item):
    return client.get(url(type(item), "change", item.pk)).context["standing"]


def test_form_tells_when_an_item_goes_by_itself(client, editor):
    project = make.make_project(archived_at=NEXT_CENTURY)

    assert standing(client, project).words.endswith("Het gaat er vanzelf af op 1 januari 2100 01:00.")


def test_form_keeps_the_moment_of_a_planned_change(client, editor):
    project = save(client, make.make_project(), "_schedule", **LATER)

    stands = standing(client, project)

    assert f"{stands.moment_form['moment'].value():%Y-%m-%d %H:%M}" == "2099-06-01 10:00"
    assert stands.saving.endswith("dan komt de wijziging niet meer vanzelf: plan haar dan opnieuw in.")
    assert find_changes(editor).things[0].note.endswith("Komt vanzelf op 1 juni 2099 10:00.")


def test_change_that_another_process_took_is_not_published_again(client, editor):
    project = save(client, make.make_project(name="Oud"), "_schedule", name="Nieuw", **LATER)
    seen_by_both = project.drafts.get()

    with clock.fixed_at(NEXT_CENTURY):
        assert publish_due() == (1, 0)
        assert publish(seen_by_both) is False


def test_preview_of_a_draft_that_can_not_be_published_says_why(client, editor):
    project = save(client, make.make_project(), "_save", name="Nieuw")
    draft = project.drafts.get()
    draft.data["name"] = [""]
    draft.save()

    page = client.get(url(type(project), "preview", project.pk), follow=True)

    assert [str(message) for message in page.context["messages"]][-1] == (
        "Zo kan het nog niet op de site. Dit veld is verplicht."
    )


def test_preview_of_what_is_archived_shows_it_as_it_was(client, editor):
    project = make.make_project(name="Testnaam", archived_at=datetime(2021, 1, 1, tzinfo=UTC))

    assert "<h1>Testnaam</h1>" in client.get(url(type(project), "preview", project.pk)).text


def test_preview_of_a_statement_about_all_is_the_page_of_the_party(db):
    statement = make.make_statement(advies=None)
    page = admin.site.get_model_admin(type(statement)).preview_path(statement)

    assert page == f"/adviezen/voor/{statement.organisation.slug}/"


def test_preview_of_a_statement_about_one_is_the_page_of_the_recommendation(db):
    statement = make.make_statement(advies=make.make_advies())
    page = admin.site.get_model_admin(type(statement)).preview_path(statement)

    assert page == statement.advies.get_absolute_url()


def test_preview_of_what_hangs_on_nothing_says_so(client, editor):
    page = client.get(url(type(item := make.make_experience(published_at=None)), "preview", item.pk), follow=True)

    assert [str(message) for message in page.context["messages"]] == ["Dit heeft geen eigen plek op de site."]


def test_new_file_takes_the_place_of_that_of_the_draft(client, editor):
    publication = save(client, make.make_publication(), "_save", file=upload())
    assert [str(Draft.objects.get()), str(DraftFile.objects.get())] == [
        f"concept van publicatie {publication.pk}",
        "test.pdf",
    ]
    other = b"%PDF-1.4\n% anders\n%%EOF\n"

    save(client, publication, "_publish", file=upload(other))

    with publication.file.open() as file:
        assert file.read() == other


def test_popup_gets_what_was_made_or_published_in_it(client, editor):
    organisation = make.make_organisation(name="Oud")
    address = url(type(organisation), "change", organisation.pk)
    new = {"name": "Testorganisatie", "slug": "testorganisatie", "kind": "overig", "_popup": "1", "_save": "Test"}

    changed = client.post(address, form_data(client, address) | {"name": "Nieuw", "_popup": "1", "_publish": "Test"})
    address = url(type(organisation), "add")
    added = client.post(address, form_data(client, address) | new)

    assert [page.templates[0].name for page in (changed, added)] == ["admin/popup_response.html"] * 2
    assert sorted(type(organisation).objects.values_list("name", flat=True)) == ["Nieuw", "Testorganisatie"]


def test_file_of_a_list_changes_nothing_public_by_one_pair_of_eyes(client, editor, settings):
    settings.FOUR_EYES = True

    page = client.get(url(Publication, "import"))

    assert "Wijzig ook wat al gepubliceerd" not in page.text

"""What a form can send beside what it should: nothing gets to the public by it, and nothing is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from projects.models import Project, Publication
from stroomop.models import Draft, DraftFile
from tests import factories as make
from tests.stroomop.back_office.staff import form_data, save, url

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def four_eyes(settings):
    settings.FOUR_EYES = True


@pytest.fixture
def colleague(client, editor):
    return make.make_user(is_staff=True, is_superuser=True)


def upload(content=PDF):
    return SimpleUploadedFile("test.pdf", content, "application/pdf")


@pytest.mark.parametrize("name", ["_continue", "_addanother", "_saveasnew", "CHANGE_FORM-action"])
@pytest.mark.parametrize("button", ["_save", "onbekend"])
def test_what_django_would_save_at_once_becomes_a_draft(client, editor, name, button):
    project = make.make_project(name="Oud")

    save(client, project, button, name="Nieuw", **{name: ""})

    assert (project.name, Project.objects.count(), Draft.objects.count()) == ("Oud", 1, 1)


def test_four_eyes_see_files_too(client, editor, colleague, four_eyes):
    publication = save(client, make.make_publication(), "_save", title="Nieuw")
    client.force_login(colleague)
    address = url(Publication, "change", publication.pk)

    page = client.post(address, form_data(client, address) | {"_publish": "Test", "file": upload()})

    publication.refresh_from_db()
    assert (page.status_code, publication.file.name) == (200, "")


def test_four_eyes_see_a_planned_item_that_is_changed(client, editor, four_eyes):
    project = save(client, make.make_project(published_at=None), "_save", name="Eerst")
    client.force_login(make.make_user(is_staff=True, is_superuser=True))
    save(client, project, "_schedule", **{"publiceer-moment": "2099-01-01T00:00"})

    for button in ("_save", "_preview", "_ask"):
        save(client, project, button, name="Ongezien")
        assert project.published_at is None


def test_who_looked_at_the_site_publishes_nothing_of_the_draft(client, editor):
    publication = make.make_publication(title="Oud")
    save(client, publication, "_save", title="Nieuw", file=upload())
    address = url(Publication, "change", publication.pk) + "?site"

    client.post(address, form_data(client, address) | {"_save": "Test"})
    assert not DraftFile.objects.exists()
    client.post(address, form_data(client, address) | {"_publish": "Test"})

    publication.refresh_from_db()
    assert (publication.title, publication.file.name) == ("Oud", "")


def test_file_that_no_field_asks_for_is_not_kept(client, editor):
    save(client, make.make_project(), "_save", vreemd=upload())

    assert not DraftFile.objects.exists()


def test_file_of_a_draft_that_could_not_be_leaves_nothing(client, editor, settings):
    publication = make.make_publication()
    address = url(Publication, "change", publication.pk)

    page = client.post(address, form_data(client, address) | {"title": "", "_save": "Test", "file": upload()})

    assert page.status_code == 200
    assert not DraftFile.objects.exists()


def test_change_in_a_popup_is_a_draft_as_well(client, editor):
    project = make.make_project(name="Oud")
    address = url(Project, "change", project.pk)

    page = client.post(address, form_data(client, address) | {"name": "Nieuw", "_save": "Test", "_popup": "1"})

    project.refresh_from_db()
    assert (page.status_code, project.name) == (200, "Oud")
    assert "_popup" not in project.drafts.get().data
    client.post(address, form_data(client, address) | {"_publish": "Test", "_popup": "1"})
    project.refresh_from_db()
    assert (project.name, project.drafts.count()) == ("Nieuw", 0)


def test_character_that_no_database_keeps_is_left_out(client, editor):
    project = save(client, make.make_project(), "_save", elders="a\0b")

    assert project.drafts.get().data["elders"] == ["ab"]

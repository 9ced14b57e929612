"""A public item and the draft of its next version: what the public sees, and what each button does."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from projects.models import Project
from stroomop.lib import clock
from stroomop.models import Draft, DraftFile
from tests import factories as make
from tests.stroomop.back_office.staff import add, form_data, history, save, url

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
NEXT_CENTURY = datetime(2100, 1, 1, tzinfo=UTC)
LATER = {"publiceer-moment": "2100-01-01T01:00"}


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(NOW):
        yield


def said(client):
    return [str(message) for message in client.get("/beheer/").context["messages"]]


def moments(item):
    item.refresh_from_db()
    return item.status, item.published_at


@pytest.mark.parametrize(
    ("button", "status", "published_at"),
    [
        ("_save", "concept", None),
        ("_preview", "concept", None),
        ("_ask", "concept", None),
        ("_schedule", "ingepland", NEXT_CENTURY),
        ("_publish", "gepubliceerd", NOW),
    ],
)
def test_button_decides_from_when_a_new_item_is_public(client, editor, button, status, published_at):
    project = add(client, Project, button, name="Test", slug="test", summary="Test.", **LATER)

    assert moments(project) == (status, published_at)
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("button", "published_at"),
    [("_save", None), ("_preview", None), ("_ask", None), ("_schedule", NEXT_CENTURY), ("_publish", NOW)],
)
def test_button_decides_about_what_was_planned(client, editor, button, published_at):
    project = save(client, make.make_project(published_at=NEXT_CENTURY), button, summary="Nieuw.", **LATER)

    assert (project.summary, project.published_at) == ("Nieuw.", published_at)


@pytest.mark.parametrize("button", ["_save", "_preview", "_ask", "_schedule", "iets anders"])
def test_public_item_stays_as_it_is_till_its_change_is_published(client, editor, button):
    project = make.make_project(name="Oud")
    project.results.create(text="<p>Oud.</p>")

    save(client, project, button, name="Nieuw", **{"results-0-text": "<p>Nieuw.</p>"}, **LATER)

    assert (project.name, project.changed_at) == ("Oud", None)
    assert [result.text for result in project.results.all()] == ["<p>Oud.</p>"]
    assert project.drafts.get().data["name"] == ["Nieuw"]
    assert "Nieuw" not in client.get(project.get_absolute_url()).text


def test_form_shows_the_draft_and_on_request_the_site(client, editor):
    project = save(client, make.make_project(name="Oud"), "_save", name="Nieuw")
    address = url(Project, "change", project.pk)

    pages = [client.get(address), client.get(f"{address}?site")]

    assert [page.context["adminform"].form["name"].value() for page in pages] == ["Nieuw", "Oud"]
    assert ["Je ziet hieronder die wijziging." in page.text for page in pages] == [True, False]
    assert pages[0].context["errors"] == []


def test_publishing_puts_the_draft_on_the_site(client, editor):
    project = save(client, make.make_project(name="Oud"), "_save", name="Nieuw")

    save(client, project, "_publish")

    assert (project.name, project.changed_at, project.drafts.count()) == ("Nieuw", NOW, 0)
    assert [message for _, message in history(project)] == ["Concept bewaard.", "Naam gewijzigd.", "Gepubliceerd."]


def test_draft_is_kept_once_per_item(client, editor):
    project = save(client, make.make_project(), "_save", name="Eerst")

    save(client, project, "_schedule", name="Daarna", **LATER)
    draft = project.drafts.get()

    assert (draft.data["name"], draft.publish_at, draft.author) == (["Daarna"], NEXT_CENTURY, editor)


def test_draft_keeps_a_field_that_is_called_as_one_beside_the_form(client, editor):
    project = make.make_project(question="Waarom?")

    save(client, project, "_ask", **{"meelezen-question": "Iets anders?"})
    save(client, project, "_publish")

    assert project.question == "Waarom?"


def test_draft_is_thrown_away(client, editor):
    project = save(client, make.make_project(name="Oud"), "_save", name="Nieuw")

    for _ in range(2):
        client.post(url(Project, "change", project.pk), {"_discard": "Test"})

    assert (moments(project), project.name, Draft.objects.count()) == (("gepubliceerd", make.LONG_AGO), "Oud", 0)
    assert [message for _, message in history(project)] == ["Concept bewaard.", "Concept weggegooid."]


def test_draft_that_could_not_be_published_is_refused(client, editor):
    project = make.make_project()
    address = url(Project, "change", project.pk)

    page = client.post(address, form_data(client, address) | {"name": "", "_save": "Test"})

    assert page.context["adminform"].form.errors == {"name": ["Dit veld is verplicht."]}
    assert not Draft.objects.exists()


@pytest.mark.parametrize("moment", ["", "gisteren", "2020-01-01T00:00"])
def test_moment_must_be_to_come(client, editor, moment):
    project = make.make_project()
    address = url(Project, "change", project.pk)

    data = {"name": "Nieuw", "_schedule": "Test", "publiceer-moment": moment}
    page = client.post(address, form_data(client, address) | data)

    [message] = page.context["adminform"].form.non_field_errors()
    assert message.startswith("Publiceer op: Kies een")
    assert page.context["adminform"].form["name"].value() == "Nieuw"
    assert not Draft.objects.exists()


def test_archived_item_is_changed_where_it_is_or_put_back(client, editor):
    project = make.make_project(name="Oud", archived_at=datetime(2025, 1, 1, tzinfo=UTC))

    save(client, project, "_save", name="Nieuw", archived_at="")
    assert (project.name, project.status) == ("Nieuw", "gearchiveerd")

    save(client, project, "_publish")
    assert (project.status, project.archived_at) == ("gepubliceerd", None)


@pytest.mark.parametrize(
    ("published_at", "labels"),
    [
        (None, ["Bewaar als concept", "Bewaar en bekijk het voorbeeld", "Publiceer nu"]),
        (make.LONG_AGO, ["Bewaar als concept", "Bewaar en bekijk het voorbeeld", "Publiceer de wijziging nu"]),
    ],
)
def test_first_button_publishes_nothing(client, editor, published_at, labels):
    page = client.get(url(Project, "change", make.make_project(published_at=published_at).pk))

    assert [choice.label for choice in page.context["standing"].choices] == labels


PDF = b"%PDF-1.4\n%%EOF\n"


def test_file_waits_with_its_draft(client, editor, settings):
    publication = make.make_publication()
    upload = SimpleUploadedFile("test.pdf", PDF, "application/pdf")

    save(client, publication, "_save", file=upload)
    assert publication.file.name == ""
    kept = DraftFile.objects.get()
    path = kept.file.path
    assert (kept.name, path.startswith(str(settings.MEDIA_ROOT))) == ("test.pdf", False)

    save(client, publication, "_save", title="Anders")
    save(client, publication, "_publish", title="Anders")
    with publication.file.open() as file:
        assert (publication.title, file.read()) == ("Anders", PDF)
    assert not DraftFile.objects.exists()


@pytest.mark.parametrize("button", ["_save", "_publish", "_schedule"])
def test_list_of_actions_in_the_form_does_not_take_the_button(client, editor, button):
    experience = make.make_experience(title="Oud")
    actions = {"CHANGE_FORM-action": "", "_selected_action": experience.pk}

    save(client, experience, button, title="Nieuw", **actions, **LATER)

    assert experience.title == ("Nieuw" if button == "_publish" else "Oud")
    assert [draft.data.keys() & actions.keys() for draft in experience.drafts.all()] == [set()] * (button != "_publish")


def test_draft_goes_with_its_item(client, editor):
    experience = make.make_experience()
    save(client, experience, "_save", title="Geheimwoord")

    experience.withdraw()

    assert not Draft.objects.exists()


def test_who_may_only_look_sees_the_site_and_the_way_to_the_draft(client, editor, staff):
    project = save(client, make.make_project(name="Oud"), "_save", name="Geheimwoord")
    staff("view_project")

    page = client.get(url(Project, "change", project.pk))

    assert "Geheimwoord" not in page.text
    assert f"/beheer/projects/project/{project.pk}/voorbeeld/" in page.text
    assert client.post(url(Project, "change", project.pk), {"_discard": "Test"}).status_code == 403
    assert project.drafts.exists()

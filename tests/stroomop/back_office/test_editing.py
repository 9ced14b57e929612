"""The forms of the back-office, and what saving one does."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.admin.widgets import AutocompleteMixin
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.forms import CheckboxSelectMultiple

from advies.models import Check
from projects.models import Event, Experience, Image, Initiative, Lesson, Person, Project, Publication, Story
from stroomop.models import Page, User
from tests import factories as make
from tests.stroomop.back_office.staff import form_data, sign_in, url

pytestmark = pytest.mark.django_db


def test_dates_are_the_browsers_own(client, everything):
    page = client.get(url(Project, "change", Project.objects.get().pk)).text

    assert '<input type="date" name="checked_on"' in page
    assert '<input type="datetime-local" name="archived_at"' in page


def test_form_starts_with_what_it_is_about(client, everything):
    fieldsets = {model: client.get(url(model, "add")).context["adminform"].fieldsets for model in (Project, Page)}

    assert [(heading, group["fields"][0]) for heading, group in fieldsets[Project]] == [
        (None, "name"),
        ("Waar het over gaat", "themes"),
        ("Periode", "date_from"),
        ("Publiceren", "slug"),
    ]
    assert [heading for heading, _ in fieldsets[Page]] == [None, "Publiceren"]


RELATIONS = {
    Project: (["image", "successor"], ["themes", "veranderopgaven"]),
    Story: (["organisations", "persons", "projects", "publications"], ["themes"]),
    Event: (["organisations", "projects"], ["themes"]),
    Publication: (["projects", "publisher"], ["themes"]),
    Lesson: (["organisation", "project"], ["themes"]),
    Experience: (["project"], ["themes"]),
    Person: (["organisation", "projects"], []),
    Initiative: (["organisation", "projects"], ["themes"]),
}


@pytest.mark.parametrize("model", RELATIONS, ids=lambda model: model.__name__)
def test_one_of_many_is_looked_up_and_few_are_ticked(client, editor, model):
    fields = client.get(url(model, "add")).context["adminform"].form.fields
    widgets = {name: getattr(field.widget, "widget", field.widget) for name, field in fields.items()}

    looked_up = sorted(name for name, widget in widgets.items() if isinstance(widget, AutocompleteMixin))
    ticked = sorted(name for name, widget in widgets.items() if isinstance(widget, CheckboxSelectMultiple))
    assert (looked_up, ticked) == RELATIONS[model]


def test_looking_up_finds_what_it_was_called_before(client, editor):
    organisation = make.make_organisation(name="Nieuwe naam")
    organisation.former_names.create(name="Oude naam")
    make.make_organisation()

    asked = {"app_label": "projects", "model_name": "person", "field_name": "organisation", "term": "oude"}
    found = client.get("/beheer/autocomplete/", asked).json()

    assert found["results"] == [{"id": str(organisation.pk), "text": "Nieuwe naam"}]


def test_deleting_tells_what_goes_with_it_without_what_only_ties(client, editor):
    project = make.make_project(published_at=None)
    project.themes.add(make.make_theme())
    project.results.create(text="<p>Test.</p>")

    page = client.get(url(Project, "delete", project.pk))

    assert dict(page.context["model_count"]) == {"projecten": 1, "resultaten": 1}
    assert page.context["deleted_objects"][1:] == [[f"Resultaat: Resultaat van {project}"]]


def test_inputs_in_a_table_have_a_name_each(client, everything):
    page = client.get(url(Project, "change", Project.objects.get().pk)).text

    assert 'aria-label="Resultaat (1)"' in page
    assert 'aria-label="Resultaat (nieuw)"' in page


def test_image_field_has_a_label(client, everything):
    assert '<label class="required" for="id_file">' in client.get(url(Image, "add")).text


@pytest.mark.parametrize(
    ("item", "field", "message"),
    [
        (make.make_project, "successor", "Een project gaat niet verder als zichzelf."),
        (make.make_organisation, "parent", "Een organisatie hoort niet bij zichzelf."),
    ],
    ids=["project", "organisation"],
)
def test_form_refuses_what_the_database_would(client, editor, item, field, message):
    item = item()
    address = url(type(item), "change", item.pk)

    page = client.post(address, form_data(client, address) | {field: item.pk})

    assert page.context["adminform"].form.errors == {"__all__": [message]}


def test_list_tells_the_state_in_words(client, editor):
    make.make_project(published_at=None)

    assert '<td class="field-state">concept</td>' in client.get(url(Project, "changelist")).text


def test_check_remembers_who_made_it(client, editor):
    advies = make.make_advies()
    address = url(Check, "add")
    client.post(address, form_data(client, address) | {"advies": advies.pk})
    check = Check.objects.get()
    assert check.checked_by_id == editor.pk

    sign_in(client, make.make_user(is_staff=True, is_superuser=True))
    address = url(Check, "change", check.pk)
    client.post(address, form_data(client, address) | {"note": "Een test."})

    check.refresh_from_db()
    assert (check.note, check.checked_by_id) == ("Een test.", editor.pk)


def test_rights_are_named_in_dutch(client, editor):
    Permission.objects.create(
        content_type=ContentType.objects.get_for_model(Project), codename="test", name="Iets anders"
    )
    page = client.get(url(Group, "add")).text

    assert "project: wijzigen" in page
    assert "project: Iets anders" in page
    assert "Can change" not in page
    assert "session" not in page


def test_nobody_reads_the_secret_of_a_colleague(client, editor):
    secret = generate_totp_secret()
    TOTP.activate(editor, secret)

    assert secret not in client.get(url(User, "change", editor.pk)).text

"""The forms of the back-office, and what saving one does."""

from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

from advies.models import Check
from projects.models import Image, Project
from stroomop.content import load_content
from stroomop.lib import clock
from stroomop.models import Page
from tests import factories as make
from tests.stroomop.back_office.staff import sign_in, url

pytestmark = pytest.mark.django_db


def form_data(client, address):
    """What the browser would send back, were nothing changed."""
    context = client.get(address).context
    forms = [context["adminform"].form]
    for formset in context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    return {field.html_name: field.value() for form in forms for field in form if field.value() is not None}


def test_dates_are_the_browsers_own(client, everything):
    page = client.get(url(Project, "change", Project.objects.get().pk)).text

    assert '<input type="date" name="checked_on"' in page
    assert '<input type="datetime-local" name="published_at"' in page


def test_form_starts_with_what_it_is_about(client, everything):
    fieldsets = {model: client.get(url(model, "add")).context["adminform"].fieldsets for model in (Project, Page)}

    assert fieldsets[Project][0][1]["fields"][0] == "name"
    assert [heading for heading, _ in fieldsets[Project]] == [None, "Periode", "Publiceren"]
    assert fieldsets[Project][2][1] == {"fields": ["slug", "published_at", "archived_at", "checked_on"]}
    assert [heading for heading, _ in fieldsets[Page]] == [None, "Publiceren"]


def test_inputs_in_a_table_have_a_name_each(client, everything):
    page = client.get(url(Project, "change", Project.objects.get().pk)).text

    assert 'aria-label="Resultaat (1)"' in page
    assert 'aria-label="Resultaat (nieuw)"' in page


def test_image_field_has_a_label(client, everything):
    assert '<label class="required" for="id_file">' in client.get(url(Image, "add")).text


def save(client, project, **changes):
    address = url(Project, "change", project.pk)
    response = client.post(address, form_data(client, address) | changes)
    assert response.status_code == 302, response.context["errors"]
    project.refresh_from_db()
    return project


def test_change_to_what_the_public_sees_is_dated(client, editor):
    project = make.make_project()
    with clock.fixed_at(datetime(2026, 11, 1, 12, tzinfo=UTC)):
        assert save(client, project, summary="Nieuw.").changed_at == datetime(2026, 11, 1, 12, tzinfo=UTC)


def test_change_to_a_row_below_it_is_dated(client, editor):
    project = make.make_project()
    project.results.create(text="<p>Oud.</p>")

    with clock.fixed_at(datetime(2026, 11, 1, 12, tzinfo=UTC)):
        save(client, project, **{"results-0-text": "<p>Nieuw.</p>"})

    assert project.changed_at == datetime(2026, 11, 1, 12, tzinfo=UTC)
    assert [result.text for result in project.results.all()] == ["<p>Nieuw.</p>"]


def test_saving_without_a_change_is_no_change(client, editor):
    project = make.make_project()
    project.results.create(text="<p>Test.</p>")

    assert save(client, project).changed_at is None


def test_saving_what_was_loaded_without_a_change_is_no_change(client, editor, own_files):
    own_files(projects_project="[{slug: alfa, name: Alfa, summary: Test., results: [{text: <p>Test.</p>}]}]")
    with clock.fixed_at(datetime(2026, 11, 1, 12, 34, 56, 789, tzinfo=UTC)):
        load_content()

    project = save(client, Project.objects.get())

    assert (project.published_at, project.changed_at) == (datetime(2026, 11, 1, 12, 34, tzinfo=UTC), None)


@pytest.mark.parametrize("published_at", [None, datetime(2100, 1, 1, tzinfo=UTC)], ids=["draft", "planned"])
def test_change_to_what_nobody_saw_yet_is_not_dated(client, editor, published_at):
    project = make.make_project(published_at=published_at)

    assert save(client, project, summary="Nieuw.").changed_at is None


def test_new_item_is_not_a_changed_one(client, editor):
    address = url(Project, "add")
    data = {"name": "Nieuw", "slug": "nieuw", "summary": "Nieuw.", "published_at": "2020-01-01T00:00"}
    client.post(address, form_data(client, address) | data)

    assert Project.objects.get(slug="nieuw").changed_at is None


def test_list_tells_the_state_in_words(client, editor):
    make.make_project(published_at=None)

    assert '<td class="field-state">concept</td>' in client.get(url(Project, "changelist")).text


def test_check_remembers_who_made_it(client, editor):
    advies = make.make_advies()
    address = url(Check, "add")
    client.post(address, form_data(client, address) | {"advies": advies.pk, "checked_on": "2026-01-01"})
    check = Check.objects.get()
    assert check.checked_by_id == editor.pk

    sign_in(client, make.make_user(is_staff=True, is_superuser=True))
    address = url(Check, "change", check.pk)
    client.post(address, form_data(client, address) | {"checked_on": "2026-01-02"})

    check.refresh_from_db()
    assert str(check.checked_on) == "2026-01-02"
    assert check.checked_by_id == editor.pk


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

    assert secret not in client.get(url(Authenticator, "change", Authenticator.objects.get().pk)).text

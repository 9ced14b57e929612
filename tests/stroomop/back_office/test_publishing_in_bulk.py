"""Publishing and archiving from a list, the filter on the state, and the way to the public page."""

from datetime import UTC, datetime

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission

from projects.models import Project, Redirect
from stroomop.lib import clock
from stroomop.lib.admin import PublishableAdmin
from tests import factories as make
from tests.stroomop.back_office.staff import history, run, url
from tests.stroomop.back_office.test_screens import MODELS

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
LAST_YEAR, NEXT_CENTURY = datetime(2025, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
PUBLISHABLE = [model for model in MODELS if isinstance(admin.site.get_model_admin(model), PublishableAdmin)]


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(NOW):
        yield


def moments(*items):
    for item in items:
        item.refresh_from_db()
    return [(item.published_at, item.archived_at, item.changed_at) for item in items]


def test_publishing_gives_drafts_and_what_was_planned_to_the_public(client, editor):
    draft, planned = make.make_project(published_at=None), make.make_project(published_at=NEXT_CENTURY)

    assert run(client, "publish", draft, planned) == ["2 projecten gepubliceerd."]
    assert moments(draft, planned) == [(NOW, None, NOW)] * 2
    assert history(draft) == [(draft.name, "Gepubliceerd.")]


def test_publishing_leaves_alone_what_was_public_and_tells_why(client, editor):
    draft = make.make_project(published_at=None)
    public, archived = make.make_project(name="Beta"), make.make_project(name="Delta", archived_at=LAST_YEAR)

    assert run(client, "publish", draft, public, archived) == [
        "1 project gepubliceerd.",
        "1 project overgeslagen (Beta). Dit is al gepubliceerd.",
        "1 project overgeslagen (Delta). Dit is al gearchiveerd.",
    ]
    assert moments(public, archived) == [(make.LONG_AGO, None, None), (make.LONG_AGO, LAST_YEAR, None)]
    assert history(public) == history(archived) == []


def test_publishing_asks_consent_for_an_experience(client, editor):
    silent = make.make_experience(published_at=None, consent_on=None, consent_text="")
    child = make.make_experience(published_at=None, under_sixteen=True)
    consent = "Publiceren kan pas met toestemming: vul de dag, de tekst en 'jonger dan 16' in."
    parent = "De verteller is jonger dan 16: publiceren kan pas als ook een ouder instemt."

    assert run(client, "publish", silent, child) == [
        f"1 ervaring overgeslagen (Ervaring {child.pk}). {parent}",
        f"1 ervaring overgeslagen (Ervaring {silent.pk}). {consent}",
    ]
    assert moments(silent, child) == [(None, None, None)] * 2


def test_publishing_names_the_fields_that_are_wrong(client, editor):
    project = make.make_project(name="Alfa", published_at=None, summary="")
    Project.objects.filter(pk=project.pk).update(phase="soms")

    faults = "In één zin: Dit veld kan niet leeg zijn. Fase: Waarde 'soms' is geen geldige keuze."
    assert run(client, "publish", project) == [f"1 project overgeslagen (Alfa). {faults}"]


def test_archiving_takes_away_only_what_is_public(client, editor):
    public, draft = make.make_project(), make.make_project(name="Beta", published_at=None)
    planned = make.make_project(name="Delta", published_at=NEXT_CENTURY)

    assert run(client, "archive", public, draft, planned) == [
        "1 project gearchiveerd.",
        "1 project overgeslagen (Beta). Dit is concept: alleen wat gepubliceerd is, kun je archiveren.",
        "1 project overgeslagen (Delta). Dit is ingepland: alleen wat gepubliceerd is, kun je archiveren.",
    ]
    assert moments(public, draft, planned) == [
        (make.LONG_AGO, NOW, NOW),
        (None, None, None),
        (NEXT_CENTURY, None, None),
    ]
    assert history(public) == [(public.name, "Gearchiveerd.")]


def test_archiving_works_for_what_could_not_be_published_now(client, editor):
    experience = make.make_experience(text="<p>Ik zat bij Testhuis.</p>")
    make.make_organisation(name="Testhuis", kind="aanbieder")

    assert run(client, "archive", experience) == ["1 ervaring gearchiveerd."]


def test_moments_of_many_at_once_leave_no_redirects(client, editor):
    run(client, "publish", make.make_project(published_at=None))

    assert list(Redirect.objects.all()) == []


@pytest.mark.parametrize(("right", "shown"), [("view", set()), ("change", {"publish", "archive"})])
def test_actions_are_for_who_may_change(client, right, shown):
    group = Group.objects.create(name="Testgroep")
    group.permissions.add(Permission.objects.get(codename=f"{right}_project"))
    user = make.make_user(is_staff=True)
    user.groups.add(group)
    client.force_login(user)
    project = make.make_project(published_at=None)

    form = client.get(url(Project, "changelist")).context["action_form"]
    run(client, "publish", project)

    assert {name for name, _ in form.fields["action"].choices if name} == shown if form else shown == set()
    assert moments(project) == [(NOW if shown else None, None, NOW if shown else None)]


STATES = {"concept": "Concept", "ingepland": "Planning", "gepubliceerd": "Publiek", "gearchiveerd": "Archief"}


@pytest.fixture
def one_in_each_state(editor):
    make.make_project(name="Concept", published_at=None)
    make.make_project(name="Planning", published_at=NEXT_CENTURY)
    make.make_project(name="Publiek", archived_at=NEXT_CENTURY)
    make.make_project(name="Archief", archived_at=LAST_YEAR)


@pytest.mark.parametrize(("state", "name"), STATES.items())
def test_list_is_filtered_by_state(client, one_in_each_state, state, name):
    found = client.get(url(Project, "changelist"), {"status": state}).context["cl"].queryset

    assert [(project.name, project.status) for project in found] == [(name, state)]


@pytest.mark.parametrize("state", ["", "onzin"])
def test_list_without_a_state_has_them_all(client, one_in_each_state, state):
    found = client.get(url(Project, "changelist"), {"status": state}).context["cl"].queryset

    assert sorted(project.name for project in found) == sorted(STATES.values())


@pytest.mark.parametrize("model", PUBLISHABLE, ids=lambda model: model._meta.label)
def test_every_list_of_what_can_be_public_has_states(client, everything, model):
    counts = {
        state: client.get(url(model, "changelist"), {"status": state}).context["cl"].result_count
        for state in [*STATES, ""]
    }

    assert counts == dict.fromkeys(STATES, 0) | {"gepubliceerd": counts[""], "": counts[""]}
    assert counts[""] > 0

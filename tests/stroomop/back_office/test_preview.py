"""Seeing a page before the public does: by staff, and by whoever got the signed link."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib import admin
from django.core import signing
from django.urls import reverse

from projects.models import Project
from stroomop.lib.admin import PublishableAdmin
from stroomop.lib.admin.drafts import draft_of
from stroomop.lib.admin.previewing import SALT, token_for
from tests import factories as make
from tests.stroomop.back_office.staff import history, save, url
from tests.stroomop.back_office.test_screens import MODELS

pytestmark = pytest.mark.django_db
NEXT_CENTURY = datetime(2100, 1, 1, tzinfo=UTC)
PUBLISHABLE = [model for model in MODELS if isinstance(admin.site.get_model_admin(model), PublishableAdmin)]


def link(item):
    return reverse("preview", args=[token_for(item, draft_of(item))])


def everything_of(project):
    return Project.objects.filter(pk=project.pk).values().get(), [result.text for result in project.results.all()]


@pytest.mark.parametrize("published_at", [None, NEXT_CENTURY], ids=["concept", "planned"])
def test_preview_shows_what_is_not_public_yet_and_changes_nothing(client, editor, published_at):
    project = make.make_project(name="Testnaam", published_at=published_at)
    before = everything_of(project)

    page = client.get(url(Project, "preview", project.pk))

    assert "<h1>Testnaam</h1>" in page.text
    assert "Deze pagina is nog niet openbaar." in page.text
    assert everything_of(project) == before
    assert history(project) == []
    assert page["X-Robots-Tag"] == "noindex, nofollow"


def test_preview_shows_the_draft_with_its_rows(client, editor):
    project = make.make_project(name="Oud")
    project.results.create(text="<p>Oud resultaat.</p>")
    save(client, project, "_save", name="Nieuw", **{"results-0-text": "<p>Nieuw resultaat.</p>"})
    before = everything_of(project)

    page = client.get(url(Project, "preview", project.pk))

    assert "<h1>Nieuw</h1>" in page.text
    assert "Nieuw resultaat." in page.text
    assert "Oud resultaat." not in page.text
    assert everything_of(project) == before


def test_button_leads_to_the_preview(client, editor):
    project = make.make_project(name="Oud")

    save(client, project, "_preview", name="Nieuw")

    assert "<h1>Nieuw</h1>" in client.get(url(Project, "preview", project.pk)).text


def test_link_shows_the_same_without_an_account(client, editor):
    project = make.make_project(name="Oud")
    save(client, project, "_save", name="Nieuw")
    shown = client.get(url(Project, "preview", project.pk)).text
    client.logout()

    page = client.get(link(project))

    assert f"http://testserver{link(project)}"[:60] in shown
    assert "<h1>Nieuw</h1>" in page.text
    assert "/beheer/" not in page.text
    private = {
        "X-Robots-Tag": "noindex, nofollow",
        "Cache-Control": "private, no-store",
        "Referrer-Policy": "no-referrer",
    }
    assert {name: page[name] for name in private} == private
    assert not client.cookies


def test_link_ends_after_a_week(client):
    project = make.make_project(name="Geheimwoord", published_at=None)
    address = link(project)
    week = timedelta(days=7, seconds=1)

    late = signing.dumps([project._meta.label_lower, project.pk, "0"], salt=SALT)
    assert client.get(reverse("preview", args=[late])).status_code == 200
    with pytest.MonkeyPatch.context() as patch:
        # The signature counts by the clock of the machine.
        later = signing.time.time() + week.total_seconds()
        patch.setattr(signing.time, "time", lambda: later)
        page = client.get(address)

    assert page.status_code == 410
    assert "Geheimwoord" not in page.text


def test_link_ends_when_it_is_published(client, editor):
    project = make.make_project()
    save(client, project, "_save", name="Nieuw")
    address = link(project)
    save(client, project, "_publish")

    page = client.get(address)

    assert page.status_code == 410
    assert project.get_absolute_url() in page.text


@pytest.mark.parametrize("change", ["thrown away", "written anew", "saved again", "deleted"])
def test_link_is_good_for_one_draft(client, editor, change):
    project = make.make_project(published_at=None) if change == "deleted" else make.make_project()
    if change != "deleted":
        save(client, project, "_save", name="Eerste")
    address = link(project)
    if change == "deleted":
        project.delete()
    elif change != "saved again":
        client.post(url(Project, "change", project.pk), {"_discard": "Test"})
    if change in ("written anew", "saved again"):
        save(client, project, "_save", name="Tweede")

    assert client.get(address).status_code == 410


@pytest.mark.parametrize("token", ["x", "a:b:c", "%00", "é" * 50, "W10:1abc:def"])
def test_link_that_nobody_signed_leads_nowhere(client, db, token):
    assert client.get(f"/voorbeeld/{token}/").status_code == 404


def test_preview_of_what_has_no_place_tells_so(client, editor):
    update = make.make_update(make.make_project(published_at=None), published_at=None)

    page = client.get(url(type(update), "preview", update.pk), follow=True)

    assert [str(message) for message in page.context["messages"]] == [
        "De pagina waar dit op komt, staat zelf nog niet op de site."
    ]
    assert client.get(link(update)).status_code == 410


def test_preview_of_nothing_is_not_found(client, editor):
    assert client.get(url(Project, "preview", 0)).status_code == 404


@pytest.mark.parametrize("model", PUBLISHABLE, ids=lambda model: model._meta.label)
def test_preview_is_for_staff_who_may_look(client, everything, staff, model):
    item = model._default_manager.first()
    address = url(model, "preview", item.pk)

    assert client.get(address).status_code in (200, 302)
    staff("view_session")
    assert client.get(address).status_code == 403
    client.logout()
    assert client.get(address).status_code == 302


def test_preview_needs_an_author_who_may_still_change_it(client, editor):
    project = make.make_project()
    save(client, project, "_save", name="Nieuw")
    editor.is_superuser = False
    editor.save()
    client.force_login(make.make_user(is_staff=True, is_superuser=True))

    page = client.get(url(Project, "preview", project.pk), follow=True)

    assert page.redirect_chain == [(url(Project, "change", project.pk), 302)]


def test_link_to_a_concept_ends_when_it_was_public_once(client, editor):
    project = make.make_project(published_at=None)
    address = link(project)
    Project.objects.filter(pk=project.pk).update(
        published_at=make.LONG_AGO, archived_at=datetime(2021, 1, 1, tzinfo=UTC)
    )

    assert client.get(address).status_code == 410


def test_preview_of_what_may_not_be_published_says_why(client, editor):
    silent = make.make_experience(
        published_at=None, consent_on=None, consent_text="", under_sixteen=None, project=make.make_project()
    )

    page = client.get(url(type(silent), "preview", silent.pk), follow=True)

    [message] = page.context["messages"]
    assert str(message).startswith("Zo kan het nog niet op de site. Publiceren kan pas met toestemming")
    assert client.get(link(silent)).status_code == 410

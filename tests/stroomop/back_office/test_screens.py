"""The back-office: what stands where, and that every screen opens."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission

from tests import factories as make
from tests.pages import links
from tests.stroomop.back_office.staff import url

pytestmark = pytest.mark.django_db
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
NOT_ADDED = {
    "monitor.Release",
    "monitor.Period",
    "stroomop.LinkCheck",
    "stroomop.Message",
    "stroomop.TextBlock",
    "stroomop.SignIn",
}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_list_and_form_opens(client, everything, model):
    item = model._default_manager.first()

    page = client.get(url(model, "changelist"))
    assert url(model, "change", item.pk) in links(page)
    assert client.get(url(model, "change", item.pk)).status_code == 200
    assert client.get(url(model, "history", item.pk)).status_code == 200
    assert client.get(url(model, "add")).status_code == (403 if model._meta.label in NOT_ADDED else 200)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_search_answers(client, everything, model):
    assert client.get(url(model, "changelist"), {"q": "test"}).status_code == 200


def test_index_groups_the_models_by_what_staff_come_to_do(client, editor):
    page = client.get("/beheer/")

    assert [group["name"] for group in page.context["app_list"]] == [
        "Adviezen",
        "Projecten",
        "Berichten",
        "Ervaringen",
        "Bibliotheek",
        "Netwerk",
        "Monitor",
        "Site",
        "Toegang en techniek",
    ]
    shown = [model["model"] for group in page.context["app_list"] for model in group["models"]]
    assert len(shown) == len(set(shown)) == len(MODELS)


def test_index_leads_nowhere_that_is_not_there(client, editor):
    for href in {href for href in links(client.get("/beheer/")) if href.startswith("/")}:
        assert client.get(href).status_code == 200, href


def test_index_shows_an_editor_only_what_the_group_may_do(client):
    group = Group.objects.create(name="Testredactie")
    group.permissions.add(Permission.objects.get(codename="view_project"))
    user = make.make_user(is_staff=True)
    user.groups.add(group)
    client.force_login(user)

    groups = client.get("/beheer/").context["app_list"]

    assert [(group["name"], [model["name"] for model in group["models"]]) for group in groups] == [
        ("Projecten", ["Projecten"])
    ]


def test_an_editor_without_any_right_is_told_so(client):
    client.force_login(make.make_user(is_staff=True))

    assert "Je mag hier nog niets bekijken of wijzigen." in client.get("/beheer/").text


def test_page_of_one_app_has_its_own_models_only(client, editor):
    page = client.get("/beheer/advies/")

    assert [app["app_label"] for app in page.context["app_list"]] == ["advies"]


def test_scripts_speak_dutch(client, editor):
    catalogue = client.get("/beheer/jsi18n/").text

    assert "Gisteren (%(date)s)" in catalogue

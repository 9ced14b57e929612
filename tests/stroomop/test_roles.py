"""The rights of the four roles, written by every migrate."""

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from stroomop.models import User
from stroomop.roles import BEHEERDER, ROLES, write_roles

pytestmark = pytest.mark.django_db


def rights(group):
    found = group.permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in found}


@pytest.mark.parametrize("role", ROLES)
def test_role_has_what_the_table_says(role):
    table = ROLES[role]
    said = {
        f"{app}.{action}_{name}"
        for model, actions in table.items()
        for app, name in [model.split(".")]
        for action in actions
    }

    assert rights(Group.objects.get(name=role)) == said


def test_every_model_of_the_back_office_is_in_the_table():
    known = {model for table in ROLES.values() for model in table}

    assert {model._meta.label_lower for model in admin.site._registry} - known == set()
    assert [model for model in known if apps.get_model(model) is None] == []


def test_beheerder_may_all_that_the_others_may():
    of_beheerder = rights(Group.objects.get(name=BEHEERDER))

    assert [role for role in ROLES if not rights(Group.objects.get(name=role)) <= of_beheerder] == []


def test_migrate_mends_the_roles_and_leaves_other_groups_alone():
    before = rights(Group.objects.get(name="meelezer"))
    own = Group.objects.create(name="Testgroep")
    own.permissions.add(Permission.objects.first())
    Group.objects.get(name="meelezer").permissions.set(Permission.objects.all())
    Group.objects.get(name="redacteur").delete()

    call_command("migrate", verbosity=0)

    assert rights(Group.objects.get(name="meelezer")) == before
    assert sorted(Group.objects.values_list("name", flat=True)) == sorted([*ROLES, "Testgroep"])
    assert own.permissions.count() == 1


def test_nothing_is_written_where_there_are_no_groups_yet(django_assert_num_queries):
    with django_assert_num_queries(0):
        write_roles(apps=Apps())


def test_first_admin_is_asked_for_a_password(monkeypatch, capsys):
    answers = iter(["kort", "kort", "vier eenden zwemmen langs", "vier eenden zwemmen langs"])
    monkeypatch.setattr("getpass.getpass", lambda *args, **kwargs: next(answers))
    monkeypatch.setattr(
        "builtins.input", lambda prompt: {"G": "eerste", "E": "eerste@portaal.test"}.get(prompt[0], "n")
    )

    call_command("createsuperuser", stdin=Terminal())

    user = User.objects.get()
    printed = "".join(capsys.readouterr())
    assert (user.username, user.is_superuser, user.is_staff) == ("eerste", True, True)
    assert user.check_password("vier eenden zwemmen langs")
    assert "vier eenden" not in printed


class Terminal:
    def isatty(self):
        return True

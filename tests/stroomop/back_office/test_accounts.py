"""Accounts: made, helped and closed by a beheerder, who never gets beyond the four roles."""

import re
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group, Permission

from stroomop.models import SignIn, User
from stroomop.roles import BEHEERDER, ROLES
from tests import factories as make
from tests.stroomop.back_office.staff import form_data, run, save, url

pytestmark = pytest.mark.django_db
ACCOUNT_MODELS = [User, Group, SignIn]


@pytest.fixture
def climber(client):
    """Staff with every right that a group can give, and without the role."""
    user = make.make_user(is_staff=True)
    group = Group.objects.create(name="Testgroep")
    group.permissions.set(Permission.objects.all())
    user.groups.add(group)
    client.force_login(user)
    return user


@pytest.fixture
def boss():
    """A superuser, with all that belongs to an account."""
    user = make.make_user(is_staff=True, is_superuser=True, email="baas@portaal.test")
    TOTP.activate(user, generate_totp_secret())
    EmailAddress.objects.create(user=user, email=user.email)
    SignIn.objects.create(user=user, outcome=SignIn.Outcome.IN, moment=user.date_joined)
    return user


@pytest.mark.parametrize("model", ACCOUNT_MODELS, ids=lambda model: model.__name__)
def test_every_right_is_not_the_role(client, climber, colleague, model):
    pk = model._default_manager.order_by("pk").last().pk
    addresses = [url(model, "changelist"), url(model, "add")]
    addresses += [url(model, page, pk) for page in ("change", "delete", "history")]

    assert [client.get(address).status_code for address in addresses] == [403] * 5
    assert [client.post(address, {"post": "yes"}).status_code for address in addresses] == [403] * 5


def test_whoever_may_not_see_accounts_does_not_see_where(client, climber):
    groups = client.get("/beheer/").context["app_list"]

    assert "Toegang en techniek" not in [group["name"] for group in groups]


def test_account_of_a_superuser_is_looked_at_only(client, beheerder, boss):
    address = url(User, "change", boss.pk)

    page = client.get(address)
    changed = client.post(address, {"email": "test@elders.test"}).status_code
    deleted = client.post(url(User, "delete", boss.pk), {"post": "yes"}).status_code

    assert (page.status_code, 'name="_save"' in page.text, changed, deleted) == (200, False, 403, 403)
    for action in ("send_link", "take_second_factor_away"):
        assert run(client, action, boss) == [f"{boss}: dit account kun je niet wijzigen."]
    assert Authenticator.objects.filter(user=boss).count() == 1


def test_account_tells_how_somebody_comes_in(client, beheerder, colleague):
    EmailAddress.objects.create(user=colleague, email="tweede@portaal.test")
    Authenticator.objects.update(created_at=datetime(2026, 1, 2, tzinfo=UTC))

    shown = [client.get(url(User, "change", user.pk)).text for user in (colleague, beheerder)]

    assert ["app met codes, sinds 2 januari 2026" in text for text in shown] == [True, False]
    assert ["Nog niet ingesteld." in text for text in shown] == [False, True]
    assert ["tweede@portaal.test" in text for text in shown] == [True, False]


@pytest.mark.parametrize("beyond", ["own group", "own right"])
def test_an_account_that_may_more_than_the_roles_is_looked_at_only(client, beheerder, colleague, beyond):
    if beyond == "own group":
        colleague.groups.add(Group.objects.create(name="Testgroep"))
    else:
        colleague.user_permissions.add(Permission.objects.first())

    response = client.post(url(User, "change", colleague.pk), {"email": "test@elders.test"})
    said = run(client, "take_second_factor_away", colleague)

    assert (response.status_code, said) == (403, [f"{colleague}: dit account kun je niet wijzigen."])
    assert Authenticator.objects.filter(user=colleague).count() == 1


def test_beheerder_gives_and_takes_roles_and_nothing_else(client, beheerder, colleague):
    other = Group.objects.create(name="Testgroep")
    address = url(User, "change", colleague.pk)
    form = client.get(address).context["adminform"].form
    groups = [Group.objects.get(name="meelezer").pk]

    refused = client.post(address, form_data(client, address) | {"groups": [*groups, other.pk]})
    data = {"groups": groups, "is_superuser": "on", "is_staff": "", "user_permissions": [1], "password": "x"}
    save(client, colleague, **data)

    assert [field for field in form.fields if "super" in field or "staff" in field or "permissions" in field] == []
    assert sorted(group.name for group in form.fields["groups"].queryset) == sorted(ROLES)
    assert "groups" in refused.context["adminform"].form.errors
    assert [group.name for group in colleague.groups.all()] == ["meelezer"]
    assert (colleague.is_superuser, colleague.is_staff, colleague.check_password("test")) == (False, True, True)


def test_own_roles_and_organisation_are_changed_by_a_colleague(client, beheerder):
    save(client, beheerder, groups=[], is_active="", organisation="", first_name="Test")

    assert (beheerder.first_name, beheerder.is_active, beheerder.organisation is None) == ("Test", True, False)
    assert [group.name for group in beheerder.groups.all()] == [BEHEERDER]


def test_superuser_may_change_all(client, editor, colleague):
    other = Group.objects.create(name="Testgroep")

    save(client, colleague, groups=[other.pk], is_superuser="on")

    assert (colleague.is_superuser, [group.name for group in colleague.groups.all()]) == (True, ["Testgroep"])


def test_superuser_deletes_an_account_with_what_belongs_to_it(client, editor, colleague):
    response = client.post(url(User, "delete", colleague.pk), {"post": "yes"})

    assert (response.status_code, list(User.objects.all())) == (302, [editor])


def test_list_of_accounts_says_who_has_which_role(client, editor, colleague, django_assert_num_queries):
    make.make_user(is_staff=True)

    with django_assert_num_queries(7):
        page = client.get(url(User, "changelist"))

    assert re.findall(r'field-roles">(.*?)</td>', page.text) == ["supergebruiker", "redacteur", "-"]


@pytest.mark.parametrize("role", ROLES)
def test_role_is_changed_by_nobody(client, editor, role):
    group = Group.objects.get(name=role)

    assert client.post(url(Group, "change", group.pk), {"name": "anders"}).status_code == 403
    assert client.post(url(Group, "delete", group.pk), {"post": "yes"}).status_code == 403


def test_page_of_a_role_says_in_dutch_what_it_may(client, beheerder):
    page = client.get(url(Group, "change", Group.objects.get(name="meelezer").pk))

    assert "<li>Projecten: bekijken</li>" in page.text
    assert "Can view" not in page.text


def test_superuser_makes_a_group(client, editor):
    client.post(url(Group, "add"), {"name": "Testgroep"})
    client.post(url(Group, "change", Group.objects.get(name="Testgroep").pk), {"name": "Testredactie"})

    assert set(Group.objects.values_list("name", flat=True)) - ROLES.keys() == {"Testredactie"}

"""Accounts: made, helped and closed by a beheerder, who never gets beyond the four roles."""

import re
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import Group, Permission

from stroomop.models import SignIn, User
from stroomop.roles import BEHEERDER, ROLES
from tests import factories as make
from tests.pages import texts
from tests.stroomop.back_office.staff import form_data, history, run, save, url

pytestmark = pytest.mark.django_db
ACCOUNT_MODELS = [User, Group, SignIn]


@pytest.fixture
def beheerder(client):
    user = make.make_user(is_staff=True, email="beheerder@portaal.test", organisation=make.make_organisation())
    user.groups.set(Group.objects.filter(name=BEHEERDER))
    client.force_login(user)
    return User.objects.get(pk=user.pk)


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


def new_account(**values):
    role = Group.objects.get(name="redacteur")
    return {"username": "nieuw", "email": "nieuw@portaal.test", "groups": [role.pk], **values}


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

    with django_assert_num_queries(10):
        page = client.get(url(User, "changelist"))

    assert re.findall(r'field-roles">(.*?)</td>', page.text) == ["superuser", "redacteur", "-"]


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


def test_new_colleague_comes_from_a_letter_to_the_home_page(
    client, beheerder, settings, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url(User, "add"), new_account())
    settings.BACK_OFFICE_SECOND_FACTOR = True
    client.logout()
    [letter] = mailoutbox
    assert (letter.subject, letter.to) == ("StroomOP: Kies je wachtwoord", ["nieuw@portaal.test"])
    link = re.search(r"http://testserver(/beheer/account/password/reset/key/\S+)", letter.body).group(1)

    page = client.get(link, follow=True)
    password = "vier eenden zwemmen langs"
    client.post(page.request["PATH_INFO"], {"password1": password, "password2": password})
    page = client.post("/beheer/account/login/", {"login": "nieuw", "password": password}, follow=True)
    assert page.redirect_chain[-1][0].startswith("/beheer/account/reauthenticate/")
    page = client.post(page.redirect_chain[-1][0], {"password": password}, follow=True)
    assert texts(page, "h1") == ["App met codes instellen"]
    secret = page.context["form"].secret
    code = hotp_value(secret, next(yield_hotp_counters_from_time()))
    client.post("/beheer/account/2fa/totp/activate/", {"code": f"{code:06}"})

    home = client.get("/beheer/")
    assert (home.status_code, texts(home, "h1")) == (200, ["Beheer"])


def test_account_without_an_address_gets_no_letter(client, beheerder, colleague):
    User.objects.update(email="")

    assert run(client, "send_link", colleague) == [
        f"{colleague} heeft geen e-mailadres. Vul het in, dan kun je een link sturen."
    ]


def test_closed_account_gets_no_letter(client, beheerder, colleague, mailoutbox):
    User.objects.filter(pk=colleague.pk).update(is_active=False)

    assert run(client, "send_link", colleague) == [f"{colleague}: dit account is gesloten. Open het eerst."]
    assert mailoutbox == []


def test_letter_that_can_not_go_is_told(client, beheerder, colleague, settings):
    settings.MAILERS = {"default": {"BACKEND": "tests.stroomop.back_office.staff.NoMail"}}

    assert run(client, "send_link", colleague) == [
        "De brief naar collega@portaal.test kon niet weg. Probeer het straks opnieuw met “Stuur een link”."
    ]


def test_link_is_sent_again_from_the_account(client, beheerder, colleague, mailoutbox):
    address = url(User, "change", colleague.pk)
    data = {"CHANGE_FORM-action": "send_link", "_selected_action": colleague.pk}
    page = client.post(address, data, follow=True)

    said = [str(message) for message in page.context["messages"]]
    assert said == ["Er is een brief naar collega@portaal.test gestuurd, met een link die 3 dagen werkt."]
    assert [letter.to for letter in mailoutbox] == [["collega@portaal.test"]]
    assert history(colleague) == [(str(colleague), "Een link gestuurd om een wachtwoord te kiezen.")]


def test_lost_second_factor_is_taken_away_and_the_owner_told(client, beheerder, colleague, mailoutbox):
    Authenticator.objects.create(user=colleague, type=Authenticator.Type.RECOVERY_CODES, data={})
    first = run(client, "take_second_factor_away", colleague)
    second = run(client, "take_second_factor_away", colleague)

    assert (first, second) == (
        [f"{colleague} stelt bij het inloggen een nieuwe tweede stap in. Weet je niet wie het vroeg? Bel na."],
        [f"{colleague} had geen tweede inlogstap."],
    )
    assert [letter.subject for letter in mailoutbox] == ["StroomOP: Authenticator-app gedeactiveerd"]


def test_old_address_is_no_way_in_any_more(client, beheerder, colleague):
    save(client, colleague, email="Nieuw@portaal.test")

    assert (colleague.email, list(colleague.emailaddress_set.all())) == ("nieuw@portaal.test", [])


def test_address_belongs_to_one_account(client, beheerder, boss):
    page = client.post(url(User, "add"), new_account(email="Baas@portaal.test"))

    assert page.context["adminform"].form.errors == {"email": ["Dit e-mailadres hoort al bij een ander account."]}


def test_new_account_needs_an_address(client, beheerder):
    page = client.post(url(User, "add"), new_account(email=""))

    assert list(page.context["adminform"].form.errors) == ["email"]


def test_closed_account_is_out_at_once(client, beheerder, colleague, django_user_model):
    theirs = type(client)()
    theirs.force_login(colleague)
    assert theirs.get("/beheer/").status_code == 200

    save(client, colleague, is_active="")

    assert theirs.get("/beheer/").url == "/beheer/login/?next=/beheer/"

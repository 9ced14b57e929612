"""How a colleague gets in, and in again: by a letter, and never by a password that somebody else typed."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import Group

from stroomop.models import User
from tests.pages import texts
from tests.stroomop.back_office.staff import history, run, save, url

pytestmark = pytest.mark.django_db


def new_account(**values):
    role = Group.objects.get(name="redacteur")
    return {"username": "nieuw", "email": "nieuw@portaal.test", "groups": [role.pk], **values}


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


def test_address_belongs_to_one_account(client, beheerder, colleague):
    page = client.post(url(User, "add"), new_account(email="Collega@portaal.test"))

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

"""Who comes into the back-office, and what the pages for that say."""

from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from stroomop.accounts import AddKeyForm, EditKeyForm
from stroomop.models import User
from tests import factories as make
from tests.pages import links, texts
from tests.stroomop.back_office.staff import sign_in

pytestmark = pytest.mark.django_db


def test_reader_is_led_to_signing_in_and_back(client):
    response = client.get("/beheer/projects/project/", follow=True)

    assert response.redirect_chain[-1][0].startswith("/beheer/account/login/?next=%2Fbeheer%2Fprojects")
    assert texts(response, "h1") == ["Inloggen"]


def test_account_that_is_not_staff_is_refused(client):
    client.force_login(make.make_user())

    response = client.get("/beheer/", follow=True)

    assert response.status_code == 403
    assert texts(response, "h1") == ["Je hebt geen toegang tot deze pagina"]


def test_staff_without_second_factor_is_led_to_setting_it_up(client, editor, settings):
    settings.BACK_OFFICE_SECOND_FACTOR = True

    response = client.get("/beheer/", follow=True)

    assert ("/beheer/account/2fa/totp/activate/", 302) in response.redirect_chain
    assert "Stel eerst een tweede inlogstap in. Daarna kun je in het beheer." in response.text


def test_staff_with_second_factor_comes_in(client, editor, settings):
    settings.BACK_OFFICE_SECOND_FACTOR = True
    TOTP.activate(editor, generate_totp_secret())

    assert client.get("/beheer/").status_code == 200


def test_recovery_codes_alone_are_no_second_factor(client, editor, settings):
    settings.BACK_OFFICE_SECOND_FACTOR = True
    RecoveryCodes.activate(editor)

    assert client.get("/beheer/").status_code == 302


def test_signed_in_staff_has_no_business_on_the_login_page(client, editor):
    assert client.get("/beheer/login/").url == "/beheer/"


def test_login_page_says_what_to_fill_in_and_where_to_go_without_a_password(client):
    page = client.get("/beheer/account/login/")

    assert texts(page, "label")[:2] == ["Gebruikersnaam of e-mailadres", "Wachtwoord"]
    assert page.text.index('id="id_password"') < page.text.index("Wachtwoord vergeten?")
    assert links(page) == ["/beheer/account/password/reset/"]


def test_wrong_password_is_told_in_words(client):
    make.make_user(username="test")

    page = client.post("/beheer/account/login/", {"login": "test", "password": "fout"}).text

    assert "Je gebruikersnaam of je wachtwoord klopt niet." in page
    assert "<title>Fout: Inloggen " in page


def test_empty_field_has_its_fault_beside_it(client):
    page = client.post("/beheer/account/login/", {"login": "test"}).text

    assert 'href="#id_password"' in page
    assert 'aria-describedby="id_password_error"' in page


def test_right_password_opens_the_back_office(client):
    make.make_user(username="test", password="test", is_staff=True)

    response = client.post("/beheer/account/login/", {"login": "test", "password": "test"})

    assert response.url == "/beheer/"


def test_somebody_behind_the_web_server_signs_in(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    make.make_user(username="test", password="test", is_staff=True)

    # gunicorn on a socket knows no address: nginx tells it.
    response = client.post(
        "/beheer/account/login/",
        {"login": "test", "password": "test"},
        REMOTE_ADDR="",
        headers={"X-Forwarded-For": "192.0.2.1"},
    )

    assert (response.status_code, response.headers.get("Location")) == (302, "/beheer/")


@pytest.mark.parametrize(("address", "letters"), [("niemand@elders.test", []), ("test@portaal.test", ["test"])])
def test_new_password_is_sent_to_known_addresses_only(client, mailoutbox, address, letters):
    make.make_user(email="test@portaal.test")

    page = client.post("/beheer/account/password/reset/", {"email": address}, follow=True)

    assert page.redirect_chain == [("/beheer/account/password/reset/done/", 302)]
    assert [letter.to[0].partition("@")[0] for letter in mailoutbox] == letters


def test_nobody_signs_up(client):
    page = client.get("/beheer/account/signup/")
    client.post("/beheer/account/signup/", {"email": "test@portaal.test", "password1": "een lang wachtwoord"})

    assert texts(page, "h1") == ["Je kunt hier geen account aanmaken"]
    assert User.objects.count() == 0


ACCOUNT_PAGES = [
    "account_change_password",
    "account_email",
    "account_logout",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
]


@pytest.mark.parametrize("name", ACCOUNT_PAGES)
def test_account_page_looks_like_the_portal(client, editor, name):
    sign_in(client, editor)

    response = client.get(reverse(name))

    assert response.status_code == 200
    assert '<html lang="nl">' in response.text
    assert len(texts(response, "h1")) == 1
    assert 'href="/beheer/"' in response.text


def test_security_keys_are_listed_with_when_they_were_used(client, editor):
    sign_in(client, editor)
    key = {"user": editor, "type": Authenticator.Type.WEBAUTHN}
    Authenticator.objects.create(**key, data={"name": "Testsleutel", "credential": {}})
    used = datetime(2026, 1, 2, 12, tzinfo=UTC)
    Authenticator.objects.create(**key, data={"name": "Tweede", "credential": {}}, last_used_at=used)

    page = client.get(reverse("mfa_list_webauthn")).text

    assert "Testsleutel" in page
    assert "Nog niet gebruikt." in page
    assert "Het laatst gebruikt op 2 januari 2026." in page


def test_name_of_a_security_key_is_asked_in_dutch(editor):
    key = Authenticator(user=editor, type=Authenticator.Type.WEBAUTHN, data={"name": "Testsleutel"})

    assert AddKeyForm(user=editor).fields["name"].label == "Naam van de sleutel"
    assert EditKeyForm(instance=key).fields["name"].label == "Naam van de sleutel"

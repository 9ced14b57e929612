"""Sessions that end by themselves, and what somebody typed until then."""

import pytest
from django.contrib.messages import get_messages

from projects.models import Project
from tests import factories as make
from tests.pages import links
from tests.stroomop.back_office.staff import sign_in, url

pytestmark = pytest.mark.django_db
HOUR = 60 * 60
OVER = "Je was langer dan twee uur weg, of al twaalf uur ingelogd. Log opnieuw in: dan ga je verder waar je was."


def set_back(client, key, seconds):
    """As if it was that much longer ago."""
    session = client.session
    session[key] -= seconds
    session.save()


@pytest.mark.parametrize(
    ("key", "age", "is_in"),
    [
        ("seen", 2 * HOUR - 60, True),
        ("seen", 2 * HOUR + 1, False),
        ("began", 12 * HOUR - 60, True),
        ("began", 12 * HOUR + 1, False),
    ],
)
def test_session_ends_after_two_hours_of_silence_or_twelve_in_all(client, editor, key, age, is_in):
    address = url(Project, "changelist")
    client.get(address)
    set_back(client, key, age)

    response = client.get(address)

    told = [str(message) for message in get_messages(response.wsgi_request)]
    if is_in:
        assert (response.status_code, told) == (200, [])
    else:
        assert (response.url, told) == (f"/beheer/login/?next={address}", [OVER])
        page = client.get(response.url, follow=True)
        assert OVER in page.text
        assert f'value="{address}"' in page.text


def test_whoever_works_on_stays(client, editor):
    client.get("/beheer/")
    for _ in range(4):
        set_back(client, "seen", 1.5 * HOUR)
        client.get("/beheer/")

    assert client.get("/beheer/").status_code == 200


def test_public_page_has_nothing_to_do_with_sessions(client, editor):
    client.get("/beheer/")
    set_back(client, "seen", 3 * HOUR)

    assert client.get("/projecten/").cookies.keys() == set()


def test_what_was_typed_when_the_session_was_over_is_given_back(client, editor):
    project = make.make_project()
    address = url(Project, "change", project.pk)
    client.get(address)
    set_back(client, "seen", 3 * HOUR)

    typed = "Een heel verhaal <b>over</b> het project."
    page = client.post(address, {"name": "Kort", "what": typed, "password1": "een lang wachtwoord, geheim"})

    assert (page.status_code, page.context["typed"]) == (403, [typed])
    assert "Een heel verhaal &lt;b&gt;over&lt;/b&gt; het project." in page.text
    assert f"/beheer/account/login/?next={address.replace('/', '%2F')}" in links(page)
    assert page["Cache-Control"] == "no-store"


def test_a_click_without_text_leads_to_signing_in(client):
    address = url(Project, "changelist")

    assert client.post(address, {"action": "publish"}).url == f"/beheer/login/?next={address}"


def test_session_of_before_there_was_a_clock_is_over(client, editor):
    session = client.session
    del session["began"]
    session.save()

    assert client.get("/beheer/").status_code == 302


def test_other_sessions_end_when_the_password_changes(client, editor):
    other = type(client)()
    other.force_login(editor)
    sign_in(client, editor)
    password = "vier eenden zwemmen langs"
    data = {"oldpassword": "test", "password1": password, "password2": password}

    assert client.post("/beheer/account/password/change/", data).status_code == 302

    assert (client.get("/beheer/").status_code, other.get("/beheer/").status_code) == (200, 302)


def test_password_is_changed_in_one_place(client, editor):
    assert client.get("/beheer/password_change/").url == "/beheer/account/password/change/"


def test_change_of_password_stays_when_the_letter_about_it_can_not_go(client, editor, settings):
    sign_in(client, editor)
    settings.MAILERS = {"default": {"BACKEND": "tests.stroomop.back_office.staff.NoMail"}}
    password = "vier eenden zwemmen langs"

    client.post(
        "/beheer/account/password/change/", {"oldpassword": "test", "password1": password, "password2": password}
    )

    editor.refresh_from_db()
    assert editor.check_password(password)


def test_address_is_added_with_the_password_only(client, editor):
    response = client.post("/beheer/account/email/", {"action_add": "", "email": "tweede@elders.test"})

    assert response.url.startswith("/beheer/account/reauthenticate/")
    assert [address.email for address in editor.emailaddress_set.all()] == ["test@portaal.test"]


def test_nobody_is_remembered(client):
    make.make_user(username="test", password="test", is_staff=True)

    page = client.get("/beheer/account/login/")
    response = client.post("/beheer/account/login/", {"login": "test", "password": "test", "remember": "on"})

    assert "remember" not in page.context["form"].fields
    assert response.cookies["sessionid"]["max-age"] == ""

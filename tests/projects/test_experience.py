"""What somebody told, for as long as they agree: on the site, and afterwards nowhere at all."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote

import pytest
from django.core.signing import Signer
from django.db import connection
from django.test import Client
from django.urls import URLPattern, reverse

import advies.urls
import monitor.urls
import projects.urls
import stroomop.urls
from projects.models import Experience
from stroomop.lib import clock
from stroomop.models import SearchEntry
from tests.factories import (
    make_advies,
    make_event,
    make_experience,
    make_indicator,
    make_initiative,
    make_lesson,
    make_organisation,
    make_page,
    make_person,
    make_project,
    make_publication,
    make_story,
    make_term,
    make_theme,
    make_update,
    make_user,
    make_veranderopgave,
)
from tests.pages import texts
from tests.stroomop.back_office.staff import save
from tests.stroomop.test_robots_and_sitemap import entries

pytestmark = pytest.mark.django_db

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
PHRASE = "kwikzilveren paraplu"
EMPTY = {"title": "", "text": "", "consent_text": "", "project": None}


def words(experience) -> dict:
    experience.refresh_from_db()
    return {name: getattr(experience, name) for name in EMPTY}


def test_asking_to_withdraw_changes_nothing(client):
    experience = make_experience(project=make_project())
    before = words(experience)

    for ask in (client.get, client.head, client.options, client.put, client.delete):
        ask(experience.withdrawal_url)

    assert (words(experience), experience.withdrawn_at) == (before, None)
    assert texts(client.get(experience.withdrawal_url), "button") == ["Haal mijn verhaal weg"]


def test_withdrawing_takes_the_words_and_says_so(client):
    experience = make_experience(project=make_project())
    experience.themes.add(make_theme())

    with clock.fixed_at(NOON):
        response = client.post(experience.withdrawal_url, follow=True)

    assert response.redirect_chain == [("/ervaringen/ingetrokken/", 302)]
    assert texts(response, "h1") == ["Je verhaal is weg"]
    assert (words(experience), experience.withdrawn_at, experience.themes.count()) == (EMPTY, NOON, 0)


def test_withdrawing_needs_no_token_of_a_form():
    experience = make_experience()

    response = Client(enforce_csrf_checks=True).post(experience.withdrawal_url)

    assert (response.status_code, words(experience)) == (302, EMPTY)


def test_withdrawing_twice_is_harmless(client):
    experience = make_experience()
    with clock.fixed_at(NOON):
        client.post(experience.withdrawal_url)

    with clock.fixed_at(NOON + timedelta(days=1)):
        again = client.post(experience.withdrawal_url)

    assert (again.status_code, words(experience), experience.withdrawn_at) == (302, EMPTY, NOON)
    response = client.get(experience.withdrawal_url)
    assert (response.status_code, texts(response, "button")) == (200, [])


def test_words_do_not_come_back_with_who_was_editing(client):
    experience = make_experience(project=make_project())
    open_in_the_back_office = Experience.objects.get()
    with clock.fixed_at(NOON):
        client.post(experience.withdrawal_url)

    open_in_the_back_office.title = "Een andere titel"
    open_in_the_back_office.save()

    assert (words(experience), experience.withdrawn_at) == (EMPTY, NOON)


@pytest.mark.parametrize(
    "state", [{"published_at": None}, {"archived_at": NOON}, {"published_at": datetime(2200, 1, 1, tzinfo=UTC)}]
)
def test_experience_in_any_state_can_be_withdrawn(client, state):
    experience = make_experience(**state)

    assert (client.post(experience.withdrawal_url).status_code, words(experience)) == (302, EMPTY)


def test_experience_of_a_child_can_be_withdrawn(client):
    experience = make_experience(under_sixteen=True, parent_consent_on=date(2019, 12, 1))

    assert (client.post(experience.withdrawal_url).status_code, words(experience)) == (302, EMPTY)


def test_withdrawing_leaves_the_other_experiences(client):
    experience, other = make_experience(), make_experience(title="Blijft")

    client.post(experience.withdrawal_url)

    assert list(Experience.objects.published()) == list(Experience.objects.once_public()) == [other]
    assert words(other)["title"] == "Blijft"


def test_forged_link_is_not_found_and_withdraws_nothing(client):
    experience, other = make_experience(), make_experience()
    before = words(experience)
    address, token = experience.withdrawal_url.rstrip("/").rsplit("/", 1)
    signature = other.withdrawal_url.rstrip("/").rpartition(":")[2]
    number = str(experience.pk)
    forged = [number, f"{number}:", f"{number}:{signature}", f"{token}x", token[:-1], f"0{token}", "\0", "é:é"]
    forged += [Signer().sign(number), Signer(salt="projects.experience.withdraw", key="another key").sign(number)]

    addresses = [f"{address}/{quote(token)}/" for token in forged]
    statuses = [ask(address).status_code for address in addresses for ask in (client.get, client.post)]

    assert statuses == [404] * 20
    assert (words(experience), Experience.objects.filter(withdrawn_at=None).count()) == (before, 2)


def test_link_of_an_experience_that_was_deleted_is_not_found(client):
    experience = make_experience(published_at=None)
    address = experience.withdrawal_url
    experience.delete()

    assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]


def test_link_is_kept_from_others(client):
    experience = make_experience(title="Een geheim")
    token = experience.withdrawal_url.split("/")[-2]

    asked, done = client.get(experience.withdrawal_url), client.post(experience.withdrawal_url)

    for response in (asked, done):
        assert {name: response[name] for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")} == {
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Robots-Tag": "noindex",
        }
        assert (dict(response.cookies), "cookie" in response.get("Vary", "").lower()) == ({}, False)
        assert (token in response.content.decode(), "Een geheim" in response.content.decode()) == (False, False)


def test_page_that_says_it_is_done_cannot_be_posted_to_and_sets_no_cookie(client):
    response = client.get("/ervaringen/ingetrokken/")

    assert (response.status_code, dict(response.cookies)) == (200, {})
    assert client.post("/ervaringen/ingetrokken/").status_code == 405


def test_experience_is_called_by_its_number():
    experience = make_experience(title="Een geheim")

    assert str(experience) == f"Ervaring {experience.pk}"


def public_addresses(client, *events) -> set[str]:
    """Every page of the sitemap, every list and feed, and the calendars."""
    modules = {"projects:": projects.urls, "advies:": advies.urls, "monitor:": monitor.urls, "": stroomop.urls}
    paths = [(app, path) for app, module in modules.items() for path in module.urlpatterns]
    named = [(f"{app}{path.name}", path.pattern.converters) for app, path in paths if isinstance(path, URLPattern)]
    fixed = [reverse(name) for name, converters in named if not converters]
    calendars = [reverse("projects:event_calendar", args=[event.slug]) for event in events]
    return {*entries(client), *fixed, *calendars}


def with_phrase(client, addresses) -> list[str]:
    found = []
    for address in sorted(addresses):
        response = client.get(address)
        assert response.status_code in (200, 301, 404), address
        if PHRASE in b"".join(response).decode():
            found.append(address)
    return found


def tables_with_phrase() -> list[str]:
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            if any(PHRASE in str(value) for row in cursor.fetchall() for value in row):
                found.append(table)
    return found


def test_withdrawn_words_are_nowhere_any_more(client, found_at_once):
    project, theme, event = make_project(), make_theme(), make_event(date_from=date(2024, 5, 1), precision="dag")
    experience = make_experience(project=project, text=f"<p>Een {PHRASE}.</p>", consent_text=f"Ook: {PHRASE}.")
    project.themes.add(theme)
    experience.themes.add(theme)
    makers = (make_advies, make_indicator, make_initiative, make_lesson, make_organisation, make_page, make_person)
    for make in (*makers, make_publication, make_story, make_term, make_update, make_veranderopgave):
        make()
    staff = Client()
    staff.force_login(make_user(is_staff=True, is_superuser=True))
    save(staff, experience, title=f"Over een {PHRASE}", themes=[theme.pk])
    addresses = public_addresses(client, event) | {experience.withdrawal_url}

    assert with_phrase(client, addresses) == [project.get_absolute_url(), theme.get_absolute_url()]
    assert tables_with_phrase() == [Experience._meta.db_table, SearchEntry._meta.db_table]

    client.post(experience.withdrawal_url)

    assert with_phrase(client, addresses) == []
    assert tables_with_phrase() == []

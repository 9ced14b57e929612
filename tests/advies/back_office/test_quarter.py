"""The Kwartaalronde: one click for each advies without news, by two editors at once as well."""

import re
from contextlib import contextmanager
from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.utils.timezone import localtime

from advies.models import Check
from stroomop.lib import clock
from tests import factories as make
from tests.advies.back_office.conftest import NOW
from tests.advies.back_office.entry import TODAY
from tests.advies.back_office.stored import row_counts, values
from tests.pages import links, main, words
from tests.stroomop.back_office.staff import history, url

pytestmark = pytest.mark.django_db
ROUND = "/beheer/advies/check/kwartaalronde/"


def nothing_new(client, advies, note="", **kwargs):
    return client.post(ROUND, {"advies": advies.pk, "note": note}, **kwargs)


def cells(page, advies):
    """What stands in its row."""
    row = main(page).partition(f'<tr id="advies-{advies.number}">')[2].partition("</tr>")[0]
    return [words(cell) for cell in re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.DOTALL)]


def test_round_shows_the_last_news_and_check_of_each_public_advies(client, editor):
    first = make.make_advies(number=1, short_name="Eén", slug="een")
    second = make.make_advies(number=2, short_name="Twee", slug="twee")
    make.make_advies(number=3, published_at=None)
    make.make_news(first, title="Oud", date_from=date(2021, 1, 1), date_to=date(2021, 1, 1), precision="dag")
    make.make_news(first, title="Nieuw", date_from=date(2022, 5, 1), date_to=date(2022, 5, 31), precision="maand")
    make.make_news(first, title="Zonder datum")
    make.make_check(first, checked_on=date(2026, 8, 20))
    make.make_check(second, checked_on=TODAY, checked_by=editor)

    page = client.get(ROUND)

    todo = "Toelichting (mag leeg) Niets nieuws bij advies 1 Nieuws toevoegen bij advies 1"
    done = "Nagekeken vandaag door Test Redactie Nieuws toevoegen bij advies 2"
    assert [cells(page, advies) for advies in (first, second)] == [
        ["1. Eén", "Mei 2022: Nieuw", "20 augustus 2026", todo],
        ["2. Twee", "Geen nieuws met een datum.", "1 november 2026", done],
    ]
    assert main(page).count("<tr id=") == 2
    assert links(page)[-4:] == [
        "/adviezen/1-een/",
        "/beheer/advies/news/add/?advies=1&amp;van=kwartaalronde",
        "/adviezen/2-twee/",
        "/beheer/advies/news/add/?advies=2&amp;van=kwartaalronde",
    ]
    assert "1 van 2 gedaan" in page.text


def test_round_without_adviezen_says_so(client, editor):
    assert "Er staan nog geen adviezen op de site." in client.get(ROUND).text


def test_advies_that_was_never_checked_says_so(client, editor):
    advies = make.make_advies()

    assert cells(client.get(ROUND), advies)[2] == "Nog nooit"


def test_one_click_checks_an_advies_and_leads_to_the_next(client, editor):
    first, second, third = (make.make_advies(number=number) for number in (1, 2, 3))
    make.make_check(second, checked_on=TODAY)

    answers = [nothing_new(client, first), nothing_new(client, third, "Gezocht bij de Tweede Kamer.")]

    assert [answer.url for answer in answers] == [f"{ROUND}#advies-3", ROUND]
    assert values(Check.objects, "advies", "checked_on", "checked_by", "note") == [
        (second.pk, TODAY, None, ""),
        (first.pk, TODAY, editor.pk, ""),
        (third.pk, TODAY, editor.pk, "Gezocht bij de Tweede Kamer."),
    ]
    page = client.get(ROUND)
    assert [str(message) for message in page.context["messages"]] == [
        "Advies 1: niets nieuws.",
        "Advies 3: niets nieuws.",
    ]
    assert "3 van 3 gedaan: de ronde is klaar." in words(main(page))
    assert "<button" not in main(page)
    assert [what for _, what in history(Check.objects.get(advies=first))] == ["Toegevoegd."]


def test_after_the_last_row_comes_what_was_left_open(client, editor):
    make.make_advies(number=1)

    assert nothing_new(client, make.make_advies(number=2)).url == f"{ROUND}#advies-1"


@contextmanager
def click_of_a_colleague(advies, user):
    """Comes in after we looked whether there is a check, and before we make one."""
    clicked = []

    def click(execute, sql, *args):
        result = execute(sql, *args)
        if not clicked and sql.startswith("SELECT") and 'FROM "advies_check"' in sql:
            clicked.append(user)
            Check.objects.bulk_create([Check(advies=advies, checked_on=TODAY, note="Eerst.", checked_by=user)])
        return result

    with connection.execute_wrapper(click):
        yield


def test_second_of_two_editors_is_told_at_the_row_and_loses_nothing(client, editor):
    advies, _ = make.make_advies(number=4), make.make_advies(number=5)
    client.force_login(make.make_user(is_staff=True, is_superuser=True, username="collega"))
    # The log has a clock of its own.
    nothing_new(client, advies, "Eerst.")
    at = clock_of_log(advies)
    client.force_login(editor)
    before = row_counts()

    page = nothing_new(client, advies, "Ik zocht <b>zelf</b>.")

    assert page.status_code == 200
    assert cells(page, advies)[-1] == (
        f"Advies 4 is vandaag al nagekeken door collega om {at}. "
        "Je toelichting is niet bewaard: “Ik zocht <b>zelf</b>.” "
        "Nagekeken vandaag door collega Nieuws toevoegen bij advies 4"
    )
    assert "<b>zelf</b>" not in page.text
    assert values(Check.objects, "note") == [("Eerst.",)]
    assert row_counts() == before


def clock_of_log(advies):
    return localtime(LogEntry.objects.get(object_id=advies.checks.get().pk).action_time).strftime("%H:%M")


def test_two_clicks_at_the_same_moment_make_one_check(client, editor):
    advies = make.make_advies(number=4)
    with click_of_a_colleague(advies, make.make_user(first_name="Een", last_name="Collega")):
        page = nothing_new(client, advies, "Zelf gezocht.")

    assert cells(page, advies)[-1].startswith(
        "Advies 4 is vandaag al nagekeken door Een Collega. Je toelichting is niet bewaard: “Zelf gezocht.”"
    )
    assert values(Check.objects, "note") == [("Eerst.",)]


def test_second_without_a_note_is_told_only_who_was_first(client, editor):
    advies = make.make_advies(number=4)
    make.make_check(advies, checked_on=TODAY)

    page = nothing_new(client, advies)

    assert cells(page, advies)[-1] == (
        "Advies 4 is vandaag al nagekeken. Nagekeken vandaag Nieuws toevoegen bij advies 4"
    )


def test_note_that_is_too_long_stays_to_be_shortened(client, editor):
    advies = make.make_advies(number=4)

    page = nothing_new(client, advies, "x" * 301)

    assert cells(page, advies)[-1].startswith("Zorg dat deze waarde niet meer dan 300 tekens bevat")
    assert f'value="{"x" * 301}"' in page.text
    assert 'aria-describedby="fault-4" aria-invalid="true"' in page.text
    assert Check.objects.count() == 0


def test_tomorrow_the_round_is_open_again(client, editor):
    advies = make.make_advies()
    make.make_check(advies, checked_on=date(2026, 10, 31))

    nothing_new(client, advies)

    assert values(Check.objects, "checked_on") == [(date(2026, 10, 31),), (TODAY,)]


@pytest.mark.parametrize("advies", ["", "x", "0", "99999999999999999999"])
def test_nonsense_is_not_found(client, editor, advies):
    assert client.post(ROUND, {"advies": advies}).status_code == 404


def test_draft_is_not_checked(client, editor):
    assert nothing_new(client, make.make_advies(published_at=None)).status_code == 404


def test_other_methods_are_refused(client, editor):
    assert client.delete(ROUND).status_code == 405


def test_reader_is_led_to_signing_in(client):
    assert nothing_new(client, make.make_advies()).url == f"/beheer/login/?next={ROUND}"
    assert client.get(ROUND).url == f"/beheer/login/?next={ROUND}"


@pytest.mark.parametrize(
    ("rights", "looks", "checks"),
    [(["add_news"], 403, 403), (["view_check"], 200, 403), (["change_check"], 200, 403), (["add_check"], 200, 302)],
)
def test_round_is_for_who_may_check_or_look(client, staff, rights, looks, checks):
    staff(*rights)
    advies = make.make_advies()

    page = client.get(ROUND)

    assert (page.status_code, nothing_new(client, advies).status_code) == (looks, checks)
    assert ("<button" in main(page)) is (checks == 302)
    assert "Nieuws toevoegen" not in main(page)


def test_round_is_found_from_the_list_of_checks_and_the_first_page(client, editor):
    assert ROUND in links(client.get(url(Check, "changelist")))
    assert {"/beheer/advies/news/add/", ROUND} <= set(links(client.get("/beheer/")))


def test_first_page_offers_what_somebody_may_do(client, staff):
    staff("view_project")

    assert ROUND not in links(client.get("/beheer/"))


@pytest.mark.parametrize("count", [1, 3, 12])
def test_round_asks_a_fixed_number_of_queries(client, editor, django_assert_num_queries, count):
    for _ in range(count):
        advies = make.make_advies()
        make.make_news(advies)
        make.make_check(advies, checked_on=TODAY, checked_by=make.make_user())

    with django_assert_num_queries(8):
        client.get(ROUND)


def test_round_is_of_today_in_the_netherlands(client, editor):
    advies = make.make_advies()
    with clock.fixed_at(NOW.replace(hour=23, minute=30)):
        client.force_login(editor)
        nothing_new(client, advies)

    assert values(Check.objects, "checked_on") == [(date(2026, 11, 2),)]

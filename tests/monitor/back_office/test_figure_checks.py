"""Somebody looked for a newer figure: one click on the page of the indicator, and it stays."""

from datetime import UTC, date, datetime

import pytest

from monitor.models import FigureCheck, Indicator
from stroomop.lib import clock
from tests.advies.back_office.forms import faults, post
from tests.advies.back_office.stored import values
from tests.pages import main, words
from tests.stroomop.back_office.staff import history, save, url

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)


def page_of(client, indicator):
    return client.get(url(Indicator, "change", indicator.pk))


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("niets-nieuws", "gecontroleerd, niets nieuws"),
        ("geen-antwoord", "gevraagd, geen antwoord"),
        ("nieuw", "nieuw cijfer gevonden"),
    ],
)
def test_one_click_keeps_what_came_of_it(client, editor, catalogue, press, outcome, said):
    assert "Nog nooit nagekeken." in words(main(page_of(client, catalogue)))

    assert press(catalogue, outcome, note="Op de site gekeken.") == [f"Bewaard: {said}."]

    found = values(FigureCheck.objects, "indicator", "checked_on", "outcome", "note", "checked_by")
    assert found == [(catalogue.pk, TODAY, outcome, "Op de site gekeken.", editor.pk)]
    assert [what for _, what in history(FigureCheck.objects.get())] == ["Toegevoegd."]
    assert f"Laatst nagekeken op 1 november 2026 door Test Redactie: {said}." in words(main(page_of(client, catalogue)))


def test_second_click_on_a_day_changes_nothing(client, editor, catalogue, press):
    press(catalogue, "geen-antwoord")

    assert press(catalogue, "niets-nieuws") == [
        "Dit cijfer is vandaag al nagekeken: gevraagd, geen antwoord. Dat blijft staan."
    ]
    assert values(FigureCheck.objects, "outcome") == [("geen-antwoord",)]
    with clock.fixed_at(datetime(2026, 11, 2, 12, tzinfo=UTC)):
        press(catalogue, "niets-nieuws")
    assert FigureCheck.objects.count() == 2


def test_note_that_is_too_long_is_refused(client, editor, catalogue, press):
    assert press(catalogue, "niets-nieuws", note="x" * 301) == [
        "Zorg dat deze waarde niet meer dan 300 tekens bevat (het zijn er nu 301)."
    ]
    assert not FigureCheck.objects.exists()


def test_checks_of_before_can_only_be_read(client, editor, catalogue):
    check = FigureCheck.objects.create(indicator=catalogue, checked_on=date(2026, 1, 5), outcome="niets-nieuws")

    save(client, catalogue, name="Andere naam", **{"checks-0-id": check.pk, "checks-0-outcome": "nieuw"})

    check.refresh_from_db()
    assert check.outcome == "niets-nieuws"
    page = words(main(page_of(client, catalogue)))
    assert "Laatst nagekeken op 5 januari 2026: gecontroleerd, niets nieuws." in page


def test_who_may_only_look_gets_no_buttons(client, staff, catalogue):
    staff("view_indicator")

    assert 'name="doe"' not in page_of(client, catalogue).text
    assert client.post(url(Indicator, "change", catalogue.pk), {"doe": "niets-nieuws"}).status_code == 403
    assert not FigureCheck.objects.exists()


def test_new_indicator_has_nothing_to_check(client, editor):
    assert "Is er een nieuwer cijfer?" not in client.get(url(Indicator, "add")).text


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        ({"expected_on": "2027-02-01"}, "expected_note", "Zeg wie deze dag noemt, of laat de dag leeg."),
        ({"expected_note": "het testbureau"}, "expected_on", "Vul de dag in, of haal weg wie hem noemt."),
    ],
)
def test_expected_day_and_who_names_it_go_together(client, editor, catalogue, data, field, message):
    assert faults(post(client, catalogue, **data))[0][field] == [message]


def test_expected_day_is_kept(client, editor, catalogue):
    saved = save(client, catalogue, expected_on="2027-02-01", expected_note="het testbureau")

    assert (saved.expected_on, saved.expected_note) == (date(2027, 2, 1), "het testbureau")


def test_form_has_the_expected_day_in_a_group_of_its_own(client, editor):
    groups = [group.name for group in client.get(url(Indicator, "add")).context["adminform"]]

    assert groups[1:3] == ["Het volgende cijfer", "Kleine aantallen"]

"""Changes that were planned: each comes once by itself, or says why it could not."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from projects.models import Project
from stroomop.drafts import publish_due
from stroomop.lib import clock
from tests import factories as make
from tests.stroomop.back_office.staff import history, run, save, url

pytestmark = pytest.mark.django_db
LATER = {"publiceer-moment": "2099-06-01T10:00"}
BEFORE, AFTER = datetime(2099, 6, 1, 7, 59, tzinfo=UTC), datetime(2099, 6, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def planned(client, editor):
    project = make.make_project(name="Oud")
    project.results.create(text="<p>Oud.</p>")
    return save(client, project, "_schedule", name="Nieuw", **{"results-0-text": "<p>Nieuw.</p>"}, **LATER)


def due_at(moment):
    with clock.fixed_at(moment):
        return publish_due()


def test_change_comes_at_its_moment_and_once(editor, planned):
    assert [due_at(BEFORE), due_at(AFTER), due_at(AFTER)] == [(0, 0), (1, 0), (0, 0)]

    planned.refresh_from_db()
    assert (planned.name, planned.changed_at, planned.drafts.count()) == ("Nieuw", AFTER, 0)
    assert [result.text for result in planned.results.all()] == ["<p>Nieuw.</p>"]
    assert planned.history.first().history_user == editor
    assert [message for _, message in history(planned)] == [
        "Wijziging ingepland voor 1 juni 2099 10:00.",
        "Naam gewijzigd. Resultaat voor resultaat ‘Resultaat van Nieuw’ gewijzigd.",
        "Gepubliceerd.",
    ]


def test_command_tells_what_it_did(planned, capsys):
    with clock.fixed_at(AFTER):
        call_command("publish_drafts")
        call_command("publish_drafts")

    assert capsys.readouterr().out == "1 published, 0 refused.\n"


REFUSALS = {
    "archived": "Het staat zelf niet meer op de site.",
    "touched": "Een collega deed er daarna nog iets mee. Kijk na of de wijziging nog klopt.",
    "left": "Wie dit inplande, werkt hier niet meer. Publiceer het zelf.",
    "fewer rights": "Wie dit inplande, mag dit niet meer. Publiceer het zelf.",
    "taken": "Er bestaat al een Project met eenzelfde Adres.",
}


def spoil(how, project, editor, client):
    match how:
        case "archived":
            Project.objects.filter(pk=project.pk).update(archived_at=clock.now())
        case "touched":
            run(client, "archive", project)
            Project.objects.filter(pk=project.pk).update(archived_at=None)
        case "left":
            editor.is_active = False
            editor.save()
        case "fewer rights":
            editor.is_superuser = False
            editor.save()
        case "taken":
            make.make_project(slug="bezet")


@pytest.mark.parametrize("how", REFUSALS)
def test_change_that_cannot_be_says_why_and_waits(client, editor, how):
    project = make.make_project(name="Oud")
    save(client, project, "_schedule", name="Nieuw", slug="bezet", **LATER)
    spoil(how, project, editor, client)

    assert [due_at(AFTER), due_at(AFTER)] == [(0, 1), (0, 0)]

    draft = project.drafts.get()
    project.refresh_from_db()
    assert (project.name, draft.publish_at, draft.refusal) == ("Oud", None, REFUSALS[how])
    client.force_login(make.make_user(is_staff=True, is_superuser=True))
    assert REFUSALS[how] in client.get(url(Project, "change", project.pk)).text


def test_one_that_breaks_keeps_no_other_waiting(client, editor, planned, caplog):
    other = make.make_project(name="Ander")
    save(client, other, "_schedule", name="Anders", **LATER)
    # As an older version of the portal might have kept it.
    draft = planned.drafts.get()
    draft.data = []
    draft.save()

    assert due_at(AFTER) == (1, 1)

    other.refresh_from_db()
    assert other.name == "Anders"
    assert planned.drafts.get().refusal == "Er ging iets mis. Open het formulier en probeer het zelf opnieuw."
    assert "could not be published" in caplog.text


def test_refused_change_can_be_planned_again(client, planned):
    planned.drafts.update(publish_at=None, refusal="Een test.")

    save(client, planned, "_schedule", **LATER)

    draft = planned.drafts.get()
    assert (draft.publish_at, draft.refusal) == (AFTER, "")

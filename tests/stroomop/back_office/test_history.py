"""What became of an item: who did what, with the old and the new side by side."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.admin.models import LogEntry

from projects.models import Image, Project, Result, Story
from stroomop.content import load_content
from stroomop.lib.admin import history as module
from tests import factories as make
from tests.stroomop.back_office.staff import run, save, url

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 1, 9, tzinfo=UTC)


def lines(client, item, **query):
    """Who did what, and which words that changed; newest first."""
    page = client.get(url(type(item), "history", item.pk), query)
    return [
        (line.who, line.what, line.note, [(one.label, one.before, one.after) for one in line.changes])
        for line in page.context["lines"]
    ]


def write(item, moment, **values):
    """Not by the back-office."""
    item._history_date = moment
    for name, value in values.items():
        setattr(item, name, value)
    item.save()


@pytest.fixture(autouse=True)
def named(editor):
    editor.first_name, editor.last_name = "Test", "Redactie"
    editor.save()


def test_one_save_is_one_line(client, editor):
    project = make.make_project(name="Test", summary="Oud.")
    project.results.create(text="<p>Een.</p>")
    theme = make.make_theme(name="Testthema")

    save(client, project, summary="Nieuw.", themes=[theme.pk], **{"results-0-text": "<p>Twee.</p>"})

    assert lines(client, project) == [
        (
            "Test Redactie",
            "In één zin en Thema's gewijzigd. Resultaat voor resultaat ‘Resultaat van Test’ gewijzigd. Gepubliceerd.",
            "",
            [
                ("In één zin", "Oud.", "Nieuw."),
                ("Thema's", "(leeg)", "Testthema"),
                ("Resultaat 1: resultaat", "Een.", "Twee."),
            ],
        ),
        ("", "Geladen uit bestanden.", "De eerste versie.", []),
    ]


def test_rows_that_came_and_went_are_told(client, editor):
    project = make.make_project()
    project.results.create(text="<p>Een.</p>")
    added = {"results-TOTAL_FORMS": 2, "results-1-text": "<p>Twee.</p>"}
    save(client, project, **added)
    save(client, project, **{"results-0-DELETE": "on"})

    assert [changes for _, _, _, changes in lines(client, project)] == [
        [("Resultaat 1", "Een.", "(weggehaald)")],
        [("Resultaat 2", "(was er niet)", "Twee.")],
        [],
    ]
    assert Result.objects.count() == 1


def test_what_is_in_the_log_alone_stands_between(client, editor):
    experience = make.make_experience(published_at=None)
    run(client, "publish", experience)
    run(client, "withdraw", experience, post="yes")

    assert lines(client, experience) == [
        ("Test Redactie", "Toestemming ingetrokken.", "", []),
        ("Test Redactie", "Gepubliceerd.", "", []),
    ]


def test_publishing_in_bulk_is_a_line_with_its_moment(client, editor):
    story = make.make_story(published_at=None)
    run(client, "publish", story)

    [(who, what, note, [(label, before, _)]), first] = lines(client, story)

    assert (who, what, note) == ("Test Redactie", "Gepubliceerd.", "")
    assert (label, before) == ("Gepubliceerd vanaf", "(leeg)")
    assert first == ("", "Geladen uit bestanden.", "De eerste versie.", [])


def test_loading_is_one_line_without_a_person(client, own_files):
    own_files(
        projects_theme="[{slug: thema, name: Thema}]",
        projects_project="[{slug: alfa, name: Alfa, summary: Test., themes: [thema], results: [{text: <p>Test.</p>}]}]",
    )
    load_content()

    assert lines(client, Project.objects.get()) == [("", "Geladen uit bestanden.", "De eerste versie.", [])]


def test_draft_that_is_kept_is_a_line(client, editor):
    story = make.make_story()
    save(client, story, "_save", title="Nieuw")

    assert lines(client, story)[0] == ("Test Redactie", "Concept bewaard.", "", [])


def test_what_nobody_logged_is_told_by_who_did_it(client, editor):
    story = make.make_story(title="Een")
    story.history.update(history_date=MORNING)
    write(story, MORNING + timedelta(hours=1), title="Twee")
    story._history_user = editor
    write(story, MORNING + timedelta(hours=2), title="Drie")

    assert lines(client, story) == [
        ("Test Redactie", "Gewijzigd.", "", [("Titel", "Twee", "Drie")]),
        ("", "Bijgewerkt door het systeem.", "", [("Titel", "Een", "Twee")]),
        ("", "Geladen uit bestanden.", "De eerste versie.", []),
    ]


def test_what_somebody_made_elsewhere_is_told(client, editor):
    story = Story(title="Test", slug="test", kind="nieuws", body="<p>Test.</p>", source_title="Testbron")
    story._history_user = editor
    story.save()

    assert lines(client, story) == [("Test Redactie", "Gemaakt.", "De eerste versie.", [])]


def test_what_stood_there_before_the_history_began_is_not_known(client, editor):
    story = make.make_story(title="Een")
    story.history.all().delete()
    save(client, story, title="Twee")

    assert lines(client, story) == [
        ("Test Redactie", "Titel gewijzigd. Gepubliceerd.", "Wat er eerst stond, is niet bewaard.", [])
    ]


def test_saving_without_a_change_says_so(client, editor):
    story = make.make_story()
    save(client, story)

    said = "Geen velden gewijzigd. Gepubliceerd."
    assert lines(client, story)[0] == ("Test Redactie", said, "Wat er staat, bleef hetzelfde.", [])


@pytest.mark.parametrize(
    "make_one", [make.make_experience, lambda **_: Image.objects.create(width=1, height=1, decorative=True)]
)
def test_item_without_a_history_has_its_log(client, editor, make_one):
    item = make_one()

    page = client.get(url(type(item), "history", item.pk))

    assert "Er is nog niets gebeurd sinds wij bijhouden wat er verandert." in page.text
    assert client.get(url(type(item), "version", item.pk, 1)).status_code == 404


def test_long_history_has_pages(client, editor, monkeypatch):
    monkeypatch.setattr(module, "PER_PAGE", 2)
    story = make.make_story(title="0")
    story.history.update(history_date=MORNING)
    for number in range(1, 5):
        write(story, MORNING + timedelta(hours=number), title=str(number))

    pages = [[changes for _, _, _, changes in lines(client, story, p=number)] for number in ("1", "2", "3", "9", "x")]

    assert pages[:3] == [
        [[("Titel", "3", "4")], [("Titel", "2", "3")]],
        [[("Titel", "1", "2")], [("Titel", "0", "1")]],
        [[]],
    ]
    assert pages[3:] == [pages[2], pages[0]]
    assert '<a href="?p=2" aria-current="page">2</a>' in client.get(url(Story, "history", story.pk), {"p": 2}).text


def test_very_long_history_leaves_pages_out(client, editor, monkeypatch):
    monkeypatch.setattr(module, "PER_PAGE", 1)
    story = make.make_story()
    LogEntry.objects.log_actions(editor.pk, [story] * 30, 2)

    assert "<li>…</li>" in client.get(url(Story, "history", story.pk), {"p": 15}).text


def test_history_asks_little_however_long_it_is(client, editor, django_assert_num_queries):
    story = make.make_story()
    for number in (1, 8):
        for one in range(number):
            changes = {"themes": [make.make_theme().pk], "projects": [make.make_project().pk]}
            save(client, story, title=f"Test {one}", **changes)
        with django_assert_num_queries(16):
            client.get(url(Story, "history", story.pk))

"""What became of an item: who did what, with the old and the new side by side; and each version whole."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission

from projects.models import Experience, Image, Project, Result, Story
from stroomop.content import load_content
from stroomop.lib.admin import history as module
from stroomop.models import HelpLine
from tests import factories as make
from tests.pages import words
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


@pytest.fixture
def reader(client):
    """Staff who may look at stories, and change nothing."""
    user = make.make_user(is_staff=True, username="meelezer")
    group = Group.objects.create(name="Testgroep")
    group.permissions.add(Permission.objects.get(codename="view_story"))
    user.groups.add(group)
    client.force_login(user)
    return user


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


def test_version_stands_whole_beside_what_is_there_now(client, editor):
    project = make.make_project(name="Test", slug="test", summary="Een oude zin.", question="Waarom?")
    project.results.create(text="<p>Een.</p>")
    first = project.history.last()
    save(client, project, summary="Een nieuwe zin.")

    page = client.get(url(Project, "version", project.pk, first.pk))

    told = [[(line.label, line.after) for line in page.context[name]] for name in ("changes", "the_same")]
    assert told == [
        [("In één zin", "Een nieuwe zin.")],
        [
            ("Gepubliceerd vanaf", "1 januari 2020 01:00"),
            ("Adres", "test"),
            ("Gevoelig", "nee"),
            ("Naam", "Test"),
            ("Vraag", "Waarom?"),
            ("Fase", "onbekend"),
            ("Resultaat 1", "Een."),
        ],
    ]
    assert "In één zin Een weg: oude zin. Een nieuw: nieuwe zin." in words(page.text)
    assert "Daarnaast staat wat er nu is." in words(page.text)
    assert "na een wijziging van" not in page.text


def test_version_that_is_still_there_says_so(client, editor):
    story = make.make_story()
    save(client, story, title="Nieuw")

    page = client.get(url(Story, "version", story.pk, story.history.first().pk))

    assert "na een wijziging van Test Redactie. Dat is precies wat er nu staat." in words(page.text)
    assert "Zet deze versie terug" not in page.text


def test_history_leads_to_each_older_version(client, editor):
    story = make.make_story()
    save(client, story, title="Nieuw")
    newest, oldest = story.history.all()[0], story.history.last()

    page = client.get(url(Story, "history", story.pk))

    assert f'href="{url(Story, "version", story.pk, oldest.pk)}"' in page.text
    assert url(Story, "version", story.pk, newest.pk) not in page.text
    assert "Dit staat er nu." in page.text


def test_version_asks_little_however_much_there_is(client, editor, django_assert_num_queries):
    story = make.make_story()
    for number in (1, 6):
        for _ in range(number):
            story.themes.add(make.make_theme())
            story.projects.add(make.make_project())
        with django_assert_num_queries(19):
            client.get(url(Story, "version", story.pk, story.history.last().pk))


def test_version_of_another_item_is_not_there(client, editor):
    story, other = make.make_story(), make.make_story()

    addresses = [url(Story, "version", story.pk, other.history.get().pk), url(Story, "version", story.pk, 10**30)]
    addresses += [url(Story, "version", 0, 1), url(Story, "version", "x", 1), url(Experience, "version", 1, 1)]

    assert [client.get(address).status_code for address in addresses] == [404] * 5


def test_looking_is_for_who_may_look(client, editor, reader):
    story, project = make.make_story(title="Oud"), make.make_project()
    story.history.update(history_date=MORNING)
    write(story, MORNING + timedelta(hours=1), title="Nieuw")
    old = story.history.get(title="Oud")

    page = client.get(url(Story, "version", story.pk, old.pk))

    assert [(one.label, one.before, one.after) for one in page.context["changes"]] == [("Titel", "Oud", "Nieuw")]
    assert "Zet deze versie terug" not in page.text
    assert [changes for _, _, _, changes in lines(client, story)] == [[("Titel", "Oud", "Nieuw")], []]
    assert client.get(url(Project, "history", project.pk)).status_code == 403
    assert client.get(url(Project, "version", project.pk, project.history.get().pk)).status_code == 403
    client.logout()
    assert client.get(url(Story, "version", story.pk, old.pk)).status_code == 302


def test_what_has_no_drafts_is_looked_at_only(client, editor):
    line = make.make_help_line(text="Oud")
    save(client, line, text="Nieuw")

    page = client.get(url(HelpLine, "version", line.pk, line.history.last().pk))

    assert [(one.label, one.before, one.after) for one in page.context["changes"]] == [("Wanneer", "Oud", "Nieuw")]
    assert "Zet deze versie terug" not in page.text
    assert client.post(url(HelpLine, "put_back", line.pk, line.history.last().pk)).status_code == 404

"""Each version of an item, whole and beside what is there now."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission

from projects.models import Experience, Project, Story
from stroomop.models import HelpLine
from tests import factories as make
from tests.pages import words
from tests.stroomop.back_office.staff import save, url
from tests.stroomop.back_office.test_history import MORNING, lines, named, write  # noqa: F401 - one is a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    """Staff who may look at stories, and change nothing."""
    user = make.make_user(is_staff=True, username="meelezer")
    group = Group.objects.create(name="Testgroep")
    group.permissions.add(Permission.objects.get(codename="view_story"))
    user.groups.add(group)
    client.force_login(user)
    return user


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
    assert "{#" not in page.text


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

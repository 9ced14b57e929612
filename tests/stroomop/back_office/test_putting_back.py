"""Putting back an earlier version: it becomes a draft, and the public sees nothing of it yet."""

from datetime import UTC, datetime

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission

from projects.models import Experience, Story
from stroomop.lib import clock
from stroomop.lib.admin.differences import differences
from stroomop.lib.admin.snapshot import stored
from stroomop.models import Draft
from tests import factories as make
from tests.pages import words
from tests.stroomop.back_office.staff import history, save, url
from tests.stroomop.back_office.test_snapshot import asked  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def story(client, editor):
    """With an older version."""
    story = make.make_story(title="Oud")
    story.history.update(history_date=datetime(2026, 10, 1, 8, tzinfo=UTC))
    return save(client, story, title="Nieuw")


def put_back(client, story, **data):
    return client.post(url(Story, "put_back", story.pk, story.history.last().pk), data)


def test_version_becomes_a_draft(client, editor, story):
    with clock.fixed_at(NOON):
        response = put_back(client, story)

    draft = Draft.objects.get()
    assert (draft.item, draft.author, draft.saved_at, draft.publish_at) == (story, editor, NOON, None)
    assert draft.data["title"] == ["Oud"]
    story.refresh_from_db()
    assert story.title == "Nieuw"
    assert (response.status_code, response.url) == (302, url(Story, "change", story.pk))
    assert history(story)[-1] == ("Nieuw", "De versie van 1 oktober 2026 10:00 teruggezet als concept.")


def test_editor_is_told_what_is_next(client, story):
    put_back(client, story)

    *_, message = client.get(url(Story, "change", story.pk)).context["messages"]

    said = "De versie van 1 oktober 2026 10:00 staat in dit formulier, als concept. Op de site is nog niets veranderd: "
    assert str(message) == f"{said}kijk het na en publiceer het dan."


def test_draft_differs_as_the_version_did(client, story, asked):  # noqa: F811 - a fixture
    put_back(client, story)

    screen = admin.site.get_model_admin(Story)
    now = stored(screen, asked, story)
    found = differences(screen, asked, story, now, Draft.objects.get().data)

    assert [(line.label, line.before, line.after) for line in found] == [("Titel", "Nieuw", "Oud")]


def test_page_of_a_version_has_the_button(client, story):
    oldest = story.history.last()

    page = client.get(url(Story, "version", story.pk, oldest.pk))

    assert f'action="{url(Story, "put_back", story.pk, oldest.pk)}"' in page.text
    assert "Bestanden blijven zoals ze nu zijn." in words(page.text)


def test_what_is_kept_is_told_on_the_page(client, editor):
    news = make.make_news(title="Oud")
    save(client, news, title="Nieuw")

    page = client.get(url(type(news), "version", news.pk, news.history.last().pk))

    assert "Bestanden blijven zoals ze nu zijn, en wat vaststaat sinds het openbaar is ook." in words(page.text)


@pytest.fixture
def waiting(story):
    """A draft of a colleague."""
    colleague = make.make_user(is_staff=True, first_name="Test", last_name="Collega")
    return story.drafts.create(data={"title": ["Concept"]}, base=0, author=colleague, saved_at=NOON)


def test_draft_that_waits_is_not_lost_unasked(client, story, waiting):
    page = put_back(client, story)

    assert list(Draft.objects.values_list("pk", "data")) == [(waiting.pk, {"title": ["Concept"]})]
    said = "Er wacht al een concept van deze pagina: van Test Collega, bewaard op 1 november 2026, 13:00."
    assert said in words(page.text)

    response = put_back(client, story, replaces=page.context["replaces"])

    assert response.status_code == 302
    assert [draft.data["title"] for draft in Draft.objects.all()] == [["Oud"]]


def test_draft_that_changed_meanwhile_is_asked_for_again(client, story, waiting):
    seen = put_back(client, story).context["replaces"]
    waiting.saved_at = datetime(2026, 11, 1, 13, tzinfo=UTC)
    waiting.save()

    page = put_back(client, story, replaces=seen)

    assert "bewaard op 1 november 2026, 14:00" in page.text
    assert Draft.objects.get() == waiting


def test_putting_back_is_for_who_may_change(client, story):
    user = make.make_user(is_staff=True)
    group = Group.objects.create(name="Testgroep")
    group.permissions.add(Permission.objects.get(codename="view_story"))
    user.groups.add(group)
    client.force_login(user)

    assert put_back(client, story).status_code == 403
    client.logout()
    assert put_back(client, story).status_code == 302
    assert not Draft.objects.exists()


def test_version_of_another_item_is_not_put_back(client, story):
    other = make.make_story()

    addresses = [url(Story, "put_back", story.pk, other.history.get().pk), url(Story, "put_back", 0, 1)]
    addresses.append(url(Experience, "put_back", make.make_experience().pk, 1))

    assert [client.post(address).status_code for address in addresses] == [404] * 3
    assert not Draft.objects.exists()


def test_looking_at_the_address_puts_nothing_back(client, story):
    assert client.get(url(Story, "put_back", story.pk, story.history.last().pk)).status_code == 405
    assert not Draft.objects.exists()


def test_version_that_was_put_back_is_published_as_any_draft(client, story):
    put_back(client, story)

    save(client, story)

    assert (story.title, Draft.objects.count()) == ("Oud", 0)

"""What a change form would send: of what is stored now, and of an earlier version."""

from datetime import UTC, date, datetime, time

import pytest
from django.contrib import admin
from django.http import QueryDict
from django.test import RequestFactory

from advies.models import Advies
from monitor.models import Indicator
from projects.models import Project, Publication, Result
from stroomop.lib.admin import PublishableAdmin
from stroomop.lib.admin.snapshot import parts, stored
from tests import factories as make
from tests.stroomop.back_office.staff import save, url

pytestmark = pytest.mark.django_db
PUBLISHABLE = [
    model for model in admin.site._registry if isinstance(admin.site.get_model_admin(model), PublishableAdmin)
]


@pytest.fixture
def asked(editor):
    request = RequestFactory().get("/beheer/")
    request.user = editor
    return request


def query(data):
    filled = QueryDict(mutable=True)
    for name, values in data.items():
        filled.setlist(name, values)
    return filled


def rows(item):
    """All that is stored of an item and of what stands below it."""
    related = [field for field in item._meta.get_fields() if field.one_to_many and hasattr(field, "get_accessor_name")]
    below = {
        field.name: list(
            field.related_model._base_manager.filter(**{field.field.name: item.pk}).order_by("pk").values()
        )
        for field in related
        if field.get_accessor_name() and not field.name.startswith("historical")
    }
    tied = {
        field.name: sorted(getattr(item, field.name).values_list("pk", flat=True)) for field in item._meta.many_to_many
    }
    return type(item)._base_manager.filter(pk=item.pk).values().get(), below, tied


@pytest.fixture
def filled(everything):
    """With something in every kind of field, and rows in every table of a project and an indicator."""
    project = Project.objects.get()
    project.themes.add(make.make_theme(), make.make_theme())
    project.former_names.create(name="Oude naam")
    project.sources.create(title="Testbron", url="https://bron.test/")
    project.results.create(text="<ul>\n<li>Een</li>\n</ul>")
    project.participations.create(organisation=make.make_organisation(), role="partner")
    indicator = Indicator.objects.get()
    advies = Advies.objects.first()
    make.make_advies_indicator(advies, indicator)
    make.make_project_indicator(project, indicator)
    make.make_related_project(advies, project)
    event = make.make_event(date_from=date(2026, 11, 1), precision="dag", time_from=time(9, 30))
    event.organisations.add(make.make_organisation())
    make.make_page(published_at=datetime(2026, 11, 1, 12, 34, 56, 789, tzinfo=UTC))


@pytest.mark.parametrize("model", PUBLISHABLE, ids=lambda model: model.__name__)
def test_what_is_stored_is_no_change(filled, asked, model):
    screen = admin.site.get_model_admin(model)
    for item in model._default_manager.all():
        form, formsets = parts(screen, asked, item, query(stored(screen, asked, item)))

        assert [form.is_valid(), *(formset.is_valid() for formset in formsets)] == [True] * (1 + len(formsets)), (
            form.errors,
            [formset.errors for formset in formsets],
        )
        assert [
            part.changed_data for formset in formsets for part in [form, *formset.forms] if part.has_changed()
        ] == []
        assert not form.has_changed(), form.changed_data


@pytest.mark.parametrize("model", PUBLISHABLE, ids=lambda model: model.__name__)
def test_sending_what_is_stored_changes_nothing(client, filled, asked, model):
    item = model._default_manager.first()
    before = rows(item)

    data = stored(admin.site.get_model_admin(model), asked, item)
    response = client.post(url(model, "change", item.pk), data)

    assert response.status_code == 302
    assert rows(item) == before


def put_back(client, asked, item, record):
    """Send what the form was at that version."""
    data = stored(admin.site.get_model_admin(type(item)), asked, item, record)
    response = client.post(url(type(item), "change", item.pk), data | {"_publish": "Test"})
    assert response.status_code == 302, response.context["errors"]
    item.refresh_from_db()


def newest(item):
    return item.history.first()


def test_own_fields_are_those_of_then(client, editor, asked):
    story = make.make_story(title="Oud", date_from=date(2021, 1, 1), precision="maand")
    old = newest(story)
    save(client, story, title="Nieuw", date_from="", precision="", kind="nieuws")

    put_back(client, asked, story, old)

    assert (story.title, story.kind, story.date_from, story.precision) == (
        "Oud",
        "interview",
        date(2021, 1, 1),
        "maand",
    )


def test_what_it_was_tied_to_is_that_of_then(client, editor, asked):
    story, theme, other = make.make_story(), make.make_theme(), make.make_theme()
    story.themes.add(theme)
    tied = newest(story)
    story.themes.set([other])

    put_back(client, asked, story, tied)
    assert list(story.themes.all()) == [theme]
    put_back(client, asked, story, story.history.last())
    assert list(story.themes.all()) == []


def test_rows_below_are_those_of_then(client, editor, asked):
    project = make.make_project()
    changed, gone = (project.results.create(text=f"<p>{word}.</p>") for word in ("Een", "Twee"))
    first = newest(project)
    save(
        client,
        project,
        **{
            "results-TOTAL_FORMS": 3,
            "results-0-text": "<p>Anders.</p>",
            "results-1-DELETE": "on",
            "results-2-text": "<p>Nieuw.</p>",
        },
    )
    assert [result.text for result in project.results.all()] == ["<p>Anders.</p>", "<p>Nieuw.</p>"]
    second = newest(project)

    put_back(client, asked, project, first)
    assert [result.text for result in project.results.all()] == ["<p>Een.</p>", "<p>Twee.</p>"]
    assert (project.results.first().pk, project.results.filter(pk=gone.pk).exists()) == (changed.pk, False)
    put_back(client, asked, project, second)
    assert [result.text for result in project.results.all()] == ["<p>Anders.</p>", "<p>Nieuw.</p>"]


def test_newest_version_is_what_is_stored_now(filled, asked):
    for model in PUBLISHABLE:
        screen = admin.site.get_model_admin(model)
        for item in model._default_manager.all() if hasattr(model, "history") else []:
            assert stored(screen, asked, item, newest(item)) == stored(screen, asked, item)


def test_rows_from_before_their_history_began_stay(client, editor, asked):
    project = make.make_project()
    old = newest(project)
    kept, mended, gone = (project.results.create(text=f"<p>{word}.</p>") for word in ("Een", "Twee", "Drie"))
    Result.history.all().delete()
    save(client, project, summary="Nieuw.")
    mended.text = "<p>Hersteld.</p>"
    mended.save()
    gone.delete()

    put_back(client, asked, project, old)

    assert [result.text for result in project.results.all()] == [kept.text, "<p>Hersteld.</p>", "<p>Drie.</p>"]


def test_what_cannot_be_changed_any_more_stays(client, editor, asked):
    news = make.make_news(published_at=None, known_on=None, kind="besluit", title="Oud")
    draft = newest(news)
    news.bearings.create(advies=make.make_advies())
    save(client, news, title="Nieuw", kind="maatregel", published_at="2026-10-01T12:00")

    put_back(client, asked, news, draft)

    assert (news.title, news.kind, news.status, news.bearings.count()) == ("Oud", "maatregel", "gepubliceerd", 1)


def test_files_are_left_out(asked):
    publication = make.make_publication(file="publicaties/test.pdf")

    assert "file" not in stored(admin.site.get_model_admin(Publication), asked, publication)
    assert publication.file.name == "publicaties/test.pdf"


def test_it_is_the_same_for_who_may_only_look(asked):
    project = make.make_project()
    project.results.create(text="<p>Test.</p>")
    screen = admin.site.get_model_admin(Project)
    seen = stored(screen, asked, project)

    asked.user = make.make_user(is_staff=True)

    assert stored(screen, asked, project) == seen
    assert not asked.user.is_superuser


def test_looking_back_asks_little_however_much_there_was(client, editor, asked, django_assert_num_queries):
    project = make.make_project()
    screen = admin.site.get_model_admin(Project)
    for number in range(3):
        project.results.create(text=f"<p>Test {number}.</p>")
        project.themes.add(make.make_theme())
        project.save()

    for record in (project.history.last(), newest(project)):
        with django_assert_num_queries(20):
            stored(screen, asked, project, record)

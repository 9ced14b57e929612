"""What an item is told with, and where it stands: a save there is found at once as well."""

from datetime import timedelta

import pytest

from advies.models import Bearing
from projects.models import FormerName, Result, Story
from stroomop.lib import clock
from stroomop.models import SearchEntry
from stroomop.search.asking import read_question
from stroomop.search.finding import find
from stroomop.search.index import index_saved
from tests.factories import (
    LONG_AGO,
    make_advies,
    make_agreement,
    make_experience,
    make_initiative,
    make_lesson,
    make_news,
    make_organisation,
    make_project,
    make_report,
    make_statement,
    make_story,
    make_theme,
    make_update,
)

from .asked import addresses, titles

pytestmark = pytest.mark.django_db


def heavy(asked):
    return [hit.sensitive for hit in find(read_question(asked)).hits]


def test_project_is_found_by_what_stands_below_it():
    project = make_project(name="Testproject")
    organisation = make_organisation(name="Oude naam")
    former = FormerName.objects.create(project=project, name="Voorganger")
    Result.objects.create(project=project, text="<p>Een <strong>opbrengst</strong></p>")
    project.participations.create(organisation=organisation, role="trekker")

    organisation.name = "Nieuwe naam"
    organisation.save()
    former.delete()

    assert [titles(asked) for asked in ("opbrengst", "strong", "voorganger")] == [["Testproject"], [], []]
    assert [titles(asked) for asked in ("oude naam", "nieuwe naam")] == [[], ["Nieuwe naam", "Testproject"]]


def test_item_does_not_tell_the_name_of_a_draft():
    make_initiative(name="Testplek", organisation=make_organisation(name="Geheime naam", published_at=None))

    assert titles("geheime") == []


@pytest.mark.parametrize("field", ["published_at", "archived_at"])
def test_item_is_found_only_while_its_page_is_public(field):
    project = make_project()
    make_update(project, title="Opbrengst een")
    make_experience(project=project, title="Opbrengst twee")

    setattr(project, field, None if field == "published_at" else clock.now())
    project.save()

    assert titles("opbrengst") == []


def test_update_follows_the_address_of_its_project():
    project = make_project(slug="oud")
    update = make_update(project, title="Opbrengst", slug="plek")

    project.slug = "nieuw"
    project.save()

    assert addresses("opbrengst") == ["/projecten/nieuw/#plek"]
    update.delete()
    assert addresses("opbrengst") == []


def test_experience_without_a_project_stands_on_a_theme():
    experience = make_experience(title="Opbrengst")
    before = addresses("opbrengst")

    experience.themes.add(make_theme(slug="oud", archived_at=clock.now()), make_theme(slug="thema"))

    assert before == []
    assert addresses("opbrengst") == ["/themas/thema/"]


def test_withdrawn_experience_is_gone_from_the_index():
    experience = make_experience(title="Opbrengst", project=make_project())

    experience.withdraw()

    assert titles("opbrengst") == []
    assert not SearchEntry.objects.filter(text__contains="test", item_id=experience.pk, kind="verhalen").exists()


def test_item_is_as_heavy_as_its_themes():
    theme, story, project = make_theme(name="Thema"), make_story(title="Opbrengst"), make_project()
    make_lesson(title="Opbrengst", project=project)
    light = heavy("opbrengst")

    theme.story_set.add(story)
    project.themes.add(theme)
    theme.sensitive = True
    theme.save()
    made_heavy = heavy("opbrengst")
    theme.delete()

    assert (light, made_heavy, heavy("opbrengst")) == ([False] * 2, [True] * 2, [False] * 2)


def test_theme_taken_away_makes_an_item_light():
    theme, story = make_theme(sensitive=True), make_story(title="Opbrengst")
    theme.story_set.add(story)

    theme.story_set.remove(story)
    removed = heavy("opbrengst")
    story.themes.set([theme])
    story.themes.clear()

    assert (removed, heavy("opbrengst")) == ([False], [False])


def test_advies_is_found_from_the_day_of_its_report():
    report = make_report(known_on=None, published_at=None)
    make_news(make_advies(report=report, short_name="Opbrengst"), title="Opbrengst van nieuws")
    before = titles("opbrengst")

    report.published_at = clock.now()
    report.save()

    assert before == []
    assert len(titles("opbrengst")) == 2


def test_news_is_found_by_its_agreements_on_the_page_of_a_public_advies():
    gone, advies = make_advies(number=1), make_advies(number=2, slug="twee")
    news = make_news(gone, advies, title="Testnieuws")
    make_agreement(news, title="Opbrengst")

    gone.archived_at = clock.now()
    gone.save()

    assert addresses("opbrengst") == ["/adviezen/2-twee/"]


def test_news_without_an_advies_stands_nowhere():
    news = make_news(title="Opbrengst")
    before = titles("opbrengst")

    Bearing.objects.create(news=news, advies=make_advies())

    assert (before, titles("opbrengst")) == ([], ["Opbrengst"])


def test_corrected_news_gives_way_to_its_correction():
    advies = make_advies()
    news = make_news(advies, title="Opbrengst met een fout")

    soon = clock.now() + timedelta(days=1)
    make_news(advies, title="Opbrengst zonder fout", supersedes=news, published_at=soon)

    assert titles("opbrengst") == ["Opbrengst met een fout"]
    with clock.fixed_at(soon):
        assert titles("opbrengst") == ["Opbrengst zonder fout"]


def test_statement_stands_on_the_page_of_its_advies_or_of_its_party():
    advies, party = make_advies(number=3, slug="drie", short_name="Drie"), make_organisation(name="Partij")
    make_statement(organisation=party, advies=advies, text="Opbrengst")
    make_statement(organisation=make_organisation(), text="Opbrengst")

    party.archived_at = clock.now()
    party.save()

    assert addresses("opbrengst") == ["/adviezen/3-drie/"]
    assert titles("opbrengst") == ["Partij over Advies 3: Drie"]


def test_save_without_a_change_writes_nothing(django_assert_num_queries):
    story = make_story(title="Opbrengst", published_at=LONG_AGO)
    before = SearchEntry.objects.get()

    # The entry, the item and its themes.
    with django_assert_num_queries(3):
        index_saved(Story, story)

    assert SearchEntry.objects.get() == before

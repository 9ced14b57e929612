from datetime import UTC, date, datetime

import pytest

from advies.models import Advies, News, RelatedProject
from tests.factories import make_advies, make_check, make_news, make_project, make_related_project

pytestmark = pytest.mark.django_db
PAST = datetime(2021, 1, 1, tzinfo=UTC)


def test_news_newest_first_puts_undated_news_last():
    start = {"precision": "jaar", "date_from": date(2021, 1, 1)}
    undated = make_news()
    only_end = make_news(precision="jaar", date_to=date(2024, 12, 31))
    old, same_day = make_news(**start), make_news(**start)
    new = make_news(precision="dag", date_from=date(2023, 5, 1))

    assert list(News.objects.newest_first()) == [new, same_day, old, only_end, undated]


def test_adviezen_with_last_check_keep_their_order():
    second, first = make_advies(number=2), make_advies(number=1)
    make_check(second, checked_on=date(2026, 1, 1), note="Nu.")
    make_check(second, checked_on=date(2025, 1, 1), note="Toen.")

    found = [(advies, advies.last_check, advies.last_check_note) for advies in Advies.objects.with_last_check()]

    assert found == [(first, None, None), (second, date(2026, 1, 1), "Nu.")]


def test_adviezen_with_news_know_their_last_dated_news():
    advies = make_advies()
    undated = make_news(advies)
    dated = make_news(advies, precision="jaar", date_from=date(2021, 1, 1))
    make_news(advies, precision="jaar", date_from=date(2024, 1, 1), published_at=None)

    found = Advies.objects.with_news().get()

    assert (found.public_news, found.last_news) == ([dated, undated], dated)


def test_related_projects_of_a_project_come_by_number_and_only_public():
    project = make_project()
    second, first = make_advies(number=2), make_advies(number=1)
    rows = [make_related_project(advies, project) for advies in (second, first)]
    make_related_project(make_advies(published_at=None), project)
    make_related_project(make_advies(archived_at=PAST), project)
    make_related_project(first, make_project())

    assert list(RelatedProject.objects.of_project(project)) == rows[::-1]


def test_related_projects_with_public_project_leave_out_the_others():
    advies = make_advies()
    public = make_related_project(advies, make_project())
    make_related_project(advies, make_project(published_at=None))
    make_related_project(advies, make_project(archived_at=PAST))

    assert list(RelatedProject.objects.with_public_project()) == [public]

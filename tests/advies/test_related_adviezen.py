import pytest
from django.template import Context, Template

from tests.factories import make_advies, make_project, make_related_project
from tests.pages import words

pytestmark = pytest.mark.django_db
TAG = Template("{% load advies %}{% related_adviezen project %}")


def test_related_adviezen_names_each_advies_and_why():
    project = make_project()
    make_related_project(make_advies(number=5, short_name="Vijf", slug="vijf"), project, why="Want <5>.")
    make_related_project(make_advies(number=2, short_name="Twee", slug="twee"), project, why="Want 2.")
    make_related_project(make_advies(published_at=None), project)

    html = TAG.render(Context({"project": project}))

    assert words(html) == "Raakt aan Advies 2: Twee Want 2. Advies 5: Vijf Want <5>."
    assert html.index('href="/adviezen/2-twee/"') < html.index('href="/adviezen/5-vijf/"')


def test_related_adviezen_of_a_project_without_any_is_empty():
    assert words(TAG.render(Context({"project": make_project()}))) == ""


@pytest.mark.parametrize("size", [1, 3, 40])
def test_related_adviezen_asks_one_query(django_assert_num_queries, size):
    project = make_project()
    for _ in range(size):
        make_related_project(make_advies(), project)

    with django_assert_num_queries(1):
        html = TAG.render(Context({"project": project}))

    assert html.count("<dt>") == size

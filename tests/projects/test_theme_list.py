import pytest

from tests.factories import make_project, make_theme
from tests.pages import list_rows, texts

pytestmark = pytest.mark.django_db

URL = "/themas/"


@pytest.mark.parametrize(
    ("themes", "heading"), [(["Alfa"], "1 thema"), (["Beta", "Alfa"], "2 thema\N{RIGHT SINGLE QUOTATION MARK}s")]
)
def test_list_counts_and_sorts_by_name(client, themes, heading):
    for name in themes:
        make_theme(name=name)

    response = client.get(URL)

    assert (list_rows(response), texts(response, "h2")) == (sorted(themes), [heading])


@pytest.mark.parametrize("count", [1, 3, 300])
def test_list_asks_the_database_equally_often(client, django_assert_num_queries, count):
    project = make_project()
    project.themes.set([make_theme() for _ in range(count)])

    with django_assert_num_queries(5):
        client.get(URL)

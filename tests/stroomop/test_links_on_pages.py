"""Links between our pages, as a reader of a whole page or a feed gets them."""

import pytest

from tests import factories as make
from tests.pages import links

pytestmark = pytest.mark.django_db
# Of the page of a project, with a result and without.
QUERIES = 24


def link(item) -> str:
    return f'<p><a href="/oud/" data-item="{item._meta.label_lower}:{item.pk}">Test</a></p>'


def fill(project, number):
    """A page with this many texts, each with a link to an item of its own."""
    for _ in range(number):
        project.results.create(text=link(make.make_theme()))
        make.make_update(project, text=link(make.make_theme()))
    return project


def test_links_on_a_page_lead_where_their_items_are_now(client):
    target, draft = make.make_theme(slug="nieuw"), make.make_theme(published_at=None)
    page = make.make_page(body=link(target) + link(draft))

    response = client.get(page.get_absolute_url())

    assert links(response)[:1] == ["/themas/nieuw/"]
    assert b"data-item" not in response.content
    assert b"<p>Test</p>" in response.content


@pytest.mark.parametrize("number", [1, 3])
def test_links_take_one_query_for_each_kind_however_many_texts(client, django_assert_num_queries, number):
    """However many, and wherever on the page."""
    linked = fill(make.make_project(), number)

    with django_assert_num_queries(QUERIES + 1):
        response = client.get(linked.get_absolute_url())

    assert sum(address.startswith("/themas/") for address in links(response)) == 2 * number


def test_a_page_without_links_takes_no_query_for_them(client, django_assert_num_queries):
    project = make.make_project()
    project.results.create(text="<p>Test.</p>")

    with django_assert_num_queries(QUERIES):
        client.get(project.get_absolute_url())


def test_a_feed_leads_where_items_are_now(client):
    theme = make.make_theme(slug="nieuw")
    make.make_update(text=link(theme))

    feed = client.get("/projecten/berichten.atom").content.decode()

    assert '&lt;p&gt;&lt;a href="/themas/nieuw/"&gt;Test&lt;/a&gt;&lt;/p&gt;' in feed

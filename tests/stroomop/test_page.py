from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from stroomop.models import HelpLine, Page, TextBlock
from tests.factories import make_page
from tests.pages import main, texts, without_doors, words

pytestmark = pytest.mark.django_db


def test_page_shows_its_text_and_when_it_was_checked(client):
    page = make_page(
        title="Over ons",
        body="<h2>Wie</h2>\n<p>Wij <strong>testen</strong>.</p>",
        checked_on=date(2024, 2, 3),
        changed_at=datetime(2024, 3, 4, 23, 30, tzinfo=UTC),
    )

    response = client.get(page.get_absolute_url())

    assert words(without_doors(response)) == (
        "Start Over ons Over ons Wie Wij testen. Nagekeken op 3 februari 2024 Gewijzigd op 5 maart 2024"
    )
    assert "<strong>testen</strong>" in main(response)


def test_page_tells_search_engines_what_it_is_and_where(client):
    page = make_page(slug="over", title="Over ons", description="Wat <wij> testen.")

    html = client.get(page.get_absolute_url(), query_params={"a": "1"}).content.decode()

    assert "<title>Over ons \N{EN DASH} StroomOP</title>" in html
    assert '<meta name="description" content="Wat &lt;wij&gt; testen.">' in html
    assert '<link rel="canonical" href="https://portaal.test/over/">' in html


def test_page_that_is_a_draft_is_not_found(client):
    page = make_page(published_at=None)

    response = client.get(page.get_absolute_url())

    assert (response.status_code, texts(response, "h1")) == (404, ["Deze pagina vinden we niet"])


def test_page_asks_the_database_five_times(client, django_assert_num_queries):
    page = make_page()

    with django_assert_num_queries(5):
        client.get(page.get_absolute_url())


def test_things_of_the_site_are_called_by_their_names():
    things = [Page(title="Over ons"), HelpLine(name="Testlijn"), TextBlock(key="intro")]

    assert [str(thing) for thing in things] == ["Over ons", "Testlijn", "intro"]


@pytest.mark.parametrize("slug", ["projecten", "stijl", "beheer"])
def test_page_at_an_address_that_is_taken_is_refused(slug):
    page = Page(slug=slug, title="Test", description="Test.", body="<p>Test.</p>")

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert refused.value.message_dict == {"slug": ["Op dit adres staat al iets anders. Kies een ander adres."]}


@pytest.mark.parametrize("slug", ["geen adres", "a/b", "é", "?"])
def test_page_at_an_address_that_is_none_is_refused(slug):
    page = Page(slug=slug, title="Test", description="Test.", body="<p>Test.</p>")

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert refused.value.message_dict == {"slug": ["Gebruik alleen letters zonder accent, cijfers en streepjes."]}


def test_page_without_an_address_is_asked_for_one():
    with pytest.raises(ValidationError) as refused:
        Page(title="Test", description="Test.", body="<p>Test.</p>").full_clean()

    assert list(refused.value.message_dict) == ["slug"]

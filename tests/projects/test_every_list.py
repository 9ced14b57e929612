"""What holds for every list of the projects app; what only one list has stands in its own file."""

from datetime import UTC, datetime
from functools import partial

import pytest
from django.http import HttpRequest, QueryDict

from projects.forms import ListFilter
from projects.models import Project
from stroomop.lib import clock
from tests.factories import (
    make_event,
    make_initiative,
    make_lesson,
    make_organisation,
    make_person,
    make_project,
    make_publication,
    make_story,
    make_theme,
)
from tests.pages import chips, choices, links, page_links, texts

pytestmark = pytest.mark.django_db

MAKERS = {
    "/projecten/": make_project,
    "/geleerd/": make_lesson,
    "/publicaties/": make_publication,
    "/verhalen/": make_story,
    "/agenda/": make_event,
    "/alternatieven/": partial(make_initiative, kind="wonen"),
    "/meedoen/": partial(make_initiative, kind="leernetwerk"),
    "/organisaties/": make_organisation,
    "/themas/": make_theme,
    "/mensen/": make_person,
}
# Of each list with themes a second choice, and the field of the model that it is about.
CHOICES = [
    ("/projecten/", "fase", "phase", "loopt"),
    ("/geleerd/", "uitkomst", "outcome", "werkte"),
    ("/publicaties/", "soort", "kind", "boek"),
    ("/verhalen/", "soort", "kind", "opinie"),
    ("/agenda/", "reeks", "series", "Test"),
    ("/alternatieven/", "soort", "kind", "onderwijs"),
    ("/meedoen/", "soort", "kind", "cultuur"),
]
every_list = pytest.mark.parametrize("url", MAKERS)
every_list_with_themes = pytest.mark.parametrize("url", [url for url, *_ in CHOICES])
NOTHING_FITS = "Met deze keuzes vinden we niets. Haal een keuze weg, of begin opnieuw. Toon alles"
NOTHING_YET = ("Hier staat nog niets: ", "We kennen geen bijeenkomst die geweest is.")


def shown(response) -> list[object]:
    return list(response.context["page_obj"])


def test_filter_that_names_no_choices_is_unfinished():
    with pytest.raises(NotImplementedError, match="ListFilter offers no choices"):
        ListFilter(QueryDict(), Project.objects.all(), request=HttpRequest())


@every_list
def test_list_shows_only_what_is_public(client, url):
    public = MAKERS[url]()
    MAKERS[url](published_at=None)
    MAKERS[url](published_at=datetime(2200, 1, 1, tzinfo=UTC))
    MAKERS[url](archived_at=clock.now())

    assert shown(client.get(url)) == [public]


@every_list
def test_list_with_nothing_in_it_says_so_and_offers_no_choices(client, url):
    MAKERS[url](published_at=None)

    response = client.get(url)

    assert (shown(response), choices(response), NOTHING_FITS in texts(response, "p")) == ([], {}, False)
    assert len([words for words in texts(response, "p") if words.startswith(NOTHING_YET)]) == 1


@every_list
@pytest.mark.parametrize("page", ["0", "2", "-1", "1.5", "nonsense"])
def test_list_has_no_other_pages_than_its_own(client, url, page):
    MAKERS[url]()

    assert client.get(url, {"pagina": page}).status_code == 404


@every_list
def test_list_is_cut_into_pages(client, url):
    for _ in range(51):
        MAKERS[url]()

    first, last = client.get(url), client.get(url, {"pagina": 3})

    assert (len(shown(first)), len(shown(last))) == (25, 1)
    assert page_links(first) == [f"?pagina={page}" for page in (1, 2, 3, 2)]
    assert page_links(last) == [f"?pagina={page}" for page in (2, 1, 2, 3)]


@every_list_with_themes
def test_pages_keep_the_choices(client, url):
    theme = make_theme(slug="thema")
    for _ in range(26):
        MAKERS[url]().themes.add(theme)
    MAKERS[url]()

    response = client.get(url, {"thema": "thema", "pagina": 2})

    assert (len(shown(response)), chips(response)) == (1, [(f"Thema: {theme.name}", "?")])
    assert page_links(response) == [f"?thema=thema&pagina={page}" for page in (1, 1, 2)]


@every_list_with_themes
@pytest.mark.parametrize("hidden", [{"published_at": None}, {"archived_at": clock.now()}])
def test_list_offers_no_theme_that_is_not_public(client, url, hidden):
    item = MAKERS[url]()
    item.themes.add(make_theme(slug="thema", **hidden))
    MAKERS[url](published_at=None).themes.add(make_theme(slug="van-een-concept"))

    response = client.get(url, {"thema": "thema"})

    assert ("thema" in choices(response), shown(response)) == (False, [item])


@pytest.mark.parametrize(("url", "name"), [*((url, name) for url, name, *_ in CHOICES), ("/organisaties/", "soort")])
def test_unknown_choice_narrows_nothing_and_is_told(client, url, name):
    item = MAKERS[url](**({"series": "Test"} if url == "/agenda/" else {}))

    response = client.get(url, {name: "bestaat-niet"})

    assert (response.status_code, shown(response), chips(response)) == (200, [item], [])
    assert texts(response, "h2")[0] == "Dit klopt nog niet"
    assert f"#id_{name}" in links(response)


@pytest.mark.parametrize(("url", "name", "field", "value"), CHOICES)
def test_choices_that_nothing_fits_lead_on(client, url, name, field, value):
    theme = make_theme(name="Alfa", slug="alfa")
    MAKERS[url]().themes.add(theme)
    MAKERS[url](**{field: value})

    response = client.get(url, {"thema": "alfa", name: value})

    assert (response.status_code, shown(response)) == (200, [])
    assert NOTHING_FITS in texts(response, "p")
    assert [address for _, address in chips(response)] == [f"?{name}={value}", "?thema=alfa"]
    assert url in links(response)

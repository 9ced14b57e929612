from datetime import date

import pytest

from projects.models import InitiativeSource
from stroomop.lib import clock
from tests.factories import make_initiative, make_organisation, make_project, make_term, make_theme
from tests.pages import facts, links, list_rows, main, texts

pytestmark = pytest.mark.django_db

KINDS = [
    ("wonen", "/alternatieven/", "/meedoen/"),
    ("onderwijs", "/alternatieven/", "/meedoen/"),
    ("aanpak", "/alternatieven/", "/meedoen/"),
    ("leernetwerk", "/meedoen/", "/alternatieven/"),
    ("samenwerking", "/meedoen/", "/alternatieven/"),
    ("cultuur", "/meedoen/", "/alternatieven/"),
]
NO_ADVICE = "Dat dit hier staat, is geen aanbeveling."


def get(client, initiative):
    return client.get(initiative.get_absolute_url())


@pytest.mark.parametrize("moments", [{}, {"archived_at": clock.now()}])
@pytest.mark.parametrize(("kind", "home", "other"), KINDS)
def test_initiative_has_its_page_on_one_side_only(client, kind, home, other, moments):
    make_initiative(kind=kind, slug="test", **moments)

    assert client.get(f"{home}test/").status_code == (410 if moments else 200)
    assert client.get(f"{other}test/").status_code == 404


def test_initiative_that_changes_sides_leads_on(client):
    initiative = make_initiative(kind="wonen", slug="test")
    initiative.kind = "cultuur"
    initiative.save()

    response = client.get("/alternatieven/test/")

    assert (response.status_code, response["Location"]) == (301, "/meedoen/test/")


@pytest.mark.parametrize(("kind", "home", "other"), KINDS)
def test_initiative_leads_up_to_its_own_list_and_only_alternatives_need_a_warning(client, kind, home, other):
    response = get(client, make_initiative(kind=kind))

    crumbs = main(response).partition("<ol>")[2].partition("</ol>")[0]
    assert (f'href="{home}"' in crumbs, NO_ADVICE in main(response)) == (True, home == "/alternatieven/")


def test_initiative_of_which_little_is_known_says_so(client):
    response = get(client, make_initiative(name="Alfa", summary="Kort."))

    assert (texts(response, "h1"), texts(response, "h2"), texts(response, "p")[0]) == (["Alfa"], [], "Kort.")
    assert facts(response) == [("Soort", "Wonen en zorg"), ("Van wie", "onbekend"), ("Lees verder", "onbekend")]


def test_initiative_keeps_what_the_provider_says_apart(client):
    initiative = make_initiative(
        kind="leernetwerk",
        organisation=make_organisation(name="Wij"),
        date_from=date(2021, 1, 1),
        precision="jaar",
        url="https://example.org/",
        text="<p>Wat.</p>",
        claims="<p>Het helpt.</p>",
        join="<p>Bel ons.</p>",
    )
    initiative.projects.add(make_project(name="Project"))
    initiative.themes.add(make_theme(name="Thema"))
    InitiativeSource.objects.create(initiative=initiative, title="Bron", url="https://example.org/bron")

    response = get(client, initiative)

    assert facts(response) == [
        ("Soort", "Leernetwerk"),
        ("Van wie", "Wij"),
        ("Periode", "vanaf 2021, einde onbekend"),
        ("Lees verder", "https://example.org/"),
    ]
    assert texts(response, "h2")[:4] == ["Wat is het?", "Volgens de aanbieder", "Hoe doe je mee?", "Projecten"]
    told = ["Wat.", "Dit zeggen zij zelf. Wij hebben het niet onderzocht.", "Het helpt.", "Bel ons.", "Thema: Thema"]
    assert [text for text in texts(response, "p") if text in told] == told
    assert list_rows(response) == ["Project Samenvatting van een test."]
    assert {"https://example.org/", "https://example.org/bron"} < set(links(response))


@pytest.mark.parametrize("count", [1, 10])
@pytest.mark.parametrize("kind", ["wonen", "cultuur"])
def test_initiative_asks_the_database_equally_often(client, django_assert_num_queries, kind, count):
    make_term()
    initiative = make_initiative(kind=kind, organisation=make_organisation(), text="<p>Test.</p>")
    for _ in range(count):
        initiative.projects.add(make_project())
        initiative.themes.add(make_theme())
        InitiativeSource.objects.create(initiative=initiative, title="Bron")

    with django_assert_num_queries(9):
        get(client, initiative)

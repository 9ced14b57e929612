import re
from datetime import date

import pytest

from projects.models import Condition, FormerName, Participation
from tests.factories import make_organisation, make_project, make_randvoorwaarde, make_theme, make_veranderopgave
from tests.pages import chips, choices, list_rows, main, page_links, texts

pytestmark = pytest.mark.django_db

URL = "/projecten/"


def names(response) -> list[str]:
    return [project.name for project in response.context["project_list"]]


def make_full(organisation, **kwargs):
    """With everything that the list can be narrowed by."""
    kwargs = {"date_from": date(2020, 11, 1), "precision": "maand", "phase": "loopt", **kwargs}
    project = make_project(**kwargs)
    Participation.objects.create(project=project, organisation=organisation, role="trekker")
    FormerName.objects.create(project=project, name="Oud")
    return project


def test_list_counts_and_sorts_by_name(client):
    for name in ("Beta", "Alfa"):
        make_project(name=name)

    response = client.get(URL)

    assert (names(response), texts(response, "h2")) == (["Alfa", "Beta"], ["2 projecten"])


def test_row_shows_all_that_is_known_at_a_glance(client):
    project = make_project(
        name="Alfa", summary="Een test.", phase="loopt", date_from=date(2020, 11, 1), precision="maand"
    )
    for name in ("Oud", "Ouder"):
        FormerName.objects.create(project=project, name=name)
    make_project(name="Beta", summary="Nog een test.")

    assert list_rows(client.get(URL)) == [
        "Alfa Een test. Loopt. Periode: vanaf november 2020, einde onbekend. Heette eerder: Oud, Ouder.",
        "Beta Nog een test. Periode: onbekend.",
    ]


def test_choices_are_what_some_public_project_has(client):
    project = make_full(make_organisation(name="Wij"))
    make_full(make_organisation(name="Van een concept"), published_at=None, phase="afgerond")
    for name, make, relation in (
        ("Thema", make_theme, "themes"),
        ("Opgave", make_veranderopgave, "veranderopgaven"),
        ("Voorwaarde", make_randvoorwaarde, "randvoorwaarden"),
    ):
        getattr(project, relation).add(make(name=name))
        make(name=f"{name} zonder project")
    Participation.objects.create(project=project, organisation=make_organisation(published_at=None), role="partner")

    assert choices(client.get(URL)) == {
        "thema": ["Alle", "Thema"],
        "veranderopgave": ["Alle", "Opgave"],
        "randvoorwaarde": ["Alle", "Voorwaarde"],
        "organisatie": ["Alle", "Wij"],
        "rol": ["Alle", "trekker"],
        "fase": ["Alle", "loopt"],
        "jaar": ["Alle", "2020"],
        "sorteer": ["op naam", "nieuwste eerst", "oudste eerst"],
    }


def test_field_without_choices_is_left_out(client):
    make_project()

    assert list(choices(client.get(URL))) == ["fase", "sorteer"]


@pytest.mark.parametrize(("query", "is_open"), [({}, False), ({"fase": "loopt"}, True), ({"fase": "nonsense"}, True)])
def test_first_two_fields_stand_open_and_the_rest_when_it_was_used(client, query, is_open):
    make_full(make_organisation()).themes.add(make_theme())

    form = main(client.get(URL, query)).partition("<form")[2].partition("</form>")[0]

    before, _, inside = form.partition('<details class="filter-more"')
    assert re.findall('<select name="(.+?)"', before) == ["thema", "organisatie"]
    assert re.findall('<select name="(.+?)"', inside) == ["rol", "fase", "jaar", "sorteer"]
    assert inside.startswith(" open>") == is_open


@pytest.mark.parametrize(
    ("relation", "make", "field"),
    [
        ("themes", make_theme, "thema"),
        ("veranderopgaven", make_veranderopgave, "veranderopgave"),
        ("randvoorwaarden", make_randvoorwaarde, "randvoorwaarde"),
    ],
)
def test_list_is_narrowed_by_what_a_project_belongs_to(client, relation, make, field):
    for name in ("Alfa", "Beta"):
        getattr(make_project(name=name), relation).add(make(slug=name.lower()))

    assert names(client.get(URL, {field: "beta"})) == ["Beta"]


def test_list_is_narrowed_by_phase(client):
    for name, phase in (("Alfa", "loopt"), ("Beta", "afgerond")):
        make_project(name=name, phase=phase)

    response = client.get(URL, {"fase": "afgerond"})

    assert (names(response), texts(response, "h2")) == (["Beta"], ["1 project"])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"organisatie": "wij"}, ["Alfa", "Beta"]),
        ({"rol": "trekker"}, ["Alfa", "Beta"]),
        ({"organisatie": "wij", "rol": "trekker"}, ["Alfa"]),
        ({"organisatie": "zij", "rol": "trekker"}, ["Beta"]),
        ({"organisatie": "zij", "rol": "partner"}, []),
    ],
)
def test_organisation_and_role_are_of_one_and_the_same_part(client, query, found):
    ours, theirs = make_organisation(slug="wij"), make_organisation(slug="zij")
    for name, parts in {"Alfa": [(ours, "trekker")], "Beta": [(ours, "partner"), (theirs, "trekker")]}.items():
        project = make_project(name=name)
        for organisation, role in parts:
            Participation.objects.create(project=project, organisation=organisation, role=role)

    assert names(client.get(URL, query)) == found


def test_part_of_a_draft_narrows_nothing(client):
    public, draft = make_organisation(), make_organisation(published_at=None)
    for name, organisation in (("Alfa", public), ("Beta", draft)):
        Participation.objects.create(project=make_project(name=name), organisation=organisation, role="partner")

    assert names(client.get(URL, {"rol": "partner"})) == ["Alfa"]


@pytest.mark.parametrize(
    ("year", "found"),
    [
        ("2021", ["Lang"]),
        ("2020", ["Lang"]),
        ("2019", ["Lang"]),
        ("2018", ["Begin"]),
        ("2016", ["Eind"]),
    ],
)
def test_list_is_narrowed_by_the_years_in_which_a_project_surely_ran(client, year, found):
    for name, first, last in (("Lang", 2019, 2021), ("Begin", 2018, None), ("Eind", None, 2016), ("Nooit", None, None)):
        days = {"date_from": first and date(first, 1, 1), "date_to": last and date(last, 12, 31)}
        make_project(name=name, precision="jaar" if first or last else "", **days)

    response = client.get(URL, {"jaar": year})

    assert choices(response)["jaar"] == ["Alle", "2021", "2020", "2019", "2018", "2016"]
    assert names(response) == found


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("", ["Alfa", "Beta", "Gamma"]),
        ("nieuwste", ["Gamma", "Beta", "Alfa"]),
        ("oudste", ["Beta", "Gamma", "Alfa"]),
    ],
)
def test_list_is_sorted_with_the_unknown_last(client, order, found):
    for name, year in (("Alfa", None), ("Beta", 2019), ("Gamma", 2020)):
        make_project(name=name, date_from=year and date(year, 1, 1), precision="jaar" if year else "")

    response = client.get(URL, {"sorteer": order})

    assert (names(response), chips(response)) == (found, [])


def test_each_choice_can_be_taken_away_by_itself(client):
    organisation = make_organisation(name="Wij", slug="wij")
    for number in range(26):
        make_full(organisation, name=f"Project {number}").themes.add(make_theme(name=f"Thema {number}"))

    response = client.get(f"{URL}?organisatie=wij&fase=loopt&rol=&sorteer=oudste&pagina=2")

    assert (names(response), texts(response, "h2")) == (["Project 9"], ["26 projecten"])
    assert chips(response) == [
        ("Organisatie: Wij", "?fase=loopt&rol=&sorteer=oudste"),
        ("Fase: loopt", "?organisatie=wij&rol=&sorteer=oudste"),
    ]
    kept = "?organisatie=wij&fase=loopt&rol=&sorteer=oudste&pagina="
    assert page_links(response) == [kept + page for page in "112"]


def test_unknown_choice_leaves_the_other_choices_as_they_are(client):
    make_project(name="Alfa", phase="loopt")
    make_project(name="Beta").themes.add(make_theme())

    response = client.get(URL, {"thema": "bestaat-niet", "fase": "loopt"})

    assert (names(response), chips(response)) == (["Alfa"], [("Fase: loopt", "?thema=bestaat-niet")])


@pytest.mark.parametrize("count", [1, 3, 300])
def test_list_asks_the_database_equally_often(client, django_assert_num_queries, count):
    organisation, theme, opgave, voorwaarde = (
        make() for make in (make_organisation, make_theme, make_veranderopgave, make_randvoorwaarde)
    )
    for _ in range(count):
        project = make_full(organisation)
        project.themes.add(theme)
        project.veranderopgaven.add(opgave)
        Condition.objects.create(project=project, randvoorwaarde=voorwaarde)

    with django_assert_num_queries(13):
        client.get(URL)


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ({"pagina": "2", "sorteer": "nieuwste"}, "/projecten/?pagina=2"),
        ({"pagina": "1"}, "/projecten/"),
        ({"fase": "onbekend"}, "/projecten/"),
    ],
)
def test_a_further_page_has_an_address_of_its_own_and_choices_have_not(client, query, address):
    for _ in range(26):
        make_project()

    html = client.get(URL, query_params=query).content.decode()

    assert f'<link rel="canonical" href="https://portaal.test{address}">' in html

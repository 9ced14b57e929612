"""Every page that touches a sensitive theme offers help first; no other page does."""

import pytest

from projects.models import Theme, Themed
from tests.factories import make_event, make_experience, make_person, make_project, make_theme
from tests.pages import main, offers_help
from tests.projects.relations import RELATIONS
from tests.projects.test_every_detail import MAKERS as DETAILS
from tests.projects.test_every_list import MAKERS as LISTS

pytestmark = pytest.mark.django_db

THEMED = {"project", "lesson", "publication", "story", "event", "alternative", "network", "veranderopgave"}
PLAN = "/veranderopgaven/"
LISTS_OF_THEMED = {url: make for url, make in LISTS.items() if url not in ("/organisaties/", "/mensen/", "/themas/")}
LISTS_OF_THEMED[PLAN] = DETAILS["veranderopgave"]

every_themed_detail = pytest.mark.parametrize("make", [DETAILS[kind] for kind in sorted(THEMED)], ids=sorted(THEMED))
every_themed_list = pytest.mark.parametrize("url", LISTS_OF_THEMED)
# Also when the theme itself has no page, or not yet.
THEMES = [{}, {"published_at": None}]


def get(client, item):
    return client.get(item.get_absolute_url().partition("#")[0])


@every_themed_detail
@pytest.mark.parametrize("theme", THEMES)
def test_item_with_a_sensitive_theme_offers_help(client, make, theme):
    item = make()
    item.themes.add(make_theme(), make_theme(sensitive=True, **theme))

    assert offers_help(get(client, item))


@every_themed_detail
def test_item_that_is_sensitive_itself_offers_help(client, make):
    assert offers_help(get(client, make(sensitive=True)))


@every_themed_detail
def test_item_with_other_themes_offers_no_help_first(client, make):
    make(sensitive=True)
    item = make()
    item.themes.add(make_theme())

    assert not offers_help(get(client, item))


@every_themed_list
@pytest.mark.parametrize("theme", THEMES)
def test_list_with_a_sensitive_item_offers_help(client, url, theme):
    LISTS_OF_THEMED[url]().themes.add(make_theme())
    assert not offers_help(client.get(url))

    LISTS_OF_THEMED[url]().themes.add(make_theme(sensitive=True, **theme))
    assert offers_help(client.get(url))


@every_themed_list
def test_list_looks_only_at_what_it_shows(client, url):
    LISTS_OF_THEMED[url](sensitive=True, published_at=None)
    LISTS_OF_THEMED[url]()

    assert not offers_help(client.get(url))


def test_page_of_a_list_offers_help_for_its_own_items(client):
    for number in range(10, 36):
        make_project(name=f"Project {number}", sensitive=number == 35)

    assert [offers_help(client.get("/projecten/", {"pagina": page})) for page in (1, 2)] == [False, True]


def test_agenda_offers_help_for_what_is_to_come_where_it_stands(client):
    make_event(sensitive=True, date_from="2200-01-01", precision="dag")
    for _ in range(26):
        make_event()

    assert [offers_help(client.get("/agenda/", {"pagina": page})) for page in (1, 2)] == [True, False]


def test_list_of_themes_and_the_page_of_a_theme_offer_help_for_a_sensitive_one(client):
    theme = make_theme()
    assert not offers_help(client.get("/themas/"))

    sensitive = make_theme(sensitive=True)
    assert [offers_help(get(client, one)) for one in (theme, sensitive)] == [False, True]
    assert offers_help(client.get("/themas/"))


# Each relation with each of its sides that can be sensitive.
SIDES = [
    (name, side)
    for name, relation in RELATIONS.items()
    for side, make in (("one", relation.make_one), ("other", relation.make_other))
    if make in [make_theme, *(DETAILS[kind] for kind in THEMED)]
]
# When in doubt help is offered: a draft theme counts, and for a lesson so does the draft of its project.
COUNT_AS_DRAFTS = [
    (name, side) for name, side in SIDES if "theme" in name or (name, side) == ("lesson-project", "other")
]


@pytest.mark.parametrize(("name", "side"), SIDES)
def test_page_offers_help_for_what_it_leads_to(client, name, side):
    one, other = RELATIONS[name].make(**{side: {"sensitive": True}})
    sensitive, touched = (one, other) if side == "one" else (other, one)

    assert isinstance(sensitive, Themed | Theme)
    assert [offers_help(get(client, item)) for item in (sensitive, touched)] == [True, True]


@pytest.mark.parametrize("name", RELATIONS)
def test_page_offers_no_help_first_for_what_is_not_sensitive(client, name):
    assert [offers_help(get(client, item)) for item in RELATIONS[name].make()] == [False, False]


@pytest.mark.parametrize(("name", "side"), [side for side in SIDES if side not in COUNT_AS_DRAFTS])
def test_page_offers_no_help_first_for_what_it_may_not_show(client, name, side):
    one, other = RELATIONS[name].make(**{side: {"sensitive": True, "published_at": None}})

    assert not offers_help(get(client, other if side == "one" else one))


@pytest.mark.parametrize("tie", [{}, {"sensitive": True}])
def test_experience_counts_for_its_project_and_its_theme(client, tie):
    project, theme = make_project(), make_theme()
    make_experience(project=project, **tie).themes.add(theme)

    assert [offers_help(get(client, item)) for item in (project, theme)] == [bool(tie)] * 2


def test_lesson_is_as_sensitive_as_its_project(client):
    project = make_project()
    project.themes.add(make_theme(sensitive=True))
    lesson, theme = DETAILS["lesson"](project=project), make_theme()
    lesson.themes.add(theme)

    assert [offers_help(client.get(url)) for url in (lesson.get_absolute_url(), "/geleerd/")] == [True, True]
    assert offers_help(get(client, theme))


def test_person_is_never_sensitive_but_what_a_person_did_can_be(client):
    person = make_person()
    make_project(sensitive=True).persons.add(person)

    assert [offers_help(get(client, person)), offers_help(client.get("/mensen/"))] == [True, False]


def test_help_stands_above_the_title(client):
    html = main(get(client, make_project(sensitive=True)))

    assert 0 < html.index('class="help-now"') < html.index("<h1>")


def test_home_meets_nobody_with_a_sensitive_project(client):
    for number, flag in enumerate([False, True, False, False]):
        make_project(name=f"Project {number}", sensitive=flag)
    for name, theme in (("Alfa", make_theme(sensitive=True, published_at=None)), ("Beta", make_theme())):
        make_project(name=name).themes.add(theme)

    response = client.get("/")

    names = [project.name for project in response.context["projects"]]
    assert (names, offers_help(response)) == (["Beta", "Project 0", "Project 2", "Project 3"], False)

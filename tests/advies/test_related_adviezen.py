"""The blocks about adviezen on the pages of a project, a publication, an organisation and a theme."""

import pytest
from django.template import Context, Template
from django.utils.html import strip_tags

from tests.factories import (
    make_advies,
    make_organisation,
    make_project,
    make_publication,
    make_related_project,
    make_related_publication,
    make_responsibility,
    make_theme,
)
from tests.pages import words

pytestmark = pytest.mark.django_db
# Each block with what it is about, and how that is tied to an advies.
RELATED = {
    "related_adviezen": (make_project, make_related_project),
    "adviezen_of_publication": (make_publication, make_related_publication),
}
LED_ON = "Wat er sindsdien gebeurde met deze adviezen"
every_related = pytest.mark.parametrize("tag", RELATED)


def render(tag, item):
    return Template(f"{{% load advies %}}{{% {tag} item %}}").render(Context({"item": item}))


@every_related
def test_related_adviezen_names_each_advies_and_why(tag):
    make, relate = RELATED[tag]
    item = make()
    relate(make_advies(number=5, short_name="Vijf", slug="vijf"), item, why="Want <5>.")
    relate(make_advies(number=2, short_name="Twee", slug="twee"), item, why="Want 2.")
    relate(make_advies(number=3, published_at=None), item)

    html = render(tag, item)

    assert words(html) == "Raakt aan Advies 2: Twee Want 2. Advies 5: Vijf Want <5>."
    assert html.index('href="/adviezen/2-twee/"') < html.index('href="/adviezen/5-vijf/"')


def test_adviezen_of_an_organisation_say_of_whom_and_on_what_ground():
    group = make_organisation(name="Groep")
    party = make_organisation(name="Partij", slug="partij", parent=group)
    make_responsibility(make_advies(number=2, short_name="Twee"), organisation=party, basis="afgeleid")
    make_responsibility(make_advies(number=1, short_name="Een"), organisation=group, role="opdracht")
    make_responsibility(make_advies(published_at=None), organisation=party)
    make_responsibility(make_advies(), organisation=make_organisation(parent=group))

    html = render("adviezen_of", party)

    assert words(html) == (
        "Adviezen Advies 1: Een Groep: gevraagd om dit te regelen; staat in de titel van het advies "
        f"Advies 2: Twee Gevraagd om dit te doen; wij lezen dit uit de tekst {LED_ON}"
    )
    assert 'href="/adviezen/voor/partij/"' in html


@pytest.mark.parametrize("sensitive", [False, True])
def test_adviezen_of_a_theme_keep_what_is_sensitive_to_pages_that_offer_help(sensitive):
    theme = make_theme(sensitive=sensitive)
    make_advies(number=2, short_name="Twee").themes.add(theme)
    make_advies(number=1, short_name="Een").themes.add(theme, make_theme(sensitive=True))
    make_advies(published_at=None).themes.add(theme)
    make_advies()

    found = [words(line) for line in render("adviezen_of_theme", theme).split("</li>")[:-1]]

    assert found == (["Adviezen Advies 1: Een", "Advies 2: Twee"] if sensitive else ["Adviezen Advies 2: Twee"])


@pytest.mark.parametrize(
    ("tag", "make"),
    [
        ("related_adviezen", make_project),
        ("adviezen_of_publication", make_publication),
        ("adviezen_of", make_organisation),
        ("adviezen_of_theme", make_theme),
    ],
)
def test_block_without_any_advies_is_empty(tag, make):
    assert strip_tags(render(tag, make())).strip() == ""


@pytest.mark.parametrize("size", [1, 3, 40])
@pytest.mark.parametrize(
    ("tag", "make", "tie", "queries"),
    [
        ("related_adviezen", make_project, make_related_project, 1),
        ("adviezen_of_publication", make_publication, make_related_publication, 1),
        ("adviezen_of", make_organisation, lambda advies, item: make_responsibility(advies, organisation=item), 2),
        ("adviezen_of_theme", make_theme, lambda advies, item: advies.themes.add(item), 1),
    ],
)
def test_block_asks_a_fixed_number_of_queries(django_assert_num_queries, tag, make, tie, queries, size):
    item = make()
    for _ in range(size):
        tie(make_advies(), item)

    with django_assert_num_queries(queries):
        html = render(tag, item)

    assert html.count('href="/adviezen/') == size + (tag == "adviezen_of")

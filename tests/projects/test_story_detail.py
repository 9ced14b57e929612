from datetime import date

import pytest

from tests.factories import (
    make_organisation,
    make_person,
    make_project,
    make_publication,
    make_story,
    make_term,
    make_theme,
)
from tests.pages import links, list_rows, texts

pytestmark = pytest.mark.django_db


def get(client, story):
    return client.get(story.get_absolute_url())


def test_story_says_whose_words_these_are(client):
    response = get(client, make_story(title="Alfa", summary="Kort.", body="<p>Er was eens.</p>"))

    assert (texts(response, "h1"), texts(response, "h2")) == (["Interview Alfa"], ["Het verhaal"])
    assert texts(response, "p")[:3] == [
        "Kort.",
        "In onze eigen woorden verteld, naar een origineel zonder openbaar adres. Datum van het origineel: onbekend.",
        "Er was eens.",
    ]


def test_story_leads_to_the_original(client):
    story = make_story(
        author_name="Iemand",
        source_title="Het blad",
        source_url="https://example.org/",
        date_from=date(2021, 3, 1),
        date_to=date(2021, 3, 1),
        precision="dag",
    )

    response = get(client, story)

    assert texts(response, "p")[1] == (
        "In onze eigen woorden verteld, naar het origineel van Iemand. Datum van het origineel: 1 maart 2021."
    )
    assert ("Bron: Het blad" in texts(response, "p"), links(response)[0]) == (True, "https://example.org/")


def test_story_lists_who_and_what_it_is_about(client):
    story = make_story()
    story.persons.add(make_person(name="Iemand"))
    story.projects.add(make_project(name="Project"))
    story.organisations.add(make_organisation(name="Wij"))
    story.publications.add(make_publication(title="Rapport"))
    for name in ("Beta", "Alfa"):
        story.themes.add(make_theme(name=name))

    response = get(client, story)

    assert dict(zip(texts(response, "h2")[1:], list_rows(response), strict=True)) == {
        "Mensen in dit verhaal": "Iemand Tester",
        "Projecten": "Project Samenvatting van een test.",
        "Organisaties": "Wij Overig",
        "Publicaties": "Rapport Een test. Rapport",
    }
    assert "Thema\N{RIGHT SINGLE QUOTATION MARK}s: Alfa, Beta" in texts(response, "p")


@pytest.mark.parametrize("count", [1, 10])
def test_story_asks_the_database_equally_often(client, django_assert_num_queries, count):
    make_term()
    story = make_story()
    for _ in range(count):
        story.themes.add(make_theme())
        story.persons.add(make_person(organisation=make_organisation()))
        story.projects.add(make_project())
        story.organisations.add(make_organisation(parent=make_organisation()))
        story.publications.add(make_publication(publisher=make_organisation()))

    with django_assert_num_queries(12):
        get(client, story)

"""What readers wrote, on the page of what they wrote about."""

from datetime import UTC, datetime

import pytest

from tests.factories import make_advies, make_page, make_project, make_reaction, make_story, make_theme
from tests.pages import list_rows, main, texts, words

pytestmark = pytest.mark.django_db

MAY, JUNE = datetime(2026, 5, 1, 12, tzinfo=UTC), datetime(2026, 6, 1, 12, tzinfo=UTC)
REACTABLE = pytest.mark.parametrize("make", [make_project, make_story, make_advies])


def doors(response) -> list[str]:
    return [words(part.partition("</p>")[0]) for part in main(response).split('message-door">')[1:]]


@REACTABLE
def test_published_reactions_stand_on_the_page_newest_first(client, make):
    item = make()
    make_reaction(item, name="Testpersoon A", text="Een test.\n\n<b>Nog</b> een.", sent_at=MAY)
    make_reaction(item, name="Testpersoon B", text="Een test.", answer="Dank je.", sent_at=JUNE)

    response = client.get(item.get_absolute_url())

    assert list_rows(response)[-2:] == [
        "Testpersoon B Een test. 1 juni 2026 Antwoord van de redactie Dank je.",
        "Testpersoon A Een test. <b>Nog</b> een. 1 mei 2026",
    ]
    assert "Reacties" in texts(response, "h2")
    assert "Reageer" in doors(response)


def test_reaction_shows_no_address(client):
    project = make_project()
    make_reaction(project, email="test@voorbeeld.test")

    assert "voorbeeld.test" not in client.get(project.get_absolute_url()).content.decode()


@pytest.mark.parametrize("hidden", [{"status": "nieuw"}, {"status": "geweigerd"}, {"reason": "vraag"}])
def test_other_messages_stand_nowhere(client, hidden):
    project = make_project()
    make_reaction(project, **hidden)

    assert "Testpersoon" not in main(client.get(project.get_absolute_url()))


def test_reaction_stands_on_its_own_page_alone(client):
    project, other = make_project(), make_project()
    make_reaction(project)
    story = make_story(pk=project.pk)

    assert "Testpersoon" not in main(client.get(other.get_absolute_url()))
    assert "Testpersoon" not in main(client.get(story.get_absolute_url()))


@REACTABLE
def test_heavy_subject_shows_no_reactions_and_no_way_to_react(client, make):
    item = make()
    make_reaction(item)
    item.themes.add(make_theme(sensitive=True))

    response = client.get(item.get_absolute_url())

    assert "Testpersoon" not in main(response)
    assert "Reageer" not in doors(response)


def test_page_of_another_day_shows_no_reactions(client):
    advies = make_advies()
    make_reaction(advies)

    response = client.get(advies.get_absolute_url(), {"stand": "2026-01-01"})

    assert "Testpersoon" not in main(response)
    assert "Klopt dit niet? Stuur een bron" in doors(response)


def test_project_has_its_doors(client):
    project = make_project()

    assert doors(client.get(project.get_absolute_url())) == [
        "Reageer",
        "Stel een vraag over dit project",
        "Klopt dit niet? Stuur een bron",
    ]


@pytest.mark.parametrize(
    "address",
    [
        "/projecten/", "/geleerd/", "/alternatieven/", "/organisaties/", "/publicaties/", "/agenda/", "/verhalen/",
        "/adviezen/", "/meedoen/", "/mensen/", "/themas/", "/begrippen/", "/veranderopgaven/",
    ],
)  # fmt: skip
def test_overview_asks_what_is_missing(client, address):
    response = client.get(address)

    assert f'<a href="/bericht/mis-je-iets/?over={address}">Mis je iets? Laat het weten</a>' in main(response)


def test_taking_part_leads_to_its_form(client):
    assert '<a href="/bericht/meedoen/?over=/meedoen/">' in main(client.get("/meedoen/"))


def test_contact_leads_to_its_form(client):
    make_page(slug="contact")

    assert '<a class="button" href="/bericht/contact/">Schrijf de redactie</a>' in main(client.get("/contact/"))


@pytest.mark.parametrize("size", [1, 3])
def test_reactions_take_one_query(client, django_assert_num_queries, size):
    story = make_story()
    for _ in range(size):
        make_reaction(story)

    with django_assert_num_queries(11):
        client.get(story.get_absolute_url())

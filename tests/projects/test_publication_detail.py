from datetime import date

import pytest

from tests.factories import (
    make_advies,
    make_organisation,
    make_project,
    make_publication,
    make_related_publication,
    make_story,
    make_theme,
)
from tests.files import office, open_office, pdf, upload
from tests.pages import facts, links, list_rows, main, texts

pytestmark = pytest.mark.django_db


def get(client, publication):
    return client.get(publication.get_absolute_url())


def test_publication_of_which_little_is_known_says_so(client):
    response = get(client, make_publication(title="Alfa", summary="Kort."))

    assert (texts(response, "h1"), texts(response, "h2")) == (["Alfa"], [])
    assert texts(response, "p")[:2] == [
        "Kort.",
        "Wij hebben geen adres waar je dit kunt lezen. Kijk bij de bron, onderaan deze pagina.",
    ]
    assert facts(response) == [("Soort", "Rapport"), ("Uitgever", "onbekend"), ("Verschenen", "onbekend")]


def test_publication_tells_who_made_it_and_what_it_belongs_to(client):
    publication = make_publication(
        kind="boek",
        publisher=make_organisation(name="Wij"),
        authors="Iemand",
        date_from=date(2021, 3, 1),
        date_to=date(2021, 3, 31),
        precision="maand",
        url="https://example.org/boek",
    )
    publication.projects.add(make_project(name="Project"))
    publication.themes.add(make_theme(name="Thema"))
    make_story(title="Verhaal").publications.add(publication)

    response = get(client, publication)

    assert facts(response) == [
        ("Soort", "Boek"),
        ("Uitgever", "Wij"),
        ("Auteurs", "Iemand"),
        ("Verschenen", "maart 2021"),
    ]
    assert texts(response, "h2") == ["Hoort bij het project", "Verhalen hierover"]
    assert list_rows(response) == ["Project Samenvatting van een test.", "Verhaal Een test. Interview"]
    assert ("Thema: Thema" in texts(response, "p"), links(response)[0]) == (True, "https://example.org/boek")


def test_publisher_without_a_page_of_its_own_is_named(client):
    assert ("Uitgever", "Zij") in facts(get(client, make_publication(publisher_name="Zij")))


def test_publication_with_a_file_can_be_downloaded(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    publication = make_publication(file=upload(pdf(b"0" * 2017), "test.pdf"))

    response = get(client, publication)

    assert (links(response)[0], texts(response, "p")[1].replace("\xa0", " ")) == (
        publication.file.url,
        "Download (pdf, 2,0 KB)",
    )


def test_publication_says_what_opens_its_file(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    files = [upload(office("docx"), "test"), upload(open_office("odt"), "test")]

    pages = [texts(get(client, make_publication(file=file)), "p")[1] for file in files]

    assert [page.partition(",")[0] for page in pages] == ["Download (Word", "Download (odt"]


def test_publication_whose_file_is_gone_offers_no_download(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    publication = make_publication(file="publicaties/weg.pdf")

    response = get(client, publication)

    assert (response.status_code, "Download" in main(response)) == (200, False)


@pytest.mark.parametrize("count", [1, 10])
def test_publication_asks_the_database_equally_often(client, django_assert_num_queries, count):
    publication = make_publication(publisher=make_organisation())
    for _ in range(count):
        publication.projects.add(make_project())
        publication.themes.add(make_theme())
        make_story().publications.add(publication)
        make_related_publication(make_advies(), publication)

    with django_assert_num_queries(9):
        get(client, publication)

"""Images in the back-office: bringing one in, saying what is on it, and where it stands."""

import re

import pytest

from projects.models import Image, Publication
from stroomop.lib.documents import ACTIVE
from stroomop.lib.pictures import OTHER_NAME
from tests import factories as make
from tests.files import office, picture, upload
from tests.pages import links
from tests.stroomop.back_office.staff import add, form_data, run, save, url

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def image(editor):
    return Image.objects.create(file=picture(), alt_text="Een test")


def errors(response):
    return response.context["adminform"].form.errors


def test_image_that_is_brought_in_gets_its_sizes(client, editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = add(client, Image, file=picture("IMG_1234.JPG", width=1000), alt_text="Een test")

    image.refresh_from_db()
    assert (str(image), image.width, image.widths) == ("Een test", 1000, [480, 960, 1000])


def test_image_whose_words_change_keeps_its_sizes(client, image, django_capture_on_commit_callbacks):
    before = image.file.name
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        save(client, image, alt_text="Iets anders")

    assert (image.alt_text, image.file.name, callbacks) == ("Iets anders", before, [])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"alt_text": ""}, "Schrijf wat er te zien is, of kies 'decoratief'."),
        ({"decorative": "on"}, "Je schreef een tekst, en koos ook 'decoratief'. Haal een van de twee weg."),
        (
            {"alt_text": "IMG_1234.JPG"},
            "Dit is de naam van een bestand. Schrijf in een zin wat er te zien is.",
        ),
    ],
)
def test_image_without_good_words_is_told_at_the_words(client, image, words, message):
    address = url(Image, "change", image.pk)

    response = client.post(address, form_data(client, address) | words)

    assert errors(response) == {"alt_text": [message]}


def test_image_may_be_decorative(client, image):
    assert str(save(client, image, alt_text="", decorative="on")) == f"decoratieve afbeelding {image.pk}"


def test_file_that_is_no_picture_is_told_at_the_file(client, editor):
    response = client.post(url(Image, "add"), {"file": picture("test.html"), "alt_text": "Een test"})

    assert (errors(response), Image.objects.count()) == ({"file": [OTHER_NAME]}, 0)


def test_form_without_anything_says_what_is_missing(client, editor):
    response = client.post(url(Image, "add"), {})

    assert errors(response) == {
        "file": ["Dit veld is verplicht."],
        "alt_text": ["Schrijf wat er te zien is, of kies 'decoratief'."],
    }


def test_form_shows_the_picture_and_not_the_name_of_its_file(client, image):
    html = client.get(url(Image, "change", image.pk)).text

    assert re.findall(r"<img [^>]+>", html) == [
        f'<img src="{image.file.url}" width="640" height="480" alt="Een test" loading="lazy">'
    ]
    assert ("Een andere kiezen:" in html, f">{image.file.name}<" in html) == (True, False)


def test_new_image_shows_none(client, editor):
    html = client.get(url(Image, "add")).text

    assert ("<img" in html, 'accept="image/avif,image/jpeg,image/png,image/webp"' in html) == (False, True)


def test_form_and_list_say_where_an_image_stands(client, image):
    public = make.make_project(image=image, name="Testproject")
    make.make_project(image=image, name="Geheim", published_at=None)

    pages = [client.get(url(Image, "change", image.pk)), client.get(url(Image, "changelist"))]

    assert [public.get_absolute_url() in links(page) for page in pages] == [True, True]
    assert ["Geheim (concept)" in page.text for page in pages] == [True, True]


def test_image_on_a_page_is_not_deleted(client, image):
    make.make_project(image=image, published_at=None)

    response = client.post(url(Image, "delete", image.pk), {"post": "yes"})

    assert (response.status_code, list(Image.objects.all())) == (403, [image])
    assert url(Image, "delete", image.pk) not in links(client.get(url(Image, "change", image.pk)))


def test_image_on_no_page_is_deleted(client, image):
    assert "Nog nergens." in client.get(url(Image, "change", image.pk)).text

    client.post(url(Image, "delete", image.pk), {"post": "yes"})

    assert list(Image.objects.all()) == []


@pytest.mark.parametrize("count", [1, 10])
def test_list_asks_the_database_equally_often(client, editor, django_assert_num_queries, count):
    for number in range(count):
        image = Image.objects.create(file="test.jpg", width=640, height=480, alt_text=f"Test {number}")
        make.make_project(image=image)

    with django_assert_num_queries(6):
        client.get(url(Image, "changelist"))


def test_image_is_found_by_its_project(client, image):
    make.make_project(image=image, name="Testproject")

    found = [client.get(url(Image, "changelist"), {"q": words}).context["cl"].result_count for words in ("proj", "x")]

    assert found == [1, 0]


def test_document_that_may_do_harm_is_told_at_the_file(client, editor):
    publication = make.make_publication()
    address = url(Publication, "change", publication.pk)
    file = {"file": upload(office(**{"word/vbaProject.bin": "x"}), "test.docx")}

    response = client.post(address, form_data(client, address) | file)

    assert errors(response) == {"file": [ACTIVE]}


def test_document_is_taken_and_taken_away_again(client, editor):
    publication = save(client, make.make_publication(slug="test"), file=upload(office(), "test.docx"))
    assert publication.file.name.endswith("/test.docx")

    assert not save(client, publication, **{"file-clear": "on"}).file


def test_publications_can_be_published_with_their_files(client, editor):
    publication = make.make_publication(published_at=None, file=upload(office(), "test.docx"))

    run(client, "publish", publication)

    publication.refresh_from_db()
    assert (publication.is_public, publication.file_size) == (True, len(office()))

import pytest

from tests.factories import make_user
from tests.pages import texts

pytestmark = pytest.mark.django_db


def test_style_guide_is_not_there_for_readers(client):
    assert client.get("/stijl/").status_code == 404


def test_style_guide_is_not_there_for_somebody_outside_the_staff(client):
    client.force_login(make_user())

    assert client.get("/stijl/").status_code == 404


def test_style_guide_shows_the_components_to_staff(client):
    client.force_login(make_user(is_staff=True))

    response = client.get("/stijl/")

    assert (response.status_code, texts(response, "h1")) == (200, ["Stijl van het portaal"])


def test_style_guide_is_there_for_who_builds(client, settings):
    settings.DEBUG = True

    assert client.get("/stijl/").status_code == 200


def test_style_guide_is_kept_from_search_engines(client, settings):
    settings.DEBUG = True

    assert '<meta name="robots" content="noindex">' in client.get("/stijl/").content.decode()

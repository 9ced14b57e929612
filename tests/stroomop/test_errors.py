import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path

from stroomop.lib import clock
from tests.factories import make_help_line, make_page
from tests.pages import links, texts

pytestmark = pytest.mark.django_db

DOORS = ["/adviezen/", "/projecten/", "/monitor/"]


def fail(request):
    raise ZeroDivisionError


def refuse(request):
    raise PermissionDenied


def form(request):
    return HttpResponse("Verstuurd.")


class Urls:
    """The portal with three views that go wrong."""

    handler403, handler404 = "stroomop.views.forbidden", "stroomop.views.not_found"
    urlpatterns = [
        path("fout/", fail),
        path("geweigerd/", refuse),
        path("formulier/", form),
        path("", include(settings.ROOT_URLCONF)),
    ]


@pytest.fixture
def wrong(settings):
    settings.ROOT_URLCONF = Urls
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


def test_page_that_never_was_is_not_found(client):
    response = client.get("/niet-te-vinden/")

    assert (response.status_code, texts(response, "h1")) == (404, ["Deze pagina vinden we niet"])
    assert links(response) == [*DOORS, "/"]


def test_page_that_was_archived_is_gone(client):
    page = make_page(archived_at=clock.now())

    response = client.get(page.get_absolute_url())

    assert (response.status_code, texts(response, "h1")) == (410, ["Deze pagina is er niet meer"])
    assert links(response) == [*DOORS, "/"]


def test_page_that_is_not_yours_is_refused(wrong):
    response = wrong.get("/geweigerd/")

    assert (response.status_code, texts(response, "h1")) == (403, ["Je hebt geen toegang tot deze pagina"])


def test_form_from_elsewhere_is_refused_in_dutch(wrong):
    response = wrong.post("/formulier/")

    assert (response.status_code, texts(response, "h1")) == (403, ["Je hebt geen toegang tot deze pagina"])


def test_fault_of_ours_is_told_without_the_database(wrong, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = wrong.get("/fout/")

    assert (response.status_code, texts(response, "h1")) == (500, ["Er ging iets mis"])
    assert links(response) == ["tel:113", "tel:112", "/"]


@pytest.mark.parametrize(("address", "status"), [("/niet/", 404), ("/geweigerd/", 403), ("/fout/", 500)])
def test_error_is_kept_from_search_engines(wrong, address, status):
    response = wrong.get(address)

    assert response.status_code == status
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert "canonical" not in response.content.decode()


def test_error_page_shows_where_to_find_help(client):
    make_help_line(name="Testlijn")

    assert "Testlijn" in client.get("/niet-te-vinden/").content.decode()

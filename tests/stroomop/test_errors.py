import re

import pytest
import yaml
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from django.urls import include, path

from stroomop import views
from stroomop.lib import clock
from stroomop.lib.gone import Gone
from tests.factories import make_help_line, make_page, make_story, make_theme
from tests.pages import links, offers_help, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("found_at_once")]

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
    assert links(response)[0] == "/"


def test_fault_is_told_when_the_database_is_away(wrong, django_db_blocker):
    with django_db_blocker.block():
        answers = [wrong.get(address) for address in ("/", "/niet/", "/projecten/onzin/")]

    assert [(answer.status_code, texts(answer, "h1")) for answer in answers] == [(500, ["Er ging iets mis"])] * 3


def test_fault_shows_the_help_lines_of_our_content(wrong):
    content = (settings.BASE_DIR / "stroomop/content/helpline.yaml").read_text()
    lines = yaml.safe_load(content)

    html = wrong.get("/fout/").text

    shown = re.findall(r"<strong>(?:<a href=.(.*?).>)?(.*?)(?:</a>)?</strong>\s*<a.* href=.tel:(.*?).>(.*?)</a>", html)
    assert shown == [(line["url"], line["name"], line["tel"], line["phone"]) for line in lines]


def test_fault_needs_nothing_that_has_to_be_loaded(wrong):
    html = wrong.get("/fout/").text

    assert re.findall(r"<style|<script| style=|<img", html) == []
    assert [finders.find(path) is None for path in re.findall(r'="/static/([^"]+)"', html)] == [False, False]


@pytest.mark.parametrize(("address", "status"), [("/niet/", 404), ("/geweigerd/", 403), ("/fout/", 500)])
def test_error_is_kept_from_search_engines(wrong, address, status):
    response = wrong.get(address)

    assert response.status_code == status
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert "canonical" not in response.content.decode()


def test_error_page_shows_where_to_find_help(client):
    make_help_line(name="Testlijn")

    assert "Testlijn" in client.get("/niet-te-vinden/").content.decode()


@pytest.mark.parametrize("archived", [False, True], ids=["404", "410"])
def test_page_that_is_not_there_suggests_what_its_address_is_about(client, archived):
    page = make_page(title="Brug")
    if archived:
        make_page(slug="de-oude-brug", title="Brug van toen", archived_at=clock.now())

    response = client.get("/de-oude-brug/")

    assert (response.status_code, texts(response, "label")) == (410 if archived else 404, ["Waar zoek je naar?"])
    assert links(response) == [page.get_absolute_url(), *DOORS, "/"]


def test_heavy_suggestions_get_help_first(client):
    make_theme(name="Brug", sensitive=True)

    assert offers_help(client.get("/de-oude-brug/"))
    assert not offers_help(client.get("/niet-te-vinden/"))


def test_address_is_looked_up_in_so_many_queries(client, django_assert_num_queries):
    make_story(title="Brug")
    client.get("/een/oude/brug/")

    with django_assert_num_queries(7):
        client.get("/een/oude/brug/")


@pytest.mark.parametrize(("exception", "status"), [(Http404(), 404), (Gone(), 410)])
def test_page_that_is_not_there_needs_no_database(exception, status):
    def refuse(*args):
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        response = views.not_found(RequestFactory().get("/de-oude-brug/"), exception)

    assert (response.status_code, links(response)) == (status, [*DOORS, "/"])

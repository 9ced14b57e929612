"""Old addresses, as staff write them."""

import pytest

from projects.models import Redirect
from tests import factories as make
from tests.stroomop.back_office.staff import add, form_data, save, url

pytestmark = pytest.mark.django_db

TAKEN = "Op dit adres staat al een pagina. Doorverwijzen kan alleen vanaf een adres waar niets meer staat."
NO_ADDRESS = "Een adres begint met een schuine streep, zoals /projecten/."
NO_PAGE = "Op dit adres staat geen openbare pagina. Open de pagina op de site en neem het adres over."


def faults(client, path, target):
    address = url(Redirect, "add")
    response = client.post(address, form_data(client, address) | {"path": path, "target": target})
    assert response.status_code == 200
    return response.context["adminform"].form.errors.get_json_data()


def messages(client, path="/oud/", target="/projecten/"):
    return {name: [found["message"] for found in each] for name, each in faults(client, path, target).items()}


def test_old_address_leads_on_as_soon_as_it_is_written(client, editor):
    add(client, Redirect, path="/oud/", target="/projecten/")

    assert client.get("/oud/")["Location"] == "/projecten/"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (" /Stroomop/Oud ", "/stroomop/oud/"),
        ("https://www.voorbeeld.test/stroomop/oud/?bron=mail#kop", "/stroomop/oud/"),
        ("/stroomop/caf%C3%A9/", "/stroomop/café/"),
        ("/Map/Index.PHP?id=7", "/map/index.php"),
        ("/projecten/nooit-geweest/", "/projecten/nooit-geweest/"),
    ],
)
def test_old_address_is_kept_as_it_will_be_looked_up(client, editor, written, kept):
    assert add(client, Redirect, path=written, target="/projecten/").path == kept


@pytest.mark.parametrize("written", ["/projecten/", "https://portaal.test/projecten/", "/agenda/agenda.ics"])
def test_target_is_a_place_on_this_site(client, editor, written):
    assert add(client, Redirect, path="/oud/", target=written).target == written.removeprefix("https://portaal.test")


def test_target_may_be_one_public_item(client, editor):
    item = make.make_project(slug="nu")

    assert add(client, Redirect, path="/oud/", target=item.get_absolute_url()).target == "/projecten/nu/"


@pytest.mark.parametrize("path", ["oud", "www.voorbeeld.test/oud/", "https://[", "//", "/a%00b/"])
def test_what_is_no_path_is_refused(client, editor, path):
    assert messages(client, path=path) == {"path": [NO_ADDRESS]}


@pytest.mark.parametrize("make_item", [make.make_project, make.make_page])
@pytest.mark.parametrize("public", [True, False])
def test_address_where_an_item_stands_is_refused(client, editor, make_item, public):
    item = make_item() if public else make_item(published_at=None)

    assert messages(client, path=item.get_absolute_url()) == {"path": [TAKEN]}


@pytest.mark.parametrize("path", ["/", "/projecten/", "/beheer/", "/sitemap.xml"])
def test_address_of_a_fixed_page_is_refused(client, editor, path):
    assert messages(client, path=path, target="/adviezen/") == {"path": [TAKEN]}


@pytest.mark.parametrize(
    "target", ["/onzin/", "/projecten/onzin/", "/beheer/", "/beheer/projects/project/", "/a/b/c/", "/projecten/%00/"]
)
def test_target_without_a_public_page_is_refused(client, editor, target):
    assert messages(client, target=target) == {"target": [NO_ADDRESS if "%00" in target else NO_PAGE]}


@pytest.mark.parametrize("state", [{"published_at": None}, {"archived_at": make.LONG_AGO.replace(year=2022)}])
def test_target_that_is_not_public_is_refused(client, editor, state):
    assert messages(client, target=make.make_project(**state).get_absolute_url()) == {"target": [NO_PAGE]}


def test_target_on_another_site_is_refused(client, editor):
    assert messages(client, target="https://elders.test/projecten/") == {"target": ["Kies een pagina van deze site."]}


@pytest.mark.parametrize("target", ["/projecten/?thema=test", "/projecten/#kop"])
def test_part_of_a_page_is_refused(client, editor, target):
    words = "Neem alleen het adres over, zonder wat er vanaf ? of # achter staat."
    assert messages(client, target=target) == {"target": [words]}


def test_chain_is_refused(client, editor):
    Redirect.objects.create(path="/adviezen/voor/een/", target="/projecten/")

    assert messages(client, target="/adviezen/voor/een/") == {"target": [NO_PAGE]}


def test_what_led_to_the_old_address_leads_to_the_new_one(client, editor):
    Redirect.objects.create(path="/eerst/", target="/oud/")

    add_second(client, "/oud/", "/projecten/")

    assert [str(old) for old in Redirect.objects.all()] == ["/eerst/ → /projecten/", "/oud/ → /projecten/"]


def add_second(client, path, target):
    address = url(Redirect, "add")
    assert client.post(address, form_data(client, address) | {"path": path, "target": target}).status_code == 302


def test_old_address_is_written_once(client, editor):
    Redirect.objects.create(path="/oud/", target="/projecten/")

    assert messages(client, path="/OUD") == {"path": ["Er bestaat al een Doorverwijzing met eenzelfde Oud adres."]}


def test_target_is_changed(client, editor):
    old = Redirect.objects.create(path="/oud/", target="/projecten/")

    assert save(client, old, target="/adviezen/").target == "/adviezen/"

"""Import asks for the right to add and to change, export for the right to see."""

import pytest
from django.apps import apps

from projects.models import Organisation
from tests import factories as make
from tests.pages import links
from tests.stroomop.back_office.exchange.kit import TABLES
from tests.stroomop.back_office.staff import url

pytestmark = pytest.mark.django_db
MODELS = {name: apps.get_model(f"{'advies' if name == 'news' else 'projects'}.{name}") for name in TABLES}
# By what somebody may do: the answers of import, of what it would do (302: no file yet), and of export.
RIGHTS = {
    ("add", "change"): (200, 302, 200),
    ("add", "change", "view"): (200, 302, 200),
    ("add", "view"): (403, 403, 200),
    ("change",): (403, 403, 200),
    ("view",): (403, 403, 200),
    ("add",): (403, 403, 403),
    (): (403, 403, 403),
}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("rights", RIGHTS, ids="-".join)
def test_each_page_asks_for_its_rights(client, staff, name, rights, method):
    staff(*(f"{right}_{name}" for right in rights), "view_theme")
    model = MODELS[name]

    answers = tuple(getattr(client, method)(url(model, page)).status_code for page in ("import", "review", "export"))

    assert answers == RIGHTS[rights]


@pytest.mark.parametrize("page", ["import", "review", "export"])
def test_visitor_is_sent_to_the_door(client, page):
    address = url(Organisation, page)

    assert client.get(address).url == f"/beheer/login/?next={address}"


def test_who_may_only_look_has_no_button_to_import(client, staff):
    staff("view_organisation")
    make.make_organisation()

    found = links(client.get(url(Organisation, "changelist")))

    assert (url(Organisation, "import") in found, f"{url(Organisation, 'export')}?" in found) == (False, True)

"""What holds for the page of every item; what only one has stands in its own file."""

from datetime import UTC, datetime

import pytest

from stroomop.lib import clock
from tests.factories import (
    make_event,
    make_initiative,
    make_lesson,
    make_organisation,
    make_person,
    make_project,
    make_publication,
    make_story,
    make_theme,
    make_veranderopgave,
)
from tests.pages import main, texts
from tests.projects.relations import make_network

pytestmark = pytest.mark.django_db

MAKERS = {
    "project": make_project,
    "lesson": make_lesson,
    "publication": make_publication,
    "story": make_story,
    "event": make_event,
    "alternative": make_initiative,
    "network": make_network,
    "organisation": make_organisation,
    "theme": make_theme,
    "person": make_person,
    "veranderopgave": make_veranderopgave,
}
every_detail = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)


def get(client, item):
    return client.get(item.get_absolute_url())


@every_detail
def test_item_has_a_page_under_its_name(client, make):
    item = make()

    response = get(client, item)

    assert (response.status_code, texts(response, "h1")[0].endswith(str(item))) == (200, True)
    assert f"<title>{item} " in response.content.decode()


@every_detail
@pytest.mark.parametrize(
    ("moments", "status"),
    [
        ({"published_at": None}, 404),
        ({"published_at": datetime(2200, 1, 1, tzinfo=UTC)}, 404),
        ({"archived_at": clock.now()}, 410),
        ({"archived_at": datetime(2200, 1, 1, tzinfo=UTC)}, 200),
    ],
)
def test_item_answers_by_its_state(client, make, moments, status):
    assert get(client, make(**moments)).status_code == status


@every_detail
def test_old_address_leads_to_the_new_one(client, make):
    item = make()
    old = item.get_absolute_url()
    item.slug = "nieuw-adres"
    item.save()

    response = client.get(old)

    assert (response.status_code, response["Location"]) == (301, item.get_absolute_url())


@every_detail
def test_page_can_be_passed_on(client, make):
    item = make()

    share = main(get(client, item)).partition('<nav class="share')[2].partition("</nav>")[0]

    assert f'<span class="address">https://portaal.test{item.get_absolute_url()}</span>' in share

"""Whatever belongs together leads to each other, and nothing leads to what the public may not see."""

import pytest

from stroomop.lib import clock
from tests.pages import links, main, words
from tests.projects.relations import RELATIONS, STILL_NAMED

pytestmark = pytest.mark.django_db

every_relation = pytest.mark.parametrize("name", RELATIONS)


def get(client, item):
    """The page that an item has, or has its place on."""
    return client.get(item.get_absolute_url().partition("#")[0])


@every_relation
def test_each_of_the_two_leads_to_the_other(client, name):
    one, other = RELATIONS[name].make()

    assert RELATIONS[name].address(other) in links(get(client, one))
    assert one.get_absolute_url() in links(get(client, other))


@every_relation
def test_neither_tells_of_a_draft(client, name):
    draft = {"published_at": None}
    (one, hidden_other), (hidden_one, other) = RELATIONS[name].make(other=draft), RELATIONS[name].make(one=draft)

    for public, hidden in ((one, hidden_other), (other, hidden_one)):
        response = get(client, public)
        assert (response.status_code, str(hidden) in words(main(response))) == (200, False)
        assert hidden.get_absolute_url() not in links(response)


@every_relation
def test_neither_leads_to_what_was_archived(client, name):
    archived = {"archived_at": clock.now()}
    (one, hidden_other), (hidden_one, other) = RELATIONS[name].make(other=archived), RELATIONS[name].make(one=archived)

    for public, hidden, named in ((one, hidden_other, name in STILL_NAMED), (other, hidden_one, False)):
        response = get(client, public)
        assert (response.status_code, str(hidden) in words(main(response))) == (200, named)
        assert hidden.get_absolute_url() not in links(response)

"""A reader who knows something by its former name finds it."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stroomop.lib import clock
from tests.factories import make_organisation, make_project
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db


def name_before(item, name):
    return item.former_names.create(name=name)


def rename(item, slug):
    item.slug = slug
    item.save()


def answer(client, address):
    response = client.get(address)
    return response.status_code, response.headers.get("Location")


BOTH = pytest.mark.parametrize(("make", "base"), [(make_project, "/projecten/"), (make_organisation, "/organisaties/")])


@BOTH
def test_former_name_leads_to_the_page(client, make, base):
    name_before(make(slug="nieuw"), "De Oude Naam & Co.")

    assert answer(client, f"{base}de-oude-naam-co/") == (301, f"{base}nieuw/")


@BOTH
def test_former_name_keeps_the_question_it_was_asked(client, make, base):
    name_before(make(slug="nieuw"), "Oud")

    assert answer(client, f"{base}oud/?a=1+2&b=%26") == (301, f"{base}nieuw/?a=1+2&b=%26")


@BOTH
def test_former_name_follows_a_later_address(client, make, base):
    item = make(slug="nieuw")
    name_before(item, "Oud")
    for slug in ("nieuwer", "nieuwst"):
        rename(item, slug)

    assert [answer(client, f"{base}{slug}/") for slug in ("oud", "nieuw", "nieuwer")] == [(301, f"{base}nieuwst/")] * 3


@BOTH
@pytest.mark.parametrize(
    "hidden",
    [{"published_at": None}, {"published_at": datetime(2200, 1, 1, tzinfo=UTC)}, {"archived_at": clock.now()}],
    ids=["draft", "scheduled", "archived"],
)
def test_former_name_of_what_is_not_public_leads_nowhere(client, make, base, hidden):
    name_before(make(slug="geheim", **hidden), "Oud")

    assert answer(client, f"{base}oud/") == (404, None)


def test_former_name_of_a_draft_leads_to_where_it_is_once_public(client):
    project = make_project(slug="nieuw", published_at=None)
    name_before(project, "Oud")
    rename(project, "nieuwer")
    project.published_at = clock.now()
    project.save()

    assert answer(client, "/projecten/oud/") == (301, "/projecten/nieuwer/")
    assert answer(client, "/projecten/nieuw/") == (404, None)


@BOTH
def test_former_name_never_stands_before_a_live_page(client, make, base):
    name_before(make(slug="nieuw"), "Levend")
    make(slug="levend")
    other = make(slug="ook-levend")
    name_before(make(slug="nog-een"), "Ook levend")

    assert [answer(client, f"{base}{slug}/") for slug in ("levend", "ook-levend")] == [(200, None)] * 2
    rename(other, "verhuisd")
    assert answer(client, f"{base}ook-levend/") == (301, f"{base}verhuisd/")


def test_former_name_takes_no_old_address_from_another_page(client):
    live, moved = make_project(slug="een"), make_project(slug="twee")
    rename(live, "levend")
    rename(moved, "verhuisd")
    other = make_project(slug="nieuw")

    name_before(other, "Levend")
    name_before(other, "Twee")

    assert [answer(client, f"/projecten/{slug}/") for slug in ("een", "levend", "twee")] == [
        (301, "/projecten/levend/"),
        (200, None),
        (301, "/projecten/verhuisd/"),
    ]


def test_former_name_never_stands_before_a_page_that_is_gone(client):
    name_before(make_project(slug="nieuw"), "Oud")
    make_project(slug="oud", archived_at=clock.now())

    assert answer(client, "/projecten/oud/") == (410, None)


@pytest.mark.parametrize("name", ["Nieuw", "nieuw", "...", "\u65e5\u672c"])
def test_former_name_without_an_address_of_its_own_leads_nowhere_else(client, name):
    name_before(make_project(slug="nieuw"), name)

    assert (answer(client, "/projecten/nieuw/"), answer(client, "/projecten/")) == ((200, None), (200, None))


def test_former_name_is_the_last_part_of_an_address_only(client):
    name_before(make_project(slug="projecten"), "Oud")

    assert answer(client, "/projecten/oud/") == (301, "/projecten/projecten/")


def test_long_former_name_leads_to_the_page(client):
    name_before(make_project(slug="nieuw"), "x" * 150)

    assert answer(client, f"/projecten/{'x' * 80}/") == (301, "/projecten/nieuw/")


def test_former_name_that_is_mended_leads_there_as_it_is_now(client):
    former = name_before(make_project(slug="nieuw"), "Uod")
    former.name = "Oud"
    former.save()

    assert [answer(client, f"/projecten/{slug}/") for slug in ("uod", "oud")] == [
        (404, None),
        (301, "/projecten/nieuw/"),
    ]


def test_former_name_that_was_taken_away_leads_nowhere(client):
    former = name_before(make_project(slug="nieuw"), "Oud")
    former.delete()

    assert answer(client, "/projecten/oud/") == (404, None)


@pytest.mark.parametrize("address", ["/projecten/oud/", "/themas/oud/", "/agenda/oud/"])
def test_name_that_nothing_had_is_not_found(client, address):
    name_before(make_organisation(slug="nieuw"), "Oud")

    assert answer(client, address) == (404, None)


def name_before_once(item, name):
    item.former_names.get_or_create(name=name)


STEPS = st.tuples(st.integers(0, 1), st.sampled_from([rename, name_before_once]), st.sampled_from("abcd"))


@given(st.lists(STEPS, max_size=8))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_name_leads_to_a_page_in_at_most_one_step(client, steps):
    with rolled_back():
        projects = [make_project(slug="eerste"), make_project(slug="tweede")]
        known = {"eerste", "tweede"}

        for number, step, slug in steps:
            if step is name_before_once or slug != projects[1 - number].slug:
                step(projects[number], slug)
                known.add(slug)

        for slug in known:
            status, target = answer(client, f"/projecten/{slug}/")
            assert (status, target) == (200, None) or answer(client, target) == (200, None)

"""The addresses of the sites that had pages about StroomOP before."""

from collections import Counter

import pytest

from projects.models import Redirect
from projects.querysets import tidy
from stroomop.content import KINDS, load_content, read
from tests.factories import make_project

pytestmark = pytest.mark.django_db

OLD = "/stroomop/professionals/test-persoon/"


def test_each_leads_to_a_page_in_one_step(client):
    load_content()

    answers = {}
    for old in Redirect.objects.all():
        moved = client.get(old.path)
        answers[old.path] = (moved.status_code, moved["Location"], client.get(moved["Location"]).status_code)

    assert answers == {old.path: (301, old.target, 200) for old in Redirect.objects.all()}
    assert len(answers) == 31


def test_each_is_listed_once_as_it_is_looked_up():
    kind = next(kind for kind in KINDS if kind.model == "projects.Redirect")

    paths = [entry["path"] for entry in read(kind)]

    assert paths == [tidy(path) for path in paths]
    assert set(Counter(paths).values()) == {1}


@pytest.mark.parametrize(
    "asked", [OLD, OLD.removesuffix("/"), OLD.upper(), "/Stroomop/Professionals/Test-Persoon", f"{OLD}/"]
)
def test_old_address_is_found_however_it_is_written(client, asked):
    Redirect.objects.create(path=OLD, target="/mensen/")

    response = client.get(asked)

    assert (response.status_code, response["Location"]) == (301, "/mensen/")


def test_old_address_of_one_word_needs_one_step(client):
    Redirect.objects.create(path="/oud/", target="/mensen/")

    assert client.get("/oud")["Location"] == "/mensen/"


@pytest.mark.parametrize("asked", ["/oud.html", "/map/Oud.HTML", "/index.php"])
def test_old_file_keeps_its_name_without_a_slash(client, asked):
    Redirect.objects.create(path=asked.lower(), target="/mensen/")

    assert client.get(asked)["Location"] == "/mensen/"


def test_address_as_it_was_asked_goes_first(client):
    Redirect.objects.create(path="/Oud/", target="/mensen/")
    Redirect.objects.create(path="/oud/", target="/projecten/")

    assert [client.get(asked)["Location"] for asked in ("/Oud/", "/OUD/")] == ["/mensen/", "/projecten/"]


def test_renamed_page_takes_its_old_addresses_along(client):
    project = make_project(slug="een")
    Redirect.objects.create(path=OLD, target=project.get_absolute_url())
    project.slug = "twee"
    project.save()

    assert client.get(OLD)["Location"] == "/projecten/twee/"


@pytest.mark.parametrize("count", [1, 3])
def test_looking_for_an_old_address_asks_the_database_once(django_assert_num_queries, count):
    for number in range(count):
        Redirect.objects.create(path=f"/oud/{number}/", target="/mensen/")

    with django_assert_num_queries(1):
        assert Redirect.objects.target_of("/OUD/0") == "/mensen/"

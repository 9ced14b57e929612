import string

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from projects.models import Project, Redirect
from tests.factories import make_project
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db


def address(slug: str) -> str:
    return reverse("projects:project_detail", args=[slug])


def rename(project: Project, slug: str) -> None:
    project.slug = slug
    project.save()


def test_old_address_leads_to_the_new_one(client):
    project = make_project(slug="oud")
    rename(project, "nieuw")

    response = client.get(address("oud"))

    assert (response.status_code, response["Location"]) == (301, address("nieuw"))


def test_old_address_keeps_the_question_it_was_asked(client):
    rename(make_project(slug="oud"), "nieuw")

    response = client.get(address("oud"), query_params={"a": "1 2", "b": ["é", "&"]})

    assert response["Location"] == f"{address('nieuw')}?a=1+2&b=%C3%A9&b=%26"


def test_oldest_address_leads_to_the_newest_in_one_step(client):
    project = make_project(slug="een")
    for slug in ("twee", "drie"):
        rename(project, slug)

    assert [client.get(address(slug))["Location"] for slug in ("een", "twee")] == [address("drie")] * 2


def test_address_that_comes_back_answers_itself(client):
    project = make_project(slug="een")
    for slug in ("twee", "een"):
        rename(project, slug)

    assert (client.get(address("een")).status_code, client.get(address("twee"))["Location"]) == (200, address("een"))
    assert Redirect.objects.count() == 1


def test_change_of_something_else_leaves_no_trace():
    project = make_project()

    project.name = "Een andere naam"
    project.save()

    assert Redirect.objects.count() == 0


def test_draft_leaves_no_old_address(client):
    rename(make_project(slug="oud", published_at=None), "nieuw")

    assert (client.get(address("oud")).status_code, Redirect.objects.count()) == (404, 0)


def test_archived_page_is_gone_and_no_redirect_stands_before_it(client):
    project = make_project(slug="een")
    Redirect.objects.create(path=address("een"), target="/")
    project.archived_at = project.published_at.replace(year=2021)
    project.save()

    assert client.get(address("een")).status_code == 410


def test_address_with_a_nul_is_not_found(client):
    assert client.get("/projecten/%00/").status_code == 404


@pytest.mark.parametrize("target", ["//elders.test/", "https://elders.test/", "/oud/"])
def test_redirect_off_the_site_or_to_itself_is_refused(target):
    with pytest.raises(ValidationError, match="Beide adressen beginnen met / en zijn niet gelijk"):
        Redirect(path="/oud/", target=target).full_clean()


def test_redirect_tells_where_it_leads():
    assert str(Redirect(path="/oud/", target="/nieuw/")) == "/oud/ → /nieuw/"


SLUGS = st.sampled_from(string.ascii_lowercase[:4])


@given(st.lists(st.tuples(st.integers(0, 1), SLUGS), max_size=8))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_address_that_was_public_leads_to_a_page_in_at_most_one_step(client, renamings):
    with rolled_back():
        projects = [make_project(slug="first"), make_project(slug="second")]
        public = {"first", "second"}

        for number, slug in renamings:
            if slug != projects[1 - number].slug:
                rename(projects[number], slug)
                public.add(slug)

        for slug in public:
            response = client.get(address(slug))
            if response.status_code == 301:
                response = client.get(response["Location"])
            assert response.status_code == 200

"""The page of one kind of work: all that asks for it, each with its own button."""

import re
from datetime import timedelta

import pytest

from projects.models import Project
from stroomop.lib import clock
from stroomop.worklist import WORK
from tests import factories as make
from tests.pages import links, main, texts, words
from tests.stroomop.back_office.work import NOW, fill, work_at

pytestmark = pytest.mark.django_db
HOME = "/beheer/"
TITLES = {kind.slug: kind.title for kind in WORK}


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(NOW):
        yield


@pytest.mark.parametrize("slug", TITLES)
def test_page_of_a_kind_lists_all_of_it(client, editor, slug):
    fill(editor, 3)
    [line] = [line for kind, find in WORK.items() if kind.slug == slug and (line := find(editor))]

    page = client.get(f"/beheer/werk/{slug}/")

    if line.things:
        assert [href for href in links(page) if href in {thing.address for thing in line.things}] == [
            thing.address for thing in line.things
        ]
        assert (len(line.things), texts(page, "h1")[0], line.address) == (3, TITLES[slug], page.wsgi_request.path)
        assert line.sentence in words(main(page))
    else:
        # It has a screen of its own.
        assert page.url == line.address


@pytest.mark.parametrize("slug", TITLES)
def test_page_of_a_kind_without_work_says_so(client, editor, slug):
    assert "Hier is nu niets te doen." in words(main(client.get(f"/beheer/werk/{slug}/")))


@pytest.mark.parametrize("slug", TITLES)
def test_page_of_a_kind_is_for_who_may_do_the_work(client, staff, slug):
    fill(make.make_user(), 2)
    address = f"/beheer/werk/{slug}/"
    assert client.get(address).url == f"/beheer/login/?next={address}"
    staff("view_group")

    assert client.get(address).status_code == 403


def test_page_of_what_is_no_work_is_not_found(client, editor):
    assert client.get("/beheer/werk/onzin/").status_code == 404


def test_page_of_a_kind_takes_nothing(client, editor):
    assert client.post("/beheer/werk/concepten/").status_code == 405


def test_page_of_a_long_list_shows_the_first_hundred(client, editor):
    soon = {"summary": "Een test.", "published_at": NOW + timedelta(hours=1)}
    Project.objects.bulk_create([Project(name=f"Test {nth}", slug=f"test-{nth}", **soon) for nth in range(101)])

    page = client.get("/beheer/werk/vandaag/")

    told = "Vandaag komen er nog 101 dingen online, het eerste om 13:00. Dit zijn de eerste 100."
    assert told in words(main(page))
    assert len(re.findall(r'href="/beheer/projects/project/\d+/change/"', main(page))) == 100


def test_names_of_staff_do_no_harm(client, editor):
    for nth in range(2):
        work_at(make.make_project(name=f"<b>Test</b> {nth}", published_at=None), editor)

    assert "<b>Test" not in client.get(HOME).text + client.get("/beheer/werk/concepten/").text

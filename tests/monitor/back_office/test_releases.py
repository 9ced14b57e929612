"""The releases: how they stand, what is in them, and publishing or withdrawing one of them."""

from datetime import timedelta

import pytest

from monitor import publication
from monitor.models import PublicFigure, Release
from stroomop.lib import clock
from tests import factories as make
from tests.monitor.back_office.conftest import LATER
from tests.pages import main, page_links, rows, words
from tests.stroomop.back_office.staff import history, url

pytestmark = pytest.mark.django_db
DONE = ["Dat was al gedaan. Kijk hieronder hoe het nu staat."]


@pytest.fixture
def draft(editor, catalogue):
    release = make.make_release(published_at=None)
    make.make_observation(make.make_series(catalogue), "2024", "12", release=release, status="definitief")
    return release


def public():
    return [str(figure.value) for figure in PublicFigure.objects.held_on(clock.today())]


def make_each():
    """One of each state, by its words."""
    withdrawn = make.make_release(withdrawn_at=clock.now(), withdrawn_reason="Fout.")
    return {
        "concept": make.make_release(published_at=None),
        "onder embargo tot 1 december 2026 09:00": make.make_release(published_at=LATER),
        "gepubliceerd op 31 oktober 2026 14:30": make.make_release(published_at=clock.now() - timedelta(days=1)),
        "ingetrokken op 1 november 2026 14:30": withdrawn,
    }


def test_list_tells_how_each_stands_and_how_many_figures_it_has(client, draft):
    found = make_each()

    page = client.get(url(Release, "changelist"))

    told = {row[0]: row[3:] for row in rows(page)}
    assert {release.source.title: [words, "0"] for words, release in found.items()}.items() <= told.items()
    assert told[draft.source.title] == ["concept", "1"]


@pytest.mark.parametrize("asked", ["concept", "onder embargo", "gepubliceerd", "ingetrokken"])
def test_list_is_narrowed_by_how_they_stand(client, editor, asked):
    [expected] = [release for words, release in make_each().items() if words.startswith(asked)]

    assert list(client.get(url(Release, "changelist"), {"stand": asked}).context["cl"].result_list) == [expected]


@pytest.mark.parametrize("count", [1, 20])
def test_list_asks_a_fixed_number_of_queries(client, editor, django_assert_num_queries, count):
    for _ in range(count):
        make.make_release()

    with django_assert_num_queries(5):
        client.get(url(Release, "changelist"))


@pytest.mark.parametrize(("count", "pages"), [(1, 0), (101, 3)])
def test_page_shows_its_figures_a_hundred_at_a_time(client, editor, catalogue, django_assert_num_queries, count, pages):
    release, category = make.make_release(), make.make_category(name="Noord")
    series = make.make_series(catalogue, category)
    for year in range(1900, 1900 + count):
        make.make_observation(series, str(year), "3", release=release, note="Noot.", approximate=True, one_off=True)

    # What Django asks once, it asks here.
    client.get(url(Release, "change", release.pk))
    with django_assert_num_queries(8):
        page = client.get(url(Release, "change", release.pk))

    assert rows(page)[0] == [
        "Testreeks", "Noord", "1900", "3", "onbekend, benadering, losse telling", "Noot.",
    ]  # fmt: skip
    assert (len(rows(page)), len(page_links(page))) == (min(count, 100), pages)


def test_page_of_a_release_without_figures_says_so(client, editor):
    assert "Geen cijfers: alleen een doel." in client.get(url(Release, "change", make.make_release().pk)).text


def test_draft_is_published(client, draft, press):
    assert "Publiceer nu" in words(main(client.get(url(Release, "change", draft.pk))))

    assert press(draft, "nu") == ["Gepubliceerd."]

    assert public() == ["12"]
    assert [what for _, what in history(draft)] == ["Gepubliceerd."]
    assert press(draft, "nu") == press(draft, "op", moment="2026-12-01T09:00") == DONE
    assert "Publiceer nu" not in words(main(client.get(url(Release, "change", draft.pk))))


def test_draft_is_published_at_a_moment_that_can_still_be_moved(draft, press):
    assert press(draft, "op", moment="2026-12-01T09:00") == ["Wordt gepubliceerd op 1 december 2026 09:00."]
    assert public() == []

    press(draft, "nu")
    assert public() == ["12"]


def test_release_is_withdrawn_with_a_reason(client, draft, press):
    publication.publish([draft])
    assert press(draft, "terug", reason="") == ["Zeg waarom je dit terugneemt."]

    assert press(draft, "terug", reason="Verkeerde tabel.", keeps_secret="on") == [
        "Ingetrokken. Wat hiervoor gold, geldt weer."
    ]

    draft.refresh_from_db()
    assert (public(), draft.keeps_secret) == ([], True)
    page = words(main(client.get(url(Release, "change", draft.pk))))
    assert "Ingetrokken op 1 november 2026 14:30, omdat: Verkeerde tabel." in page
    assert "Trek deze publicatie in" not in page
    assert press(draft, "terug", reason="Nog eens.") == press(draft, "nu") == DONE

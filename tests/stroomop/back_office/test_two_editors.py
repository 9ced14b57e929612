"""Two people on one item: each sees the other, and neither writes over the other in silence."""

from datetime import UTC, datetime, timedelta

import pytest

from projects.models import Project
from stroomop.lib import clock
from tests import factories as make
from tests.stroomop.back_office.staff import form_data, history, url

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def one_moment():
    with clock.fixed_at(NOW):
        yield


@pytest.fixture
def colleagues():
    names = ("Anna", "Bram")
    return [make.make_user(is_staff=True, is_superuser=True, first_name="Test", last_name=name) for name in names]


def opens(client, user, item):
    client.force_login(user)
    page = client.get(url(Project, "change", item.pk))
    return page, form_data(client, url(Project, "change", item.pk)) | {"_version": page.context["version"]}


def sends(client, user, item, data, button="_publish", **changes):
    client.force_login(user)
    return client.post(url(Project, "change", item.pk), data | changes | {button: "Test"})


@pytest.mark.parametrize("published_at", [make.LONG_AGO, None], ids=["public", "concept"])
@pytest.mark.parametrize("buttons", [("_publish", "_publish"), ("_save", "_save"), ("_save", "_publish")])
def test_second_save_is_warned_and_nothing_is_lost(client, colleagues, published_at, buttons):
    anna, bram = colleagues
    project = make.make_project(name="Oud", published_at=published_at)
    _, of_anna = opens(client, anna, project)
    _, of_bram = opens(client, bram, project)
    sends(client, anna, project, of_anna, buttons[0], name="Van Anna")

    page = sends(client, bram, project, of_bram, buttons[1], name="Van Bram")

    assert page.status_code == 200
    assert "Terwijl jij bezig was, heeft een collega dit gewijzigd. Er is nog niets bewaard." in page.text
    assert [entry.user for entry in page.context["news"]][-1] == anna
    assert page.context["adminform"].form["name"].value() == "Van Bram"
    [difference] = page.context["differences"]
    assert (difference.label, difference.before, difference.after) == ("Naam", "Van Anna", "Van Bram")
    assert "Van Bram" not in str(history(project)) + str(project.drafts.values_list("data"))

    page = sends(client, bram, project, of_bram | {"_version": page.context["version"]}, buttons[1], name="Van Bram")
    assert page.status_code == 302


def test_draft_that_a_colleague_went_on_with_is_not_thrown_away_in_silence(client, colleagues):
    anna, bram = colleagues
    project = make.make_project(name="Oud")
    _, of_anna = opens(client, anna, project)
    sends(client, anna, project, of_anna, "_save", name="Van Anna")
    _, of_anna = opens(client, anna, project)
    _, of_bram = opens(client, bram, project)
    sends(client, bram, project, of_bram, "_save", name="Van Bram")

    page = sends(client, anna, project, of_anna, "_discard")

    assert (page.status_code, project.drafts.get().data["name"]) == (200, ["Van Bram"])
    sends(client, anna, project, of_anna | {"_version": page.context["version"]}, "_discard")
    assert not project.drafts.exists()


def test_own_earlier_save_in_another_window_is_told_too(client, colleagues):
    anna, _ = colleagues
    project = make.make_project(name="Oud")
    _, first = opens(client, anna, project)
    sends(client, anna, project, first, name="Eerste")

    assert sends(client, anna, project, first, name="Tweede").status_code == 200


def test_who_comes_second_sees_who_is_in(client, colleagues):
    anna, bram = colleagues
    project = make.make_project()

    pages = [opens(client, user, project)[0] for user in (anna, bram)]

    told = "Test Anna heeft dit formulier ook open, sinds 13:00."
    assert [told in page.text for page in pages] == [False, True]


def test_who_saved_or_is_long_away_is_not_in(client, colleagues):
    anna, bram = colleagues
    project = make.make_project()
    _, data = opens(client, anna, project)
    sends(client, anna, project, data, name="Klaar")
    assert opens(client, bram, project)[0].context["others"] == []

    with clock.fixed_at(NOW + timedelta(minutes=16)):
        assert opens(client, anna, project)[0].context["others"] == []


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30, "²"])
def test_version_that_is_none_does_no_harm(client, colleagues, version):
    anna, _ = colleagues
    project = make.make_project()
    _, data = opens(client, anna, project)

    assert sends(client, anna, project, data, _version=version, name="Nieuw").status_code == 302

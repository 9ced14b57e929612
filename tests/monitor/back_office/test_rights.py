"""Figures are for who may change figures: not for any member of staff, and never for a reader."""

import pytest
from django.test import Client

from monitor.models import Import, Release
from stroomop.lib import clock
from tests import factories as make
from tests.monitor.back_office.files import figures
from tests.pages import links, main
from tests.stroomop.back_office.staff import url

pytestmark = pytest.mark.django_db
NEW_FIGURE = "/beheer/monitor/release/nieuw-cijfer/"
DEEDS = {Import: ["nu", "op", "concept", "weg", "terug", "opnieuw"], Release: ["nu", "op", "terug"]}
LOOKING = ["view_import", "view_release"]
DOING = ["add_import", "change_import", "change_release"]


@pytest.fixture
def items(db):
    """A file and a release that wait for somebody."""
    batch = Import.objects.create(
        name="cijfers.csv", read_on=clock.today(), handed_in_at=clock.now(), stage=Import.Stage.CHECKED, new=1
    )
    return {Import: batch, Release: make.make_release(published_at=None)}


def statuses(client, items):
    """Of every page and every button, first those of looking, then those of adding, then those of doing."""
    pages = [page for model in items for page in (url(model, "changelist"), url(model, "change", items[model].pk))]
    adding = [url(Import, "add"), NEW_FIGURE]
    looks = [client.get(address).status_code for address in pages]
    adds = [client.get(address).status_code for address in adding]
    adds += [client.post(url(Import, "add"), {"file": figures(), "read_on": "2026-11-02"}).status_code]
    adds += [client.post(NEW_FIGURE, {}).status_code]
    # Without what they ask for, so that who may do it changes nothing either.
    deeds = [("terug", Import), ("op", Import), ("opnieuw", Import), ("terug", Release), ("op", Release)]
    does = [client.post(url(model, "change", items[model].pk), {"doe": deed}).status_code for deed, model in deeds]
    return looks, adds, does


def test_reader_is_led_to_signing_in(client, items):
    assert statuses(client, items) == ([302] * 4, [302] * 4, [302] * 5)
    for model, deeds in DEEDS.items():
        for deed in deeds:
            address = url(model, "change", items[model].pk)
            assert client.post(address, {"doe": deed}).url == f"/beheer/login/?next={address}"
    assert_untouched(items)


@pytest.mark.parametrize(
    ("rights", "looks", "adds", "does"),
    [
        (["view_project", "change_indicator"], 403, 403, 403),
        (LOOKING, 200, 403, 403),
        ([*LOOKING, "add_import"], 200, 200, 403),
        (DOING, 200, 200, 302),
    ],
)
def test_each_may_do_what_the_group_may(client, staff, items, rights, looks, adds, does):
    staff(*rights)

    assert statuses(client, items) == ([looks] * 4, [adds] * 4, [does] * 5)
    assert_untouched(items)


def test_buttons_stand_there_for_who_may_press_them(client, staff, items):
    staff(*LOOKING)

    for model, item in items.items():
        assert 'name="doe"' not in main(client.get(url(model, "change", item.pk)))
    assert not {NEW_FIGURE, url(Import, "add")} & set(links(client.get(url(Release, "changelist"))))
    assert not {NEW_FIGURE, url(Import, "add")} & set(links(client.get("/beheer/")))


def test_every_button_is_refused_to_who_only_looks(client, staff, items):
    staff(*LOOKING)

    for model, deeds in DEEDS.items():
        for deed in deeds:
            assert client.post(url(model, "change", items[model].pk), {"doe": deed}).status_code == 403
    assert_untouched(items)


def assert_untouched(items):
    for item in items.values():
        before = item.__class__.objects.get(pk=item.pk)
        assert (
            before.__dict__.items()
            >= {name: value for name, value in item.__dict__.items() if name != "_state"}.items()
        )


def test_form_without_its_token_is_refused(items):

    client = Client(enforce_csrf_checks=True)
    client.force_login(make.make_user(is_staff=True, is_superuser=True))

    assert client.post(url(Import, "change", items[Import].pk), {"doe": "nu"}).status_code == 403
    assert client.post(url(Release, "change", items[Release].pk), {"doe": "nu"}).status_code == 403
    assert client.post(NEW_FIGURE, {}).status_code == 403
    assert client.post(url(Import, "add"), {}).status_code == 403


def test_file_that_was_handed_in_is_never_served(client, editor, catalogue, hand_in):
    batch = hand_in({})

    assert batch.file.name not in client.get(url(Import, "change", batch.pk)).text
    assert client.get(f"/media/{batch.file.name}").status_code == 404

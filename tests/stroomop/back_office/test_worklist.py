"""What staff wrote that nobody reads yet, of every model: what goes out today, and drafts."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import ADDITION, DELETION
from django.contrib.auth.models import Permission

from stroomop.lib import append_only, clock
from stroomop.lib.worklist import Line, Thing
from stroomop.worklist.publishing import PUBLISHABLE, find_drafts, find_planned
from tests import factories as make
from tests.stroomop.back_office.staff import url
from tests.stroomop.back_office.work import NOW, work_at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(NOW):
        yield


@pytest.fixture
def user(db):
    return make.make_user(is_superuser=True, first_name="Test", last_name="Redactie")


def hours(number):
    return NOW + timedelta(hours=number)


def form(item):
    return url(type(item), "change", item.pk)


def names(line):
    return [thing.name for thing in line.things] if line else []


def test_item_of_today_is_named_with_its_time(user):
    project = make.make_project(name="Testproject", published_at=hours(1))

    sentence = "Vandaag om 13:00 komt ‘Testproject’ online."
    things = [Thing("Testproject", form(project), "Project, om 13:00.")]
    assert find_planned(user) == Line(sentence, "Kijk het nog eens na", form(project), things)


def test_items_of_today_are_counted_the_first_one_first(user):
    late = make.make_event(title="Laat", published_at=hours(11.5))
    early = make.make_page(title="Vroeg", published_at=hours(1))

    assert find_planned(user) == Line(
        "Vandaag komen er nog 2 dingen online, het eerste om 13:00.",
        "Bekijk wat er komt",
        "/beheer/werk/vandaag/",
        [Thing("Vroeg", form(early), "Vaste pagina, om 13:00."), Thing("Laat", form(late), "Bijeenkomst, om 23:30.")],
    )


def test_what_does_not_go_out_today_asks_nothing_today(user):
    make.make_project(published_at=None)
    make.make_project(published_at=hours(0))
    make.make_project(published_at=hours(12))
    make.make_project(published_at=hours(1), archived_at=hours(2))
    make.make_experience(published_at=hours(1)).withdraw()

    assert find_planned(user) is None


def test_draft_is_told_with_who_worked_at_it_and_when(user):
    project = make.make_project(name="Testproject", published_at=None)
    colleague = make.make_user(first_name="Een", last_name="Collega")
    work_at(project, user, 9, ADDITION)
    work_at(project, colleague, 3)

    sentence = "Een Collega werkte 3 dagen geleden aan het concept ‘Testproject’."
    things = [Thing("Testproject", form(project), "Project, 3 dagen geleden bewaard door Een Collega.")]
    assert find_drafts(user) == Line(sentence, "Schrijf verder", form(project), things)


def test_own_draft_is_told_as_ones_own(user):
    work_at(make.make_story(title="Testverhaal", published_at=None), user, 1, ADDITION)

    assert find_drafts(user).sentence == "Je werkte gisteren aan het concept ‘Testverhaal’."


def test_drafts_are_counted_the_last_one_first(user):
    colleague = make.make_user(first_name="Jeroen", last_name="Test")
    old, new = make.make_project(name="Oud", published_at=None), make.make_story(title="Nieuw", published_at=None)
    work_at(old, user, 20)
    work_at(new, colleague)

    assert find_drafts(user) == Line(
        "Er zijn 2 concepten; het laatst werkte Jeroen Test vandaag aan ‘Nieuw’.",
        "Bekijk de concepten",
        "/beheer/werk/concepten/",
        [
            Thing("Nieuw", form(new), "Verhaal, vandaag bewaard door Jeroen Test."),
            Thing("Oud", form(old), "Project, op 12 oktober 2026 bewaard door Test Redactie."),
        ],
    )
    work_at(old, user)
    work_at(new, colleague, 1)
    work_at(old, user)
    assert find_drafts(user).sentence == "Er zijn 2 concepten; het laatst werkte je vandaag aan ‘Oud’."


def test_what_nobody_worked_at_or_everybody_reads_is_no_draft(user):
    make.make_project(published_at=None)
    work_at(make.make_project(), user)
    work_at(make.make_project(published_at=hours(1)), user)
    work_at(make.make_project(published_at=None), user, action=DELETION)
    withdrawn = make.make_experience(published_at=None)
    withdrawn.withdraw()
    work_at(withdrawn, user)

    assert find_drafts(user) is None


def test_each_is_told_of_what_the_own_rights_open():
    user = make.make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=["change_project", "view_story"]))
    for published_at in (None, hours(1)):
        for item in (make.make_project(published_at=published_at), make.make_story(published_at=published_at)):
            work_at(item, user)

    assert [len(names(find(user))) for find in (find_planned, find_drafts)] == [1, 1]
    assert [find(make.make_user()) for find in (find_planned, find_drafts)] == [None, None]


@pytest.mark.parametrize(("moment", "find"), [(None, find_drafts), (NOW + timedelta(hours=1), find_planned)])
def test_no_model_is_forgotten(editor, everything, moment, find):
    items = [item for model in PUBLISHABLE for item in model.objects.all()]
    with append_only.lifted():
        for model in PUBLISHABLE:
            model.objects.update(published_at=moment)
    for item in items:
        work_at(item, editor)

    assert {type(item) for item in items} == set(PUBLISHABLE)
    assert sorted(thing.address for thing in find(editor).things) == sorted(map(form, items))


@pytest.mark.parametrize("number", [2, 30])
def test_work_is_found_in_a_fixed_number_of_queries(user, number, django_assert_num_queries):
    for published_at in (None, hours(1)):
        for _ in range(number):
            work_at(make.make_project(published_at=published_at), user)
            # Called after whose it is.
            work_at(make.make_statement(published_at=published_at, known_on=None), user)

    with django_assert_num_queries(4):
        assert len(find_planned(user).things) == number * 2
    with django_assert_num_queries(2):
        assert len(find_drafts(user).things) == number * 2

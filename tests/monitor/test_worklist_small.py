"""Numbers that are too small to show, in what still waits to be published."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.models import Import, ImportRow, PublicFigure
from monitor.publication import publish, small_counts
from monitor.worklist import find_small
from stroomop.lib import clock
from stroomop.lib.worklist import Line, Thing
from tests import factories as make
from tests.rollback import rolled_back
from tests.stroomop.back_office.staff import url

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(db):
    return make.make_user(is_superuser=True)


def draft(*values, indicator=None, **kwargs):
    """A release that waits, with a year for each value."""
    source = kwargs.pop("source", None) or make.make_source(title="Testbron")
    release = make.make_release(**{"source": source, "published_at": None, **kwargs})
    series = make.make_series(indicator or make.make_indicator())
    for year, value in enumerate(values, 2000):
        make.make_observation(series, str(year), value, release=release)
    return release


def file(*shown, stage="gecontroleerd", outcome="nieuw", name="cijfers.csv"):
    """A file that was checked, with what the public would read for each row."""
    batch = Import.objects.create(name=name, stage=stage, handed_in_at=clock.now(), read_on=clock.today())
    for number, words in enumerate(shown, 1):
        ImportRow.objects.create(batch=batch, number=number, outcome=outcome, shown=words)
    return url(Import, "change", batch.pk)


def test_draft_with_one_small_number_is_named(user):
    release = draft("4", "5", "0")

    address = url(type(release), "change", release.pk)
    things = [Thing("Testbron", address, "1 aantal is te klein. Op de site staat daar ‘niet getoond’.")]
    sentence = "In ‘Testbron’ staan aantallen die te klein zijn om te tonen."
    assert find_small(user) == Line(sentence, "Kijk deze aantallen na", address, things)


def test_drafts_and_files_are_counted_together(user):
    release = draft("1", "2", "100")
    address = file("niet getoond: groep te klein", "12", "niet getoond: groep te klein, 10 van de 12 instellingen")

    notes = "2 aantallen zijn te klein. Op de site staat daar ‘niet getoond’."
    assert find_small(user) == Line(
        "In 2 concepten met cijfers staan aantallen die te klein zijn om te tonen.",
        "Bekijk de kleine aantallen",
        "/beheer/werk/kleine-aantallen/",
        [Thing("Testbron", url(type(release), "change", release.pk), notes), Thing("cijfers.csv", address, notes)],
    )


def test_what_is_decided_already_asks_nothing(user):
    draft("3", published_at=make.LONG_AGO)
    draft("3", source=make.make_source(), withdrawn_at=clock.now(), withdrawn_reason="Test.")
    draft(None, "7", source=make.make_source())
    file("niet getoond: groep te klein", stage="geschreven")
    file("niet getoond: groep te klein", outcome="ongewijzigd")
    file("12")

    assert find_small(user) is None


@pytest.mark.parametrize(
    ("rights", "names"),
    [
        (["change_release"], ["Testbron"]),
        (["change_import"], ["cijfers.csv"]),
        (["change_release", "change_import"], ["Testbron", "cijfers.csv"]),
    ],
)
def test_each_sees_what_the_own_rights_open(rights, names):
    user = make.make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    draft("3")
    file("niet getoond: groep te klein")

    assert [thing.name for thing in find_small(user).things] == names


@pytest.mark.parametrize(
    ("indicator", "figure", "number"),
    [
        ({"measure": "personen"}, {"value": "4"}, 1),
        ({"measure": "personen"}, {"value": "-4"}, 0),
        ({"measure": "personen", "smallest": 10}, {"value": "9"}, 1),
        ({"measure": "personen", "smallest": 10}, {"value": "10"}, 0),
        ({"measure": "personen"}, {"value": "4.50"}, 1),
        ({"measure": "personen"}, {"value": "50", "numerator": "3", "denominator": "60"}, 1),
        ({"measure": "aandeel"}, {"value": "4"}, 0),
        ({"measure": "aandeel"}, {"value": "50", "numerator": "2", "denominator": "4"}, 1),
        ({"measure": "aandeel"}, {"value": "50", "numerator": "5", "denominator": "10"}, 0),
        ({"measure": "overig"}, {"value": "4", "numerator": "2", "denominator": "4"}, 0),
        ({"exception_on": date(2020, 1, 1), "exception_reason": "Test."}, {"value": "4"}, 0),
        ({"exception_on": date(2999, 1, 1), "exception_reason": "Test."}, {"value": "4"}, 1),
    ],
)
def test_number_is_small_by_the_rule_of_its_indicator(indicator, figure, number):
    release = make.make_release(published_at=None)
    make.make_observation(make.make_series(make.make_indicator(**indicator)), "2023", release=release, **figure)

    assert small_counts([release]) == ({release.pk: number} if number else {})


@settings(max_examples=25)
@given(st.lists(st.integers(0, 12), max_size=6), st.integers(2, 9))
def test_what_is_counted_is_what_the_gate_hides(values, smallest):
    with rolled_back():
        release = draft(*map(str, values), indicator=make.make_indicator(smallest=smallest))
        counted = small_counts([release]).get(release.pk, 0)
        publish([release])

        assert counted == PublicFigure.objects.filter(state="niet-getoond").count()


@pytest.mark.parametrize("number", [1, 30])
def test_small_numbers_are_found_in_three_queries(user, number, django_assert_num_queries):
    for nth in range(number):
        draft("3", source=make.make_source())
        file("niet getoond: groep te klein", name=f"{nth}.csv")

    with django_assert_num_queries(3):
        assert find_small(user)

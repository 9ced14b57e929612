"""Which figures ask for attention: those that go out today, and those that were to come."""

from datetime import date, timedelta

import pytest

from monitor.models import FigureCheck
from monitor.worklist import find_expected, find_releases, say_expected
from stroomop.lib import clock
from stroomop.lib.worklist import Line, Thing
from tests import factories as make
from tests.stroomop.back_office.staff import url
from tests.stroomop.back_office.work import NOW, expect

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(NOW):
        yield


def embargo(hours, **kwargs):
    release = make.make_release(published_at=NOW + timedelta(hours=hours), **kwargs)
    return url(type(release), "change", release.pk)


def check(indicator, day, outcome="niets-nieuws"):
    FigureCheck.objects.create(indicator=indicator, checked_on=day, outcome=outcome)


def expected(*names):
    line = find_expected(make.make_user())
    return [thing.name for thing in line.things] if line else []


def test_figures_of_today_are_named_with_their_time():
    address = embargo(2, source=make.make_source(title="Testbron"))

    sentence = "Vandaag om 14:00 worden de cijfers uit ‘Testbron’ openbaar."
    things = [Thing("Testbron", address, "Om 14:00.")]
    assert find_releases(make.make_user()) == Line(sentence, "Bekijk deze cijfers", address, things)


def test_more_figures_of_today_are_counted_the_first_one_first():
    second, first = embargo(11.5, source=make.make_source(title="B")), embargo(1, source=make.make_source(title="A"))

    assert find_releases(make.make_user()) == Line(
        "Vandaag worden cijfers uit 2 bronnen openbaar, de eerste om 13:00.",
        "Bekijk de cijfers van vandaag",
        "/beheer/werk/cijfers-vandaag/",
        [Thing("A", first, "Om 13:00."), Thing("B", second, "Om 23:30.")],
    )


def test_figures_of_another_day_ask_nothing_today():
    embargo(0)
    embargo(12)
    make.make_release(published_at=None)
    embargo(1, withdrawn_at=NOW, withdrawn_reason="Test.")

    assert find_releases(make.make_user()) is None


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (TODAY - timedelta(days=1), "Kijk of er een nieuw cijfer is van ‘Testreeks’ (verwacht: 31 oktober 2026)."),
        (TODAY, "We verwachten een nieuw cijfer van ‘Testreeks’ (1 november 2026)."),
        (TODAY + timedelta(days=14), "We verwachten een nieuw cijfer van ‘Testreeks’ (15 november 2026)."),
    ],
)
def test_figure_that_is_expected_is_named(day, sentence):
    address = url(type(indicator := expect("Testreeks", day)), "change", indicator.pk)

    words = sentence.partition("(")[2].removeprefix("verwacht: ").rstrip(").")
    things = [Thing("Testreeks", address, f"Verwacht: {words}.")]
    assert find_expected(make.make_user()) == Line(sentence, "Open dit cijfer", address, things)


def test_figures_that_are_expected_stand_in_the_order_of_their_days():
    for name, days in [("Straks", 3), ("Lang geleden", -400), ("Gisteren", -1), ("Ver weg", 15)]:
        expect(name, TODAY + timedelta(days=days))

    line = find_expected(make.make_user())

    assert expected() == ["Lang geleden", "Gisteren", "Straks"]
    assert (line.sentence, line.button, line.address) == (
        "Kijk of er nieuwe cijfers zijn: 2 hadden er al moeten zijn, 1 komt binnen twee weken.",
        "Bekijk de cijfers",
        "/beheer/werk/cijfers-verwacht/",
    )


@pytest.mark.parametrize(
    ("late", "soon", "sentence"),
    [
        (2, 0, "Kijk of er nieuwe cijfers zijn: 2 hadden er al moeten zijn."),
        (1, 1, "Kijk of er nieuwe cijfers zijn: 1 had er al moeten zijn, 1 komt binnen twee weken."),
        (1, 2, "Kijk of er nieuwe cijfers zijn: 1 had er al moeten zijn, 2 komen binnen twee weken."),
        (0, 2, "Binnen twee weken komen er 2 nieuwe cijfers."),
    ],
)
def test_figures_are_counted_in_good_dutch(late, soon, sentence):
    assert say_expected(late, soon) == sentence


def test_figure_is_expected_by_the_rhythm_of_its_source():
    indicator = make.make_indicator(name="Testreeks")
    for year in (2022, 2023):
        day = date(year + 1, 5, 1)
        source = make.make_source(date_from=day, date_to=date(year + 1, 5, 31), precision="maand")
        release = make.make_release(source=source, known_on=day)
        make.make_figure(make.make_series(indicator), str(year), "7", release=release, valid_from=day)

    assert find_expected(make.make_user()).sentence == (
        "Kijk of er een nieuw cijfer is van ‘Testreeks’ (verwacht: mei 2025)."
    )


@pytest.mark.parametrize("kwargs", [{"published_at": None}, {"kind": "losse-telling"}], ids=["draft", "count"])
def test_figure_that_no_reader_waits_for_is_not_expected(kwargs):
    expect("Testreeks", TODAY, **kwargs)

    assert expected() == []


def test_indicator_without_figures_promises_none():
    make.make_indicator(expected_on=TODAY, expected_note="Testbron")

    assert expected() == []


@pytest.mark.parametrize(
    ("due", "looked", "outcome", "asks"),
    [
        (-10, -10, "niets-nieuws", True),
        (-10, -9, "niets-nieuws", False),
        (-10, -9, "geen-antwoord", False),
        (-10, -9, "nieuw", True),
        (-40, -32, "niets-nieuws", True),
        (-40, -31, "niets-nieuws", True),
        (-40, -30, "niets-nieuws", False),
        (0, -1, "niets-nieuws", True),
        (5, -1, "niets-nieuws", False),
        (5, -40, "niets-nieuws", True),
    ],
)
def test_look_counts_for_a_month_and_until_the_day_of_the_figure(due, looked, outcome, asks):
    check(expect("Testreeks", TODAY + timedelta(days=due)), TODAY + timedelta(days=looked), outcome)

    assert expected() == (["Testreeks"] if asks else [])


@pytest.mark.parametrize("number", [1, 30])
def test_figures_are_found_in_a_fixed_number_of_queries(number, django_assert_num_queries):
    for nth in range(number):
        embargo(1)
        check(expect(f"Testreeks {nth}", TODAY), date(2026, 1, 1))
    user = make.make_user()

    with django_assert_num_queries(1):
        assert find_releases(user)
    with django_assert_num_queries(7):
        assert find_expected(user)

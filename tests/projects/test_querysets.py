"""What can be asked: what is heavy to read, what ran when, what is still to come."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from projects.models import Event, Initiative, Project, Update, Veranderopgave
from stroomop.lib import clock
from tests.factories import (
    make_event,
    make_experience,
    make_initiative,
    make_lesson,
    make_project,
    make_publication,
    make_story,
    make_theme,
    make_update,
    make_veranderopgave,
)
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db

DAY = date(2024, 5, 1)
LATER = datetime(2200, 1, 1, tzinfo=UTC)
PARTS = [make_lesson, make_experience]
THEMED = [make_event, make_initiative, make_project, make_publication, make_story, make_veranderopgave, *PARTS]


def sensitivity(item) -> list[bool]:
    """Asked of it in each of the ways that a page asks."""
    objects = type(item).objects.filter(pk=item.pk)
    asked = [objects.with_sensitivity().get(), objects.as_links().get()]
    return [one.is_sensitive for one in asked] + [not objects.without_sensitive().exists()]


@pytest.mark.parametrize("make", THEMED)
@pytest.mark.parametrize("own", [True, False])
def test_item_is_sensitive_when_it_says_so(make, own):
    make(sensitive=not own)

    assert sensitivity(make(sensitive=own)) == [own] * 3


@pytest.mark.parametrize("make", THEMED)
@pytest.mark.parametrize(
    "state",
    [{}, {"published_at": None}, {"published_at": LATER}, {"archived_at": clock.now()}],
    ids=["public", "draft", "scheduled", "archived"],
)
def test_item_is_sensitive_when_one_of_its_themes_is_public_or_not(make, state):
    item, other = make(), make()
    item.themes.add(make_theme(), make_theme(sensitive=True, **state))
    other.themes.add(make_theme())

    assert (sensitivity(item), sensitivity(other)) == ([True] * 3, [False] * 3)


@pytest.mark.parametrize("make", PARTS)
@pytest.mark.parametrize("state", [{}, {"published_at": None}], ids=["public", "draft"])
def test_part_of_a_project_is_as_sensitive_as_the_project(make, state):
    by_flag, by_theme = make_project(sensitive=True, **state), make_project(**state)
    by_theme.themes.add(make_theme(sensitive=True, **state))

    items = [make(project=by_flag), make(project=by_theme), make(project=make_project()), make()]

    assert [sensitivity(item) for item in items] == [[True] * 3, [True] * 3, [False] * 3, [False] * 3]


def test_item_with_many_sensitive_themes_comes_once():
    project = make_project()
    project.themes.add(*(make_theme(sensitive=True) for _ in range(3)))

    assert list(Project.objects.with_sensitivity()) == [project]


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        ({"date_from": date(2019, 6, 1), "date_to": date(2021, 3, 1)}, [2019, 2020, 2021]),
        ({"date_from": date(2020, 12, 31), "date_to": date(2021, 1, 1)}, [2020, 2021]),
        ({"date_from": date(2020, 1, 1), "date_to": date(2020, 12, 31)}, [2020]),
        ({"date_from": date(2020, 6, 1)}, [2020]),
        ({"date_to": date(2020, 6, 1)}, [2020]),
        ({"precision": ""}, []),
    ],
)
def test_project_ran_in_the_years_that_are_sure(dates, years):
    make_project(**{"precision": "dag"} | dates)

    assert [year for year in range(2015, 2027) if Project.objects.in_year(year).exists()] == years


ON_THE_DAY = {"date_from": DAY, "precision": "dag"}


@pytest.mark.parametrize(
    ("moment", "is_past"),
    [
        (datetime(2024, 5, 1, 21, 59, 59, tzinfo=UTC), False),
        (datetime(2024, 5, 1, 22, tzinfo=UTC), True),
    ],
    ids=["last second of the day in the Netherlands", "midnight"],
)
@pytest.mark.parametrize(
    "fields",
    [
        ON_THE_DAY,
        {**ON_THE_DAY, "date_to": DAY},
        {"date_from": date(2024, 4, 1), "date_to": DAY, "precision": "dag"},
        {"date_to": DAY, "precision": "dag"},
        {**ON_THE_DAY, "time_from": time(9), "time_to": time(10)},
    ],
)
def test_event_is_to_come_until_its_last_day_ends(moment, is_past, fields):
    event = make_event(**fields)

    with clock.fixed_at(moment):
        found = list(Event.objects.upcoming()), list(Event.objects.past())
        assert (found, event.is_past) == (([], [event]) if is_past else ([event], []), is_past)


def test_what_is_coming_is_told_first_one_first_and_what_was_last_one_first():
    make_event(title="Zonder datum")
    for title, days in {"Over twee": 2, "Beta": 1, "Alfa": 1, "Gisteren": -1, "Eergisteren": -2}.items():
        make_event(title=title, date_from=DAY + timedelta(days=days), precision="dag")

    with clock.fixed_at(datetime(2024, 5, 1, 12, tzinfo=UTC)):
        found = [[event.title for event in events] for events in (Event.objects.upcoming(), Event.objects.past())]

    assert found == [["Alfa", "Beta", "Over twee"], ["Gisteren", "Eergisteren", "Zonder datum"]]


DAYS = st.none() | st.integers(-2, 2).map(lambda days: DAY + timedelta(days=days))


@given(DAYS, DAYS, st.sampled_from(["dag", "maand", "jaar"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_event_is_either_to_come_or_past_and_says_so(first, last, precision):
    first, last = sorted([first, last]) if first and last else (first, last)
    with rolled_back(), clock.fixed_at(datetime(2024, 5, 1, 12, tzinfo=UTC)):
        event = make_event(date_from=first, date_to=last, precision=precision if first or last else "")

        assert (Event.objects.past().exists(), Event.objects.upcoming().exists()) == (event.is_past, not event.is_past)
        assert Event.objects.exact().exists() == event.has_exact_date


@pytest.mark.parametrize(
    ("dates", "is_exact"),
    [
        (ON_THE_DAY, True),
        ({**ON_THE_DAY, "date_to": date(2024, 5, 3)}, True),
        ({"date_from": DAY, "precision": "maand"}, False),
        ({"date_from": DAY, "precision": "seizoen"}, False),
        ({"date_from": DAY, "precision": "jaar"}, False),
        ({"date_to": DAY, "precision": "dag"}, False),
        ({}, False),
    ],
)
def test_event_with_a_first_day_fits_in_a_calendar(dates, is_exact):
    event = make_event(**dates)

    assert (Event.objects.exact().exists(), event.has_exact_date) == (is_exact, is_exact)


def test_initiative_stands_on_one_of_two_pages():
    for kind in Initiative.Kind.values:
        make_initiative(name=kind, kind=kind)

    pages = {initiative.name: initiative.get_absolute_url().split("/")[1] for initiative in Initiative.objects.all()}
    assert [initiative.name for initiative in Initiative.objects.alternatives()] == ["aanpak", "onderwijs", "wonen"]
    assert [initiative.name for initiative in Initiative.objects.taking_part()] == [
        "cultuur",
        "leernetwerk",
        "samenwerking",
    ]
    assert pages == dict.fromkeys(["aanpak", "onderwijs", "wonen"], "alternatieven") | dict.fromkeys(
        ["cultuur", "leernetwerk", "samenwerking"], "meedoen"
    )


def test_opgave_without_a_name_is_not_linked_to():
    named = make_veranderopgave()
    make_veranderopgave(name="", slug=None)

    assert list(Veranderopgave.objects.named()) == list(Veranderopgave.objects.as_links()) == [named]


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"published_at": LATER}, {"archived_at": clock.now()}])
def test_feed_has_updates_of_public_projects_only(hidden):
    update = make_update()
    make_update(make_project(**hidden))

    assert list(Update.objects.for_feed()) == [update]

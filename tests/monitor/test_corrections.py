"""What is a correction, and what it tells: was, is, when and why."""

from datetime import UTC, date, datetime

import pytest

from monitor.corrections import corrections, read_corrections
from monitor.models import Indicator
from monitor.publication import refresh, withdraw
from stroomop.lib import clock
from tests.factories import (
    make_category,
    make_figure,
    make_indicator,
    make_observation,
    make_release,
    make_series,
    make_source,
    make_speerpunt,
)

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD, TODAY = date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1), date(2026, 11, 22)
OTHER = "De bron gaf later een ander getal."


@pytest.fixture
def series():
    return make_series(make_indicator(unit="tests"))


def make_line(series, *values, period="2019", source=None, **kwargs):
    """Figures of one cell, each in the place of the one before, a year later; the last holds."""
    days = [date(2020 + nth, 1, 1) for nth in range(len(values))]
    source = source or make_source(origin="Wie")
    figures = []
    for nth, (value, day) in enumerate(zip(values, days, strict=True)):
        release = make_release(source=source, version=make_version(), known_on=day)
        until = days[nth + 1] if nth + 1 < len(days) else None
        figures.append(make_figure(series, period, value, release=release, valid_from=day, valid_to=until, **kwargs))
    return figures


def make_version(numbers=iter(range(1, 10_000))):  # noqa: B008 - one counter for all
    return next(numbers)


def found(day=TODAY, indicators=None):
    return read_corrections(corrections(Indicator.objects.all() if indicators is None else indicators, day))


def told(day=TODAY):
    return [(one.was, one.now, one.on, one.why) for one in found(day)]


def test_correction_tells_what_was_and_is_since_when_and_why(series):
    source = make_source(title="Bron", origin="Wie")
    make_line(series, "1680", "1707", source=source)

    [one] = found()

    assert told() == [("1.680 tests", "1.707 tests", SECOND, OTHER)]
    assert (one.indicator, str(one.figure.period), one.category, one.source) == (series.indicator, "2019", None, source)


def test_corrections_stand_newest_first_and_name_the_category(series):
    category = make_category(name="Noord")
    make_line(series, "1", "2", "3")
    make_line(make_series(series.indicator, category), "4", "5")

    assert [(one.was, one.on, one.category) for one in found()] == [
        ("2 tests", THIRD, None),
        ("4 tests", SECOND, category),
        ("1 tests", SECOND, None),
    ]


def test_the_same_number_again_is_no_correction(series):
    make_line(series, "12.50", "12.5", "12.500", "13")
    make_line(series, "100", "100", period="2018")
    make_line(series, "0", "0.0", period="2017")

    assert [(one.was, one.now) for one in found()] == [("12,500 tests", "13 tests")]


def test_numbers_that_look_alike_are_no_same_number(series):
    make_line(series, "100", "1", "10", "0.1")

    assert [(one.was, one.now) for one in found()] == [
        ("10 tests", "0,1 tests"), ("1 tests", "10 tests"), ("100 tests", "1 tests"),
    ]  # fmt: skip


def test_what_had_no_number_or_never_held_is_no_correction(series):
    make_line(series, None, "5")
    make_figure(series, "2018", "1", valid_from=FIRST, valid_to=FIRST)
    make_figure(series, "2018", "2", valid_from=FIRST)
    make_figure(series, "2017", "3", valid_from=FIRST, valid_to=SECOND, mention_only=True)
    make_figure(series, "2017", "4", valid_from=SECOND)

    assert found() == []


def test_number_that_gave_way_to_a_reason_is_a_correction(series):
    make_line(series, "5", None)

    assert [(one.was, one.now) for one in found()] == [("5 tests", "onbekend, te onzeker of geheim volgens de bron")]


def test_correction_is_by_the_figure_that_held_from_then_on(series):
    """Not by a mention, and not by one that was known on the same day and gave way at once."""
    make_figure(series, "2019", "1", valid_from=FIRST, valid_to=SECOND)
    make_figure(series, "2019", "2", valid_from=SECOND, valid_to=SECOND)
    make_figure(series, "2019", "9", valid_from=FIRST, mention_only=True)
    make_figure(series, "2019", "3", valid_from=SECOND, valid_to=THIRD)
    make_figure(series, "2019", "4", valid_from=THIRD)
    make_figure(make_series(series.indicator, make_category()), "2019", "8", valid_from=FIRST)
    make_figure(series, "2018", "7", valid_from=FIRST)

    assert [(one.was, one.now) for one in found()] == [("3 tests", "4 tests"), ("1 tests", "3 tests")]


def test_on_an_earlier_day_there_are_the_corrections_of_until_then(series):
    make_line(series, "1", "2", "3")

    assert [(one.was, one.now) for one in found(date(2021, 12, 31))] == [("1 tests", "2 tests")]
    assert found(date(2020, 12, 31)) == []


def test_what_was_taken_back_tells_why_and_what_holds_now(series):
    reason = {"withdrawn_at": datetime(2025, 3, 1, 12, tzinfo=UTC), "withdrawn_reason": "een typefout in de bron."}
    release = make_release(**reason)
    gone = {"valid_from": FIRST, "valid_to": date(2025, 3, 1), "withdrawn_on": date(2025, 3, 1), "release": release}
    make_figure(series, "2019", "70", **gone)
    make_figure(series, "2018", "80", **gone)
    make_figure(series, "2017", "6", **gone)
    make_line(series, "5", "7")
    make_line(series, "6", period="2017")

    said = "Ingetrokken. Een typefout in de bron."
    assert told()[:2] == [
        ("80 tests", "geen cijfer", date(2025, 3, 1), said),
        ("70 tests", "7 tests", date(2025, 3, 1), said),
    ]
    assert [one.source for one in found()[:2]] == [None, found()[2].source]
    assert told(date(2025, 2, 28)) == [("5 tests", "7 tests", SECOND, OTHER)]


def test_what_was_taken_back_because_it_told_too_much_is_not_repeated(series):
    release = make_release(
        withdrawn_at=datetime(2025, 3, 1, 12, tzinfo=UTC), withdrawn_reason="Dit telde te weinig jongeren.",
        keeps_secret=True,
    )  # fmt: skip
    day = {"valid_from": FIRST, "valid_to": date(2025, 3, 1), "withdrawn_on": date(2025, 3, 1)}
    make_figure(series, "2019", "70707", release=release, **day)
    make_figure(series, "2018", None, release=release, **day)

    said = "Ingetrokken. Dit telde te weinig jongeren."
    assert told() == [("dat getal herhalen we niet", "geen cijfer", date(2025, 3, 1), said)] * 2


def test_what_the_gate_takes_back_is_told_here(series):
    first, second, third = (make_release(known_on=date(2020 + nth, 1, 1)) for nth in range(3))
    for release, value in ((first, "50"), (second, "60"), (third, "70707")):
        make_observation(series, "2019", value, release=release, rank=release.pk)
    refresh([first, second, third])
    assert [(one.was, one.now) for one in found()] == [("60 tests", "70.707 tests"), ("50 tests", "60 tests")]

    withdraw([third], "Dit zei te veel.", keeps_secret=True)
    withdraw([second], "Een typefout.")

    day = clock.today()
    assert sorted(told(day)) == [
        ("60 tests", "50 tests", day, "Ingetrokken. Een typefout."),
        ("dat getal herhalen we niet", "50 tests", day, "Ingetrokken. Dit zei te veel."),
    ]


@pytest.mark.parametrize(
    ("before", "after", "reason", "why"),
    [
        ("voorlopig", "definitief", "", "Het cijfer was voorlopig en is nu definitief."),
        ("voorlopig-bijgesteld", "herzien", "", "Het cijfer was voorlopig en is nu herzien of definitief."),
        ("voorlopig", "voorlopig-bijgesteld", "", "Het voorlopige cijfer is bijgesteld."),
        ("voorlopig", "onbekend", "", OTHER),
        ("definitief", "definitief", "", OTHER),
        ("onbekend", "definitief", "Een fout hersteld.", "Een fout hersteld."),
        (
            "voorlopig", "definitief", "Meer opgaven.",
            "Het cijfer was voorlopig en is nu definitief. Meer opgaven.",
        ),
    ],
)  # fmt: skip
def test_reason_is_the_new_status_and_what_the_release_says(series, before, after, reason, why):
    first, second = make_line(series, "1", "2")
    type(first).objects.filter(pk=first.pk).update(status=before)
    type(first).objects.filter(pk=second.pk).update(status=after)
    second.release.reason = reason
    second.release.save()

    assert [one.why for one in found()] == [why]


@pytest.mark.parametrize(
    ("origins", "why"),
    [
        (("Wie", "Wie"), OTHER),
        (("Wie", "Anders"), "Een andere bron gaf later een ander getal."),
        (("onbekend", "onbekend"), "Een andere bron gaf later een ander getal."),
    ],
)
def test_reason_says_whether_it_is_the_same_source(series, origins, why):
    first, second = (make_release(source=make_source(origin=origin)) for origin in origins)
    make_figure(series, "2019", "1", release=first, valid_from=FIRST, valid_to=SECOND)
    make_figure(series, "2019", "2", release=second, valid_from=SECOND)

    assert [one.why for one in found()] == [why]


def test_what_may_not_be_seen_is_no_correction(series):
    make_line(series, "1", "2", visible_from=datetime(2200, 1, 1, tzinfo=UTC))
    hidden = make_series(make_indicator(published_at=None))
    make_line(hidden, "3", "4")

    assert found(indicators=Indicator.objects.published()) == []


def test_correction_of_a_sensitive_focus_area_is_sensitive(series):
    make_line(series, "1", "2")
    make_line(make_series(make_indicator(speerpunt=make_speerpunt(sensitive=True))), "3", "4")
    make_line(make_series(make_indicator(speerpunt=make_speerpunt())), "5", "6")

    assert [one.is_sensitive for one in found()] == [False, True, False]


@pytest.mark.parametrize("size", [1, 60])
def test_corrections_ask_a_fixed_number_of_queries(series, django_assert_num_queries, size):
    broken_down = make_series(series.indicator, make_category())
    for year in range(1900, 1900 + size):
        make_line(broken_down, "1", "2", period=str(year))

    # The figures; their categories and dimensions; what came after.
    with django_assert_num_queries(4):
        assert len([(one.category.name, one.why, one.now) for one in found()]) == size

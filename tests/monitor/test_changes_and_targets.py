"""What stands beside the figures: definitions, breaks, events, targets, where they begin, and files on their way in."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from monitor.models import Baseline, Break, ChartEvent, Definition, Import, ImportRow, Indicator, PublicFigure, Target
from monitor.periods import parse_period
from monitor.publication import publish, withdraw
from stroomop.lib import clock
from tests.factories import (
    make_category,
    make_figure,
    make_indicator,
    make_observation,
    make_release,
    make_series,
    make_source,
)
from tests.monitor.test_ledger_append_only import make_level

pytestmark = pytest.mark.django_db
JANUARY, MARCH, JUNE = date(2024, 1, 1), date(2024, 3, 1), date(2024, 6, 1)
MOMENT = datetime(2999, 6, 1, tzinfo=UTC)


def assert_refused(item):
    with pytest.raises(ValidationError):
        item.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        item.save()


@pytest.mark.parametrize(("first", "second"), [(None, None), (JANUARY, JANUARY)])
def test_definition_is_one_from_a_day(first, second):
    indicator = make_indicator()
    Definition.objects.create(indicator=indicator, text="Eerst.", valid_from=first)

    assert_refused(Definition(indicator=indicator, text="Ook.", valid_from=second))


def test_definition_ends_after_it_starts_where_both_are_known():
    indicator = make_indicator()
    half_known = [{"valid_to": MARCH}, {"valid_from": JUNE}]
    for days in half_known:
        Definition.objects.create(indicator=indicator, text="Goed.", **days)

    assert_refused(Definition(indicator=indicator, text="Fout.", valid_from=MARCH, valid_to=JANUARY))
    assert [one.valid_from for one in Definition.objects.all()] == [None, JUNE]


def test_break_is_one_on_a_day():
    indicator = make_indicator()
    Break.objects.create(indicator=indicator, on=MARCH, text="Andere telling.")

    assert_refused(Break(indicator=indicator, on=MARCH, text="Nog een."))


def test_event_is_one_of_a_title_and_ends_after_it_starts():
    ChartEvent.objects.create(title="Wet")

    assert_refused(ChartEvent(title="Wet"))
    assert_refused(ChartEvent(title="Crisis", date_from=MARCH, date_to=JANUARY, precision="dag"))
    assert_refused(ChartEvent(title="Crisis", date_from=MARCH))


@pytest.mark.parametrize(
    ("kind", "upper", "is_right"),
    [("tussen", "5", True), ("tussen", None, False), ("bereiken", "5", False), ("hoogstens", None, True)],
)
def test_target_has_an_upper_bound_only_between_two(kind, upper, is_right):
    values = {"indicator": make_indicator(), "source": make_source(), "value": 0, "period_code": "2030"}
    target = Target(kind=kind, upper=upper, known_on=JANUARY, **values)

    if is_right:
        target.full_clean()
        target.save()
    else:
        assert_refused(target)


@pytest.mark.parametrize(("value", "upper", "is_right"), [("5", "5", True), ("5", "6", True), ("5", "4.9", False)])
def test_target_has_its_bounds_in_order(value, upper, is_right):
    target = Target(
        indicator=make_indicator(), kind="tussen", value=value, upper=upper, period_code="2030", source=make_source()
    )
    if is_right:
        target.full_clean()
    else:
        with pytest.raises(ValidationError, match="bovengrens ligt onder de ondergrens"):
            target.full_clean()


def test_target_without_a_number_is_refused_and_without_fault_of_its_own():
    target = Target(indicator=make_indicator(), kind="tussen", upper="4", period_code="2030", source=make_source())

    with pytest.raises(ValidationError) as refused:
        target.full_clean()

    assert set(refused.value.message_dict) == {"value"}


@pytest.mark.parametrize("code", ["2030", "onbekend", "2029/2030"])
def test_target_knows_its_period(code):
    target = make_level(Target, kind="hoogstens")
    target.period_code = code
    target.full_clean()

    assert target.period == parse_period(code)


def test_target_for_no_period_is_refused():
    target = Target(indicator=make_indicator(), kind="bereiken", value="0", period_code="ooit", source=make_source())

    with pytest.raises(ValidationError, match="'ooit' is geen periode"):
        target.full_clean()


@pytest.mark.parametrize("model", [Target, Baseline])
def test_correction_of_a_level_holds_from_the_day_it_was_known(model):
    kind = {"kind": "bereiken"} if model is Target else {}
    first = make_level(model, **kind)
    values = {"indicator": first.indicator, "source": first.source, "value": 3, "period_code": "2030"}
    second = model.objects.create(**kind, **values, known_on=JUNE, supersedes=first)

    found = [[one.pk for one in model.objects.as_of(day)] for day in (date(2023, 1, 1), MARCH, JUNE)]

    assert found == [[], [first.pk], [second.pk]]


def test_target_from_a_file_is_there_as_long_as_its_release():
    release = make_release(published_at=None)
    target = make_level(Target, kind="bereiken", release=release)

    def found():
        return list(Target.objects.as_of(JUNE))

    assert found() == []
    publish([release], MOMENT)
    assert found() == []
    with clock.fixed_at(MOMENT):
        assert found() == [target]
    publish([release])
    assert found() == [target]
    withdraw([release], "Fout.")
    assert found() == []


@pytest.mark.parametrize(
    "values",
    [
        {"smallest": 1},
        {"rounding": 0},
        {"exception_on": MARCH},
        {"exception_reason": "Zonder dag."},
    ],
)
def test_indicator_without_a_rule_that_can_be_followed_is_refused(values):
    indicator = make_indicator()
    for name, value in values.items():
        setattr(indicator, name, value)

    assert_refused(indicator)


def test_statline_code_is_of_one_indicator_and_most_have_none():
    make_indicator(statline_code="M000352")
    make_indicator(), make_indicator()

    with pytest.raises(IntegrityError), transaction.atomic():
        make_indicator(statline_code="M000352")


def test_row_of_a_file_is_there_once_and_refused_with_a_reason():
    batch = Import.objects.create(name="cijfers.csv", handed_in_at=MOMENT, read_on=MARCH)
    ImportRow.objects.create(batch=batch, number=2, outcome="nieuw")

    assert_refused(ImportRow(batch=batch, number=2, outcome="nieuw"))
    assert_refused(ImportRow(batch=batch, number=3, outcome="geweigerd"))


def test_release_is_taken_back_with_a_reason_only():
    release = make_release()
    release.withdrawn_at = MOMENT

    assert_refused(release)


def test_figure_that_can_be_seen_until_before_it_is_seen_is_refused():
    series, release = make_series(make_indicator()), make_release()
    cell = make_observation(series, "2023", "1", release=release)
    values = {"series": series, "period": cell.period, "release": release, "state": "gemeten", "value": 1}

    assert_refused(PublicFigure(**values, valid_from=MARCH, visible_from=MOMENT, visible_to=MOMENT))


def test_figure_tells_by_itself_whether_it_held_on_a_day():
    series = make_series(make_indicator())
    plain = make_figure(series, "2023", "1")
    ended = make_figure(series, "2022", "1", valid_to=MARCH)
    mention = make_figure(series, "2021", "1", mention_only=True)

    held = {day: [one.held_on(day) for one in (plain, ended, mention)] for day in (date(2024, 2, 29), MARCH)}

    assert held == {date(2024, 2, 29): [True, True, False], MARCH: [True, False, False]}


def test_rule_of_an_indicator_is_about_people_unless_it_counts_something_else():
    told = [
        (rule.smallest, rule.base, rule.exception)
        for rule in (
            Indicator(smallest=7, rounding=5).rule,
            Indicator(smallest=7, measure="aandeel").rule,
            Indicator(smallest=7, measure="overig", rounding=5).rule,
            Indicator(exception_on=MARCH).rule,
        )
    ]

    assert told == [(7, 5, False), (7, 1, False), (0, 1, False), (5, 1, True)]


def test_models_beside_the_figures_call_themselves_by_what_they_are():
    indicator = make_indicator(name="Testen")
    batch = Import(name="cijfers.csv")
    items = [
        Definition(indicator=indicator, text="x" * 99),
        Break(indicator=indicator, on=MARCH),
        ChartEvent(title="Wet"),
        Target(indicator=indicator, value=0, period_code="2030"),
        Baseline(indicator=indicator, value=1680, period_code="2019"),
        batch,
        ImportRow(batch=batch, number=7),
        make_category(name="Noord"),
    ]

    assert [str(item) for item in items] == [
        f"Testen: {'x' * 60}", "Testen, 2024-03-01", "Wet", "Testen: 0 (2030)", "Testen: 1680 (2019)", "cijfers.csv",
        "cijfers.csv, rij 7", "Noord",
    ]  # fmt: skip

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from monitor.models import Answer, Category, Import, PanelRound, Period, PublicFigure, Scale, Series, Stelling
from monitor.models.ledger import Observation, PanelResult
from tests.factories import (
    make_category,
    make_figure,
    make_indicator,
    make_observation,
    make_period,
    make_release,
    make_series,
    make_source,
    make_speerpunt,
)

pytestmark = pytest.mark.django_db
DAY = date(2024, 1, 1)


def assert_refused(item):
    with pytest.raises(ValidationError):
        item.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        item.save()


@pytest.fixture
def cell():
    series = make_series(make_indicator())
    return {"series": series, "period": make_period("2023"), "release": make_release()}


@pytest.mark.parametrize("model", [Observation, PublicFigure])
@pytest.mark.parametrize(
    ("state", "value"), [("gemeten", None), ("niet-getoond", Decimal(5)), ("te-onzeker", Decimal(0))]
)
def test_figure_without_number_or_reason_or_with_both_is_refused(cell, model, state, value):
    extra = {"valid_from": DAY} if model is PublicFigure else {}

    assert_refused(model(**cell, state=state, value=value, **extra))


def test_figure_that_ends_before_it_begins_is_refused(cell):
    assert_refused(PublicFigure(**cell, state="gemeten", value=1, valid_from=DAY, valid_to=date(2023, 12, 31)))


def test_figure_beside_a_current_one_is_refused(cell):
    make_figure(cell["series"], "2023", "1")

    assert_refused(PublicFigure(**cell, state="gemeten", value=2, valid_from=DAY))


@pytest.mark.parametrize("extra", [{"mention_only": True}, {"valid_to": DAY}])
def test_figure_that_does_not_hold_may_stand_beside_a_current_one(cell, extra):
    make_figure(cell["series"], "2023", "1")

    make_figure(cell["series"], "2023", "2", **extra)

    held = PublicFigure.objects.held_on(date(2026, 1, 1))
    assert [figure.value for figure in held] == [Decimal(1)]


def test_observation_twice_in_a_release_is_refused(cell):
    make_observation(cell["series"], "2023", "1", release=cell["release"])

    assert_refused(Observation(**cell, state="gemeten", value=2))


def test_series_and_category_twice_are_refused():
    category = make_category()
    series = make_series(make_indicator())

    assert_refused(Series(indicator=series.indicator, key=""))
    assert_refused(Category(dimension=category.dimension, name=category.name, slug="x"))
    assert_refused(Category(dimension=category.dimension, name="x", slug=category.slug))


def test_release_twice_of_one_version_is_refused():
    release = make_release()

    assert_refused(release._meta.model(source=release.source, version=1, known_on=DAY))


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [("jaar", None, None), ("jaar", DAY, None), ("jaar", DAY, date(2023, 1, 1)), ("onbekend", DAY, DAY)],
)
def test_period_without_dates_in_order_is_refused(kind, start, end):
    period = Period(code="x", kind=kind, start=start, end=end)

    assert_refused(period)


def test_source_that_ends_before_it_begins_is_refused():
    source = make_source()
    source.date_from, source.date_to, source.precision = DAY, date(2023, 1, 1), "dag"

    assert_refused(source)


@pytest.mark.parametrize(
    ("publisher", "origin", "credit"),
    [
        ("", "onbekend", "Titel"),
        ("Krant", "onbekend", "Krant"),
        ("Krant", "Krant", "Krant"),
        ("Krant", "Bron", "Bron, via Krant"),
        ("", "Bron", "Bron, via Titel"),
    ],
)
def test_source_says_whose_figures_it_passes_on(publisher, origin, credit):
    assert make_source(title="Titel", publisher=publisher, origin=origin).credit == credit


def test_models_call_themselves_by_what_they_are():
    category = make_category(name="Noord")
    indicator = make_indicator(name="Testen")
    national, part = make_series(indicator), make_series(indicator, category)
    release = make_release(source=make_source(title="Bron"), known_on=DAY)
    items = [make_speerpunt(name="Punt"), indicator, category.dimension, category, national, part, release]
    items += [
        release.source,
        make_period("2023-H1"),
        make_figure(national, "2023", "1"),
        make_observation(part, "2022", "1"),
    ]

    key = f"{category.dimension.slug}={category.slug}"
    assert [str(item) for item in items] == [
        "Punt",
        "Testen",
        category.dimension.name,
        "Noord",
        "Testen (heel Nederland)",
        f"Testen ({key})",
        "Bron (2024-01-01)",
        "Bron",
        "1e helft 2023",
        "Testen (heel Nederland), 2023",
        f"Testen ({key}), 2022",
    ]


@pytest.mark.parametrize(
    ("value", "state", "shown"),
    [("1680.50", "gemeten", "1.680,50"), ("0", "gemeten", "0"), (None, "nog-niet-bekend", "nog niet bekend")],
)
def test_figure_shows_its_number_or_why_there_is_none(value, state, shown):
    assert make_figure(make_series(make_indicator()), "2023", value, state=state).shown == shown


def test_import_counts_what_became_of_its_rows():
    batch = Import(new=1, revised=2, unchanged=3, refused=4)

    assert batch.summary == "1 nieuw, 2 herzien, 3 ongewijzigd, 4 geweigerd"


def test_models_of_the_panel_call_themselves_by_what_they_are():
    statement = Stelling(text="Ik word gehoord.")
    answer = Answer(text="Eens")
    items = [Scale(name="Eens"), answer, PanelRound(name="Onderwijs"), statement]
    items.append(PanelResult(stelling=statement, group="jongeren", answer=answer))

    assert [str(item) for item in items] == [
        "Eens", "Eens", "Onderwijs", "Ik word gehoord.", "Ik word gehoord., jongeren: Eens",
    ]  # fmt: skip

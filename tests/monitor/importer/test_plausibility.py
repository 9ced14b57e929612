"""What somebody should look at. The rules are tested without a database, the way there with one."""

from datetime import date
from decimal import Decimal

import pytest

from monitor.importer import plausibility
from monitor.importer.plausibility import Laid, Table, warnings
from monitor.models import Dimension, Indicator
from monitor.periods import parse_period
from tests.factories import make_category
from tests.monitor.importer.kit import bring, checked, make_catalogue

PARTS = {"regio": ["regio=noord", "regio=zuid"]}


def laid(period, value, row=None, *, average=False):
    parsed = parse_period(period, average=average)
    return Laid(Decimal(value), parsed.kind, parsed.start, parsed.end, row)


def series(values, row=None, start=2013):
    """A year for each value; the last comes with the file."""
    years = [str(start + place) for place in range(len(values.split()))]
    figures = {("", year): laid(year, value) for year, value in zip(years, values.split(), strict=True)}
    return figures | {("", years[-1]): laid(years[-1], values.split()[-1], 7)}


def table(total, *parts):
    keys = PARTS["regio"][: len(parts)]
    figures = {(key, "2023"): laid("2023", value, 2) for key, value in zip(keys, parts, strict=True)}
    return Table({("", "2023"): laid("2023", total, 3)} | figures, PARTS)


@pytest.mark.parametrize(
    ("values", "far"),
    [
        ("10 12 11 34", False),
        ("10 12 11 37", True),
        ("10 12 11 3", True),
        ("10 12 11 4", False),
        ("10 12 11 0", True),
        ("0 0 0 0", False),
        ("0 0 0 1", True),
        ("-5 12 11 90", False),
        ("10 12 90", False),
    ],
)
def test_value_is_far_off_beside_three_others(values, far):
    low, high = (sorted(values.split()[:-1], key=int)[place] for place in (0, -1))
    said = f"Dit getal ligt ver van de andere in de reeks: die lopen van {low} tot en met {high}."

    assert list(warnings(Table(series(values)))) == ([(7, said)] if far else [])


def test_value_that_was_there_is_no_news():
    figures = {key: Laid(one.value, one.kind, one.start, one.end) for key, one in series("10 12 11 99").items()}

    assert list(warnings(Table(figures))) == []


@pytest.mark.parametrize(
    ("total", "parts", "said"),
    [
        ("30", ["11", "19"], None),
        ("30", ["11", "20"], "De delen per regio zijn samen 31, en het totaal is 30."),
        ("35", ["10", "20"], None),
        ("40", ["10", "20"], "De delen per regio zijn samen 30, en het totaal is 40."),
        ("31", ["12"], None),
        ("31", ["32"], "Een deel per regio is 32, en het totaal maar 31."),
        ("30", ["35"], None),
        ("30", ["40"], "Een deel per regio is 40, en het totaal maar 30."),
        ("30", [], None),
        ("2.5", ["1.0", "1.5"], None),
        ("9" * 40, ["9" * 40, "1"], f"De delen per regio zijn samen {'9' * 40}"),
    ],
)
def test_parts_are_laid_beside_their_total(total, parts, said):
    found = list(warnings(table(total, *parts)))

    if len(total) == 40:
        assert [row for row, _ in found] == [3]
    else:
        assert found == ([(3, said)] if said else [])


def test_parts_that_were_there_are_no_news():
    figures = {
        place: Laid(one.value, one.kind, one.start, one.end) for place, one in table("3", "9", "9").figures.items()
    }

    assert list(warnings(Table(figures, PARTS))) == []


def test_parts_without_a_total_say_nothing():
    assert list(warnings(Table({("regio=noord", "2023"): laid("2023", "10", 2)}, PARTS))) == []


def whole(*figures):
    return list(warnings(Table({("", str(place)): one for place, one in enumerate(figures)})))


def test_year_is_at_least_each_of_its_parts():
    half, quarter = laid("2023-H1", "11", 3), laid("2023-Q3", "12")
    said = "De hele periode is 10, en een deel daarvan is al {}."

    assert whole(laid("2023", "10", 2), half, quarter) == [(3, said.format(11)), (2, said.format(12))]
    assert whole(laid("2023", "12", 2), half, quarter) == []
    assert whole(laid("2022", "10", 2), half, quarter, laid("2023/2024", "10", 4)) == []
    assert whole(laid("2023", "10"), laid("2023-H1", "11")) == []


def test_average_year_and_unknown_period_have_no_parts():
    average, unknown = laid("2012-2016", "10", 2, average=True), laid("onbekend", "1", 3)

    assert whole(average, laid("2013", "90", 4), unknown) == []


def test_many_days_are_compared_in_a_moment():
    days = [laid(date.fromordinal(730_000 + place).isoformat(), "5", 2) for place in range(4_000)]

    assert whole(*days, laid("2000", "4", 9))[0][0] == 9


@pytest.fixture
def regions(db):
    make_catalogue()
    dimension = Dimension.objects.create(slug="regio", name="regio", plural="regio's", covers=True)
    for order, name in enumerate(["noord", "zuid", "totaal"]):
        make_category(dimension=dimension, name=name, slug=name, order=order)


def odd(tmp_path, *records):
    return list(checked(tmp_path, *records).rows.exclude(warning="").values_list("number", "warning"))


def part(name, value, **record):
    return {"breakdown_dimension": "regio", "breakdown_value": name, "value": value, **record}


def test_check_warns_of_what_is_in_the_file_and_in_the_ledger(regions, tmp_path):
    bring(tmp_path, part("noord", "4"), {"period": "onbekend"})
    one_off = {"value": "1", "losse_telling": "ja", "period": "2022"}
    said = "De delen per regio zijn samen 11, en het totaal is 10."

    assert odd(tmp_path, part("zuid", "7"), {"value": "10"}, one_off, {"value": ".", "period": "2020"}) == [(3, said)]


def test_check_adds_its_warnings_to_those_there_were(regions, tmp_path):
    records = [{"value": "10"}, part("noord", "12", definition="anders")]

    definition = "De definitie is een andere dan in rij 2."
    assert odd(tmp_path, *records) == [(3, f"{definition} Een deel per regio is 12, en het totaal maar 10.")]


@pytest.mark.parametrize("why", ["share", "many", "two ways"])
def test_check_does_not_lay_everything_beside_each_other(regions, tmp_path, monkeypatch, why):
    record = part("noord", "12")
    match why:
        case "share":
            Indicator.objects.update(measure="aandeel")
        case "many":
            monkeypatch.setattr(plausibility, "MOST_ROWS", 1)
        case "two ways":
            make_category(dimension=Dimension.objects.create(slug="s", name="s", plural="s"), name="m", slug="m")
            record |= {"breakdown_dimension_2": "s", "breakdown_value_2": "m"}

    assert odd(tmp_path, {"value": "10"}, record) == []

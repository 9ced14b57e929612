"""The public figures as a file."""

import csv
import io
from datetime import UTC, date, datetime

import pytest

from monitor.export import HEADER
from monitor.figure_files.own import COLUMNS, OPTIONAL
from tests.factories import make_category, make_figure, make_indicator, make_release, make_series, make_source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]

URL = "/monitor/cijfers.csv"
SHOWN = ("indicator_code", "period", "breakdown_value", "value")


def read(response):
    return list(csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig"), newline=""), strict=True))


def short(response):
    return [tuple(row[name] for name in SHOWN) for row in read(response)]


def column(response, name):
    return [row[name] for row in read(response)]


def test_file_has_the_columns_that_the_importer_reads():
    assert HEADER[: len(COLUMNS)] == COLUMNS
    assert set(HEADER[len(COLUMNS) :]) == set(OPTIONAL) - {"breakdown_dimension_2", "breakdown_value_2", "doelwaarde"}


def test_file_tells_all_of_a_figure(client):
    indicator = make_indicator(code="TEST", name="Testen", definition="Wat telt.", unit="tests")
    source = make_source(title="Bron", url="https://a.test/", origin="Wie")
    marks = {"approximate": True, "one_off": True, "second_hand": True, "mention_only": True}
    make_figure(
        make_series(indicator), "2012-2016", "12.50", numerator="25", denominator="200", note="Noot.", covered=9,
        covered_of=12,
        status="voorlopig-bijgesteld", release=make_release(source=source, known_on=date(2024, 5, 3)), **marks,
    )  # fmt: skip

    assert read(client.get(URL)) == [
        {
            "indicator_code": "TEST",
            "indicator_name": "Testen",
            "definition": "Wat telt.",
            "unit": "tests",
            "period": "2012-2016",
            "breakdown_dimension": "land",
            "breakdown_value": "Nederland",
            "value": "12.50",
            "source_title": "Bron",
            "source_url": "https://a.test/",
            "retrieved_note": "Noot.",
            "status": "voorlopig-bijgesteld",
            "reason": "",
            "period_kind": "venster",
            "numerator": "25",
            "denominator": "200",
            "origin": "Wie",
            "published_on": "2024-05-03",
            "benadering": "ja",
            "losse_telling": "ja",
            "overgenomen": "ja",
            "vermelding": "ja",
            "covered": "9",
            "covered_of": "12",
        }
    ]


def test_file_says_why_there_is_no_number(client):
    indicator, category = make_indicator(code="TEST"), make_category(name="Noord")
    make_figure(make_series(indicator, category), "2023", None, state="niet-getoond")

    [row] = read(client.get(URL))

    told = ("breakdown_dimension", "breakdown_value", "value", "reason", "numerator", "benadering", "vermelding")
    assert [row[name] for name in told] == [category.dimension.name, "Noord", "", "niet-getoond", "", "nee", "nee"]


def test_file_is_in_order_and_holds_what_was_replaced(client):
    second, first = make_indicator(code="B", order=2), make_indicator(code="A", order=1)
    category = make_category(name="Noord")
    make_figure(make_series(second), "2023", "1")
    series = make_series(first)
    make_figure(make_series(first, category), "2022", "5")
    make_figure(series, "2023", "4")
    make_figure(series, "2022", "3")
    make_figure(series, "2022", "2", valid_to=date(2024, 1, 1), valid_from=date(2023, 1, 1))
    make_figure(series, "2022", "9", mention_only=True)
    make_figure(series, "onbekend", "8")

    assert short(client.get(URL)) == [
        ("A", "onbekend", "Nederland", "8"),
        ("A", "2022", "Nederland", "9"),
        ("A", "2022", "Nederland", "2"),
        ("A", "2022", "Nederland", "3"),
        ("A", "2023", "Nederland", "4"),
        ("A", "2022", "Noord", "5"),
        ("B", "2023", "Nederland", "1"),
    ]


def test_file_of_one_indicator_has_no_other(client):
    make_figure(make_series(make_indicator(code="A", slug="een")), "2023", "1")
    make_figure(make_series(make_indicator(code="B")), "2023", "2")

    response = client.get("/monitor/indicator/een/cijfers.csv")

    assert short(response) == [("A", "2023", "Nederland", "1")]
    assert response["Content-Disposition"] == 'attachment; filename="een-2026-12-02.csv"'


def test_file_of_an_earlier_day_holds_what_was_known(client):
    series = make_series(make_indicator(slug="een"))
    make_figure(series, "2022", "1", valid_to=date(2024, 1, 1), valid_from=date(2023, 1, 1))
    make_figure(series, "2022", "2", valid_from=date(2024, 1, 1))

    for address in (URL, "/monitor/indicator/een/cijfers.csv"):
        earlier, before = client.get(address, {"stand": "2023-12-31"}), client.get(address, {"stand": "2022-12-31"})
        assert (column(earlier, "value"), column(before, "value")) == (["1"], [])
        assert before["Content-Disposition"].endswith('-2022-12-31.csv"')


@pytest.mark.parametrize("stand", ["2027-01-01", "gisteren", "\0"])
def test_day_that_cannot_be_shown_gives_the_file_of_today(client, stand):
    response = client.get(URL, {"stand": stand})

    assert response["Content-Disposition"] == 'attachment; filename="cijfers-2026-12-02.csv"'


def test_what_is_not_public_is_not_in_the_file(client):
    future = datetime(2027, 1, 1, tzinfo=UTC)
    for hidden in ({"published_at": None}, {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}, {"kind": "gevoelig"}):
        make_figure(make_series(make_indicator(**hidden)), "2023", "1")
    series = make_series(make_indicator())
    make_figure(series, "2023", "2", visible_from=future)
    make_figure(series, "2023", "3", withdrawn_on=date(2026, 1, 1))

    assert read(client.get(URL)) == []


@pytest.mark.parametrize(
    ("moments", "status"),
    [
        ({"published_at": None}, 404),
        ({"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}, 410),
        ({"kind": "gevoelig"}, 404),
    ],
)
def test_there_is_no_file_of_what_has_no_figures_page(client, moments, status):
    make_indicator(slug="een", **moments)

    assert client.get("/monitor/indicator/een/cijfers.csv").status_code == status


def test_file_leads_on_from_a_changed_slug(client):
    indicator = make_indicator(slug="oud")
    indicator.slug = "nieuw"
    indicator.save()

    response = client.get("/monitor/indicator/oud/cijfers.csv?stand=2024-01-01")

    assert (response.status_code, response["Location"]) == (
        301, "/monitor/indicator/nieuw/cijfers.csv?stand=2024-01-01",
    )  # fmt: skip
    assert client.get("/monitor/indicator/oud/cijfers.csv")["Location"] == "/monitor/indicator/nieuw/cijfers.csv"


def test_text_that_would_run_as_a_formula_does_not_and_a_number_stays_one(client):
    series = make_series(make_indicator(name="=1+1", unit="@x"))
    make_figure(series, "2023", "-0.0000001", note="-2; =3")

    [row] = read(client.get(URL))

    assert [row[name] for name in ("indicator_name", "unit", "value", "retrieved_note")] == [
        "'=1+1", "'@x", "-0.0000001", "'-2;' =3",
    ]  # fmt: skip


@pytest.mark.parametrize("size", [3, 200])
def test_file_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    indicator, release = make_indicator(slug="een"), make_release()
    series = make_series(indicator, make_category())
    for year in range(1800, 1800 + size):
        make_figure(series, str(year), "1", release=release)

    with django_assert_num_queries(1):
        assert len(read(client.get(URL))) == size
    # Which indicator it is comes first.
    with django_assert_num_queries(2):
        assert len(read(client.get("/monitor/indicator/een/cijfers.csv"))) == size


@pytest.mark.parametrize("address", [URL, "/monitor/indicator/een/cijfers.csv"])
def test_file_cannot_be_posted_to(client, address):
    assert client.post(address).status_code == 405

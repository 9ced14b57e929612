"""A chart as a file: the same marks, and around them all that must go along."""

import struct
import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal

import pytest

from monitor.charts import (
    Event,
    Item,
    Line,
    Part,
    Target,
    bar_chart,
    coverage_chart,
    dot_chart,
    line_chart,
    lines_chart,
    small_multiples,
)
from monitor.charts.download import WIDTH, Caption, draw_svg
from monitor.charts.png import SIZES, draw_png
from stroomop.sample_charts import sample_charts
from tests.monitor.chart_markup import bad_coordinates
from tests.monitor.series import PLACEMENTS, series

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = Caption(
    "Een titel", "De lijn daalt.", "Testbron", date(2026, 11, 22), "in jongeren", "Let op.", "example.org"
)


def texts_of(svg):
    return ["".join(element.itertext()).strip() for element in ET.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", sorted(sample_charts()))
def test_each_type_is_drawn_as_a_file(name):
    svg = draw_svg(sample_charts()[name], CAPTION)

    root = ET.fromstring(svg)
    assert bad_coordinates(svg) == []
    assert [found for found in ("style=", "<style", "<script") if found in svg] == []
    assert (root.get("width"), root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == (
        "720",
        "Een titel",
        "De lijn daalt.",
    )
    said = texts_of(svg)
    assert said[:2] == ["Een titel", "in jongeren"]
    assert {"Let op.", "Bron: Testbron. Stand van 22 november 2026.", "example.org"} <= set(said)


@pytest.mark.parametrize("name", sorted(sample_charts()))
def test_nothing_of_a_file_lies_outside_it(name):
    root = ET.fromstring(draw_svg(sample_charts()[name], CAPTION))

    height = float(root.get("height"))
    boxes = [[float(plot.get(key)) for key in ("x", "y", "width", "height")] for plot in root.findall(f"{SVG}svg")]
    assert boxes
    assert all(x >= 24 and x + width <= WIDTH - 12 and y + tall <= height for x, y, width, tall in boxes)
    assert all(0 < float(text.get("y")) < height for text in root.findall(f"{SVG}text"))


def test_strokes_of_a_file_are_as_wide_as_its_plot():
    root = ET.fromstring(draw_svg(line_chart(series(PLACEMENTS), unit="jongeren"), CAPTION))

    [plot] = root.findall(f"{SVG}svg")
    [inner] = plot.findall(f"{SVG}svg")
    [path] = inner.findall(f"{SVG}path")
    assert inner.get("viewBox") == f"0 0 {plot.get('width')} 300"
    assert path.get("d").rpartition("L")[2].split()[0] == plot.get("width")


def test_file_without_more_has_its_source_and_date():
    svg = draw_svg(bar_chart([], unit="jongeren"), Caption("Titel", "Tekst.", "Testbron", date(2026, 1, 2)))

    assert texts_of(svg) == ["Titel", "Bron: Testbron. Stand van 2 januari 2026."]


def test_file_tells_the_events_and_the_names_of_lines():
    lines = [Line("Noord", series("1 2")), Line("Zuid", series("2 1"))]

    svg = draw_svg(lines_chart(lines, unit="jongeren", events=[Event(1, "Een wet")]), CAPTION)

    assert {"1. Een wet", "Noord2", "Zuid1"} <= set(texts_of(svg))


def test_file_escapes_what_it_is_given():
    svg = draw_svg(bar_chart([Item("<b> & co", Decimal(1))], unit="jongeren"), CAPTION)

    assert "<b> & co" in texts_of(svg)


def test_keys_go_on_below_when_a_line_is_full():
    parts = [Part("een heel lange naam van een deel " + name, 1) for name in "abcd"]

    root = ET.fromstring(draw_svg(coverage_chart(parts, total=4, things="scholen"), CAPTION))

    heights = {text.get("y") for text in root.findall(f"{SVG}text") if "lange naam" in (text.text or "")}
    assert len(heights) > 1


def test_file_of_dots_has_ticks_and_keys():
    chart = dot_chart(
        [Item("A", Decimal(5), before=Decimal(4), strong=True)],
        unit="procent",
        reference=Target("Nederland:", Decimal(5)),
        periods=("2022", "2023"),
    )

    assert {"2022", "2023", "Nederland: 5%", "4,0%"} <= set(texts_of(draw_svg(chart, CAPTION)))


def test_file_of_no_regions_is_only_its_words():
    assert texts_of(draw_svg(small_multiples([], unit="jongeren"), CAPTION))[0] == "Een titel"


@pytest.mark.parametrize("size", SIZES)
def test_png_has_the_width_of_its_size(size):
    png = draw_png(draw_svg(line_chart(series(PLACEMENTS), unit="jongeren"), CAPTION), size)

    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">I", png[16:20])[0] == WIDTH * SIZES[size]


def test_png_has_no_other_sizes():
    with pytest.raises(KeyError):
        draw_png("<svg/>", "reusachtig")


def test_png_is_drawn_with_the_font_that_comes_along():
    """Other words give other dots, so there are letters on it."""
    one, other = (
        draw_png(draw_svg(bar_chart([], unit="x"), Caption(title, "", "", date(2026, 1, 1)))) for title in "AB"
    )

    assert one != other

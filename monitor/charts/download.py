"""A chart as an image of its own: the same drawing in a fixed width, with its title, source and date in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import batched
from textwrap import wrap
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.formats import date_format

from monitor.charts.answers import AnswerChart
from monitor.charts.coverage import CoverageChart
from monitor.charts.line import LineChart
from monitor.charts.multiples import Multiples
from monitor.charts.panels import PanelChart
from monitor.charts.rows import RowChart

type AnyChart = LineChart | Sequence[PanelChart] | Multiples | RowChart | CoverageChart | AnswerChart

# In px: the image, its margin, the names of rows, and the space between small plots.
WIDTH, MARGIN, NAMES, GAP = 720, 24, 210, 20
INNER = WIDTH - 2 * MARGIN
COLUMNS = 3
# How wide a character is at most on average, in parts of its height: other fonts than ours may be used.
CHARACTER = 0.55
INK, MUTED, DEEP = "#1d2b36", "#52606b", "#0b3a5b"


@dataclass(frozen=True)
class Caption:
    """What stands around the chart. ``text`` says the chart in words, for who does not see it."""

    title: str
    text: str
    source: str
    day: date
    subtitle: str = ""
    note: str = ""
    address: str = ""


class Words(NamedTuple):
    text: str
    x: float
    y: float
    size: int
    fill: str
    weight: int
    anchor: str

    @property
    def place(self) -> str:
        """A float would be printed with a comma."""
        return f'x="{self.x:g}" y="{self.y:g}"'


class Plot(NamedTuple):
    template: str
    box: str
    context: dict[str, Any]


@dataclass
class Sheet:
    """Filled from the top down; ``y`` is how far it is."""

    texts: list[Words] = field(default_factory=list)
    plots: list[Plot] = field(default_factory=list)
    y: float = MARGIN

    def write(
        self, text: str, size: int = 14, fill: str = MUTED, weight: int = 400, x: float = MARGIN, width: float = INNER
    ) -> None:
        """Below what is there, on as many lines as it needs."""
        for line in wrap(text, int(width / size / CHARACTER)):
            self.y += size * 1.3
            self.texts.append(Words(line, x, self.y, size, fill, weight, "start"))

    def draw(self, name: str, x: float, width: float, height: float, **context: Any) -> None:
        """On the same height as what follows: the caller goes down."""
        box = f'x="{x:g}" y="{self.y:g}" width="{width:g}" height="{height:g}"'
        self.plots.append(Plot(f"monitor/charts/_{name}.html", box, context))


def draw_svg(chart: AnyChart, caption: Caption) -> str:
    sheet = Sheet()
    sheet.write(caption.title, 22, DEEP, 700)
    if caption.subtitle:
        sheet.write(caption.subtitle, 15)
    sheet.y += 16
    lay_out(sheet, chart)
    sheet.y += 10
    for line in (
        caption.note,
        f"Bron: {caption.source}. Stand van {date_format(caption.day, 'j F Y')}.",
        caption.address,
    ):
        sheet.write(line, 12)
    height = f"{sheet.y + MARGIN - 6:.0f}"
    context = {"sheet": sheet, "caption": caption, "width": str(WIDTH), "height": height}
    return render_to_string("monitor/charts/download/sheet.svg", context)


def lay_out(sheet: Sheet, chart: AnyChart) -> None:
    match chart:
        case LineChart():
            lay_line(sheet, chart, tick_width([chart]))
        case RowChart():
            lay_rows(sheet, chart)
        case AnswerChart():
            lay_answers(sheet, chart)
        case CoverageChart():
            lay_coverage(sheet, chart)
        case Multiples():
            lay_multiples(sheet, chart)
        case _:
            lay_panels(sheet, chart)


def text_width(texts: Iterable[str], size: int = 13) -> float:
    """Of the longest."""
    return max((len(text) for text in texts), default=0) * size * CHARACTER


def tick_width(charts: Iterable[LineChart]) -> float:
    return text_width(tick.text for chart in charts for tick in chart.y_ticks) + 10


def draw_line(sheet: Sheet, chart: LineChart, x: float, width: float, gutter: float) -> None:
    """Strokes are not stretched here, since not every program can stretch a line without thickening it."""
    names = text_width(line for name in chart.names for line in name.lines)
    across = width - gutter - (names + 8 if names else 14)
    strokes = [stroke._replace(stretch=across / 100) for stroke in chart.strokes]
    fixed = replace(chart, strokes=strokes, width=f"{across:g}")
    sheet.draw("lines", x + gutter, across, float(chart.height), chart=fixed)


def lay_line(sheet: Sheet, chart: LineChart, gutter: float) -> None:
    draw_line(sheet, chart, MARGIN, INNER, gutter)
    sheet.y += float(chart.height)
    for event in chart.events:
        sheet.write(f"{event.number}. {event.text}", 13)


def lay_panels(sheet: Sheet, panels: Sequence[PanelChart]) -> None:
    gutter = tick_width(panel.chart for panel in panels)
    for panel in panels:
        sheet.write(f"{panel.name}, in {panel.unit}", 14, INK, 600)
        lay_line(sheet, panel.chart, gutter)


def lay_multiples(sheet: Sheet, chart: Multiples) -> None:
    gutter, width = tick_width(small.chart for small in chart.smalls), (INNER - GAP * (COLUMNS - 1)) / COLUMNS
    for row in batched(chart.smalls, COLUMNS, strict=False):
        top = sheet.y
        bottoms = []
        for column, small in enumerate(row):
            x, sheet.y = MARGIN + column * (width + GAP), top
            sheet.write(f"{small.name} ({small.note})" if small.note else small.name, 13, INK, 600, x, width)
            draw_line(sheet, small.chart, x, width, gutter)
            bottoms.append(sheet.y + float(small.chart.height) + 8)
        sheet.y = max(bottoms)


def lay_rows(sheet: Sheet, chart: RowChart) -> None:
    texts = [row.text for row in chart.rows if row.text]
    left = text_width(text.text for text in texts if text.anchor == "end") + 8
    right = text_width(text.text for text in texts if text.anchor == "start") + 16
    x, width = MARGIN + NAMES + left, INNER - NAMES - left - right
    if chart.reference:
        sheet.draw("reference", x, width, 24, reference=chart.reference)
        sheet.y += 24
    for row in chart.rows:
        name = row.name + " (voorlopig)" * row.provisional
        height = name_row(sheet, name, "", row.reason, weight=700 if row.strong else 400)
        if not row.reason:
            sheet.draw("row", x, width, height, row=row, chart=chart)
        sheet.y += height
    if chart.ticks:
        sheet.draw("ruler", x, width, 24, ticks=chart.ticks)
        sheet.y += 24
    write_keys(sheet, [("row_key", key, key.text) for key in chart.keys])


def lay_answers(sheet: Sheet, chart: AnswerChart) -> None:
    write_keys(sheet, [("tone_key", key, key.name) for key in chart.keys])
    sheet.y += 8
    for row in chart.rows:
        height = name_row(sheet, row.name, row.note, row.reason, least=40)
        if not row.reason:
            sheet.draw("segments", MARGIN + NAMES, INNER - NAMES, height, row=row, chart=chart)
        sheet.y += height


def lay_coverage(sheet: Sheet, chart: CoverageChart) -> None:
    sheet.write(chart.words, 15, INK, 600)
    sheet.y += 8
    sheet.draw("pieces", MARGIN, INNER, 40, chart=chart)
    sheet.y += 40
    write_keys(sheet, [("part_key", key, key.text) for key in chart.keys])


def name_row(sheet: Sheet, name: str, note: str, reason: str, *, weight: int = 400, least: float = 30) -> float:
    """The name before a row, with a second text under it, or words where its mark would be. Gives the height."""
    lines = [(line, INK, weight) for line in wrap(name, int((NAMES - 12) / 14 / CHARACTER))]
    lines += [(note, MUTED, 400)] * bool(note)
    height = max(least, len(lines) * 17 + 10)
    first = sheet.y + height / 2 - len(lines) * 8.5 + 13
    for nth, (line, fill, strength) in enumerate(lines):
        sheet.texts.append(Words(line, MARGIN + NAMES - 12, first + nth * 17, 14, fill, strength, "end"))
    if reason:
        sheet.texts.append(Words(reason, MARGIN + NAMES, sheet.y + height / 2 + 4.5, 14, MUTED, 400, "start"))
    return height


def write_keys(sheet: Sheet, keys: Sequence[tuple[str, Any, str]]) -> None:
    """From left to right, and on when a line is full."""
    x = float(MARGIN)
    sheet.y += 10 * bool(keys)
    for name, key, text in keys:
        width = 24 + text_width([text]) + 12
        if x + width > WIDTH - MARGIN:
            x, sheet.y = MARGIN, sheet.y + 20
        sheet.draw(name, x, 16, 16, key=key)
        sheet.texts.append(Words(text, x + 24, sheet.y + 12.5, 13, INK, 400, "start"))
        x += width
    sheet.y += 22 * bool(keys)

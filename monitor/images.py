"""The chart of an indicator as an image that somebody takes along: with all that must stand beside it."""

from hashlib import sha256

from django.conf import settings
from django.core.cache import cache

from monitor import sentences
from monitor.breakdowns import Breakdown
from monitor.charts.download import Caption, draw_svg
from monitor.charts.png import draw_png
from monitor.reading import IndicatorReading
from stroomop.lib.stand import Stand

# A drawn image is kept in one of so many places, for so long: whoever asks for every day since 1900 fills no memory.
PLACES = 1024
KEPT_SECONDS = 24 * 60 * 60


def svg_of(reading: IndicatorReading, stand: Stand) -> str | None:
    """Of the main line; None where there is no chart."""
    return draw_svg(reading.chart, caption(reading, stand)) if reading.chart else None


def svg_of_parts(reading: IndicatorReading, dimension: str, stand: Stand) -> str | None:
    """Of the breakdown by that slug; None where there is no chart."""
    found = next((one for one in reading.breakdowns if one.dimension.slug == dimension), None)
    chart = (found.lines or found.bars) if found else None
    return draw_svg(chart, caption_of_parts(reading, found, stand)) if found and chart else None


def png_of(svg: str, size: str) -> bytes:
    """Drawing takes a tenth of a second or more, so the same image is drawn once a day."""
    content = sha256(f"{size} {svg}".encode()).hexdigest()
    place = f"chart-png-{int(content, 16) % PLACES}"
    known, png = cache.get(place, ("", b""))
    if known != content:
        png = draw_png(svg, size)
        cache.set(place, (content, png), KEPT_SECONDS)
    return png


def caption(reading: IndicatorReading, stand: Stand) -> Caption:
    indicator = reading.indicator
    return Caption(
        title=f"{indicator.name}: {reading.finding}",
        text=reading.chart_text,
        source="; ".join(reading.sources),
        day=stand.day,
        subtitle=f"in {indicator.unit}",
        note=" ".join([indicator.definition, *chart_notes(reading), *reading.limits]).strip(),
        address=f"{page_address(reading)}{'?' * stand.chosen}{stand.query}",
    )


def caption_of_parts(reading: IndicatorReading, breakdown: Breakdown, stand: Stand) -> Caption:
    indicator, dimension = reading.indicator, breakdown.dimension
    return Caption(
        title=f"{indicator.name}, per {dimension.name}: {breakdown.finding}",
        text=breakdown.chart_text,
        source="; ".join(breakdown.sources),
        day=stand.day,
        subtitle=f"in {indicator.unit}",
        note=" ".join([indicator.definition, dimension.note, *breakdown.marks, *breakdown.limits]).strip(),
        address=f"{page_address(reading)}{'?' * stand.chosen}{stand.query}",
    )


def chart_notes(reading: IndicatorReading) -> list[str]:
    """How to read the marks of the chart."""
    return [*(sentences.counted_otherwise(since) for since, _ in reading.line.pieces if since), *reading.marks]


def page_address(reading: IndicatorReading) -> str:
    return f"{settings.SITE_URL}{reading.indicator.get_absolute_url()}"

"""Who was counted for a figure, as a chart."""

from monitor.charts import CoverageChart, Part, coverage_chart
from monitor.models import Indicator, PublicFigure


def coverage_of(indicator: Indicator, figure: PublicFigure | None) -> CoverageChart | None:
    """None where it is not known of how many, or where nothing may be drawn."""
    if figure is None or not indicator.is_drawn:
        return None
    if not figure.covered_of or figure.covered is None:
        return None
    word = "deed mee" if figure.covered == 1 else "deden mee"
    return coverage_chart([Part(word, figure.covered)], total=figure.covered_of, things="instellingen")

"""An indicator with all that must go along with its chart."""

from datetime import date

from monitor.models import Break
from tests.factories import make_figure, make_indicator, make_release, make_series, make_source

PATH = "/monitor/indicator/testen/"
VALUES = {"2016": "20", "2017": "25", "2019": "30", "2020": "40", "2021": "38", "2022": "35"}


def make_drawn(**kwargs):
    """A line with a gap, a break, a provisional end; each year became known in the next."""
    made = {"name": "Testen", "slug": "testen", "definition": "Wat er telt.", "registered": True, **kwargs}
    indicator = make_indicator(**made)
    release = make_release(source=make_source(title="Tabel", publisher="Uitgever"))
    for year, value in VALUES.items():
        status = "voorlopig" if year == "2022" else "definitief"
        make_figure(
            make_series(indicator), year, value, release=release, status=status, valid_from=date(int(year) + 1, 2, 1)
        )
    Break.objects.create(indicator=indicator, on=date(2020, 1, 1), text="Andere telling.")
    return indicator

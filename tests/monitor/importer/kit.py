"""What the tests of the importer share: a portal that knows one indicator and one source, and what became of a file."""

from datetime import date

from monitor.importer import ImportRefusedError, check, hand_in, import_figures
from monitor.models import Import, ImportRow, Indicator, Period, PublicFigure, Release, Series, Source, Target
from monitor.models.ledger import Observation
from tests.factories import make_indicator, make_source
from tests.monitor.figures_file import write_figures

READ_ON = date(2026, 11, 22)
SOURCE_DAY = date(2024, 5, 31)
MODELS = (Import, ImportRow, Indicator, Observation, Period, PublicFigure, Release, Series, Source, Target)


def make_catalogue():
    make_indicator(code="TEST", name="Test", measure="overig")
    make_source(title="Bron", date_from=date(2024, 5, 1), date_to=SOURCE_DAY, precision="maand")


def bring(folder, *records, read_on=READ_ON, **options):
    """The summary of a file with these records, brought in."""
    return import_figures(write_figures(folder, *records), read_on, **options).summary


def refused(folder, *records, **options):
    """The message of a file that is not brought in, of which nothing is written."""
    before = everything()
    try:
        summary = bring(folder, *records, **options)
    except ImportRefusedError as error:
        assert everything() == before
        return str(error)
    raise AssertionError(summary)


def checked(folder, *records, read_on=READ_ON, **options):
    """The file as it would be brought in."""
    batch = hand_in("figures.csv", read_on, **options)
    check(batch, write_figures(folder, *records))
    return batch


def told(batch):
    """What the check says of each row."""
    return list(batch.rows.values_list("outcome", "message", "was", "value"))


def everything():
    return {model.__name__: list(model._base_manager.order_by("pk").values()) for model in MODELS}


def ledger():
    """All that was ever said, in order."""
    rows = Observation.objects.order_by("series__indicator__code", "series__key", "period__start", "pk")
    return [
        (code, key, period, value if value is None else str(value), known_on)
        for code, key, period, value, known_on in rows.values_list(
            "series__indicator__code", "series__key", "period__code", "value", "release__known_on"
        )
    ]


def held(day=READ_ON):
    """The figures that hold, as the public reads them."""
    figures = PublicFigure.objects.held_on(day).in_order()
    return [(figure.series.key, figure.period.code, figure.shown) for figure in figures]

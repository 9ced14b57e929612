from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from monitor.models import Import, Target
from stroomop.lib import bulk
from tests.factories import make_indicator, make_source

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
COLUMNS = (
    "name", "file", "stage", "by", "handed_in_at", "read_on", "creates_missing", "rows_read", "rows_expected", "new",
    "revised", "unchanged", "refused", "message", "checked_against",
)  # fmt: skip


@pytest.mark.parametrize("number", [0, 1, bulk.BATCH, bulk.BATCH + 1])
def test_insert_writes_every_row_as_it_is(number):
    rows = [
        (f"{place}.csv", "", "controleren", None, MOMENT, date(2026, 11, 22), True, place, 0, 0, 0, 0, 0, "", 0)
        for place in range(number)
    ]

    bulk.insert(Import, COLUMNS, iter(rows))

    assert list(Import.objects.order_by("rows_read").values_list(*COLUMNS)) == rows


def test_insert_keeps_a_number_as_its_source_wrote_it():
    columns = ("indicator_id", "source", "kind", "value", "period_code", "text", "known_on")
    facts = (make_indicator().pk, make_source().pk, "bereiken")

    numbers = ["12.50", "-0.10", "1E+3", "0"]
    bulk.insert(Target, columns, [(*facts, Decimal(text), "2030", "", date(2026, 1, 1)) for text in numbers])

    values = Target.objects.order_by("pk").values_list("value", flat=True)
    assert [str(value) for value in values] == ["12.50", "-0.10", "1000", "0"]

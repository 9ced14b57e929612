"""A look at a file asks as much however many rows say what we have; what changes has a price per row.

Each row has a savepoint of its own, which is set and let go.
"""

import pytest

from projects.models import Organisation
from projects.tables import OrganisationTable
from stroomop.lib.exchange import CSV, run
from tests import factories as make
from tests.stroomop.back_office.exchange.kit import csv_text, exported, written

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [3, 30])
def test_rows_that_say_what_we_have_cost_nothing(tmp_path, django_assert_num_queries, number):
    for _ in range(number):
        make.make_organisation().sources.create(title="Testbron")
    path = written(tmp_path, exported(OrganisationTable, CSV))

    with django_assert_num_queries(10 + 2 * number):
        run(path, OrganisationTable())


def test_new_row_has_a_price(tmp_path, django_assert_num_queries):
    path = written(tmp_path, csv_text({"adres": "", "naam": "Testnaam", "soort": "overig"}))

    with django_assert_num_queries(23):
        run(path, OrganisationTable())
    assert not Organisation.objects.exists()

"""Two clicks on the same button at the same moment, each in a process of its own."""

import json

import pytest

from monitor.figure_files import read_figures
from monitor.importer import check_rows
from monitor.models import Import
from stroomop.lib import clock
from tests import factories as make
from tests.monitor.figures_file import write_figures
from tests.monitor.importer.shared_database import COUNTS, SharedDatabase, go_on

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_clicks_at_once_publish_once(catalogue, tmp_path):
    make.make_user(is_staff=True, is_superuser=True)
    path = write_figures(tmp_path, {}, {"period": "2024"})
    batch = Import.objects.create(name="cijfers.csv", read_on=clock.today(), handed_in_at=clock.now())
    check_rows(batch, read_figures(path))
    database = SharedDatabase(tmp_path)

    clicks = [database.start("-m", "tests.monitor.back_office.one_click", batch.pk) for _ in range(2)]
    assert [click.stdout.readline() for click in clicks] == ["ready\n"] * 2
    for click in clicks:
        go_on(click)
    said = sorted(json.loads(click.communicate(timeout=60)[0]) for click in clicks)

    assert said == [["Dat was al gedaan. Kijk hieronder hoe het nu staat."], ["Gepubliceerd: 2 cijfers."]]
    assert database.ask(COUNTS) == [(2, 2, 1)]

from datetime import date

import pytest

from monitor.publication import publish
from tests.factories import make_panel_round, make_stelling
from tests.monitor.panel.answers import deliver, release_of


@pytest.fixture
def panel_round(db):
    day = date(2023, 11, 1)
    return make_panel_round(name="Testen", slug="testronde", date_from=day, date_to=day, precision="dag")


@pytest.fixture
def stelling(panel_round):
    return make_stelling(panel_round=panel_round, text="Ik word getest.")


@pytest.fixture
def published(stelling):
    release = deliver(stelling, release_of(), jongeren="10 20 30 0", ouders="2 0 10 0", professionals="1 1 1 1")
    publish([release])
    return release

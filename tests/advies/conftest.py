from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytest_django.plugin import DjangoDbBlocker

from advies.models import Advies
from stroomop.content import load_content
from stroomop.lib import clock
from tests.factories import make_advies
from tests.rollback import rolled_back


@pytest.fixture(scope="module")
def our_content(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Our own content, as it was loaded on the day of its last check: once for all tests of a file. They ask for it
    with a mark of their own group, so that one process has them all."""
    with django_db_blocker.unblock(), rolled_back():
        with clock.fixed_at(datetime(2026, 11, 22, 12, tzinfo=UTC)):
            load_content()
        yield


@pytest.fixture
def advies(db: None) -> Advies:
    """One with a number and an address that a test can name."""
    return make_advies(number=4, short_name="Vier", slug="vier")

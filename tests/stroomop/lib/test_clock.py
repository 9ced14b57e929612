from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from stroomop.lib import clock

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
LATER = datetime(2024, 6, 1, 12, tzinfo=UTC)


def test_clock_runs_by_itself():
    before = timezone.now()

    moment = clock.now()

    assert timedelta(0) <= moment - before < timedelta(seconds=5)


def test_clock_stands_still_when_fixed():
    with clock.fixed_at(NOON):
        assert (clock.now(), clock.now()) == (NOON, NOON)


def test_clock_returns_to_what_it_was():
    with clock.fixed_at(NOON):
        with clock.fixed_at(LATER):
            assert clock.now() == LATER
        assert clock.now() == NOON
    assert clock.now() > LATER


def test_clock_runs_again_after_an_error():
    with pytest.raises(ZeroDivisionError), clock.fixed_at(NOON):
        raise ZeroDivisionError

    assert clock.now() > LATER


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2024, 1, 1, 22, 59, tzinfo=UTC), date(2024, 1, 1)),
        (datetime(2024, 1, 1, 23, 0, tzinfo=UTC), date(2024, 1, 2)),
        (datetime(2024, 7, 1, 21, 59, tzinfo=UTC), date(2024, 7, 1)),
        (datetime(2024, 7, 1, 22, 0, tzinfo=UTC), date(2024, 7, 2)),
    ],
)
def test_today_begins_at_midnight_in_the_netherlands(moment, day):
    with clock.fixed_at(moment):
        assert clock.today() == day


@pytest.mark.parametrize(
    ("moment", "end"),
    [
        (datetime(2024, 1, 1, 22, 59, tzinfo=UTC), datetime(2024, 1, 1, 22, 59, 59, 999999, tzinfo=UTC)),
        (datetime(2024, 1, 1, 23, 0, tzinfo=UTC), datetime(2024, 1, 2, 22, 59, 59, 999999, tzinfo=UTC)),
        # The day on which summer time ends has an hour more.
        (datetime(2024, 10, 27, 0, 0, tzinfo=UTC), datetime(2024, 10, 27, 22, 59, 59, 999999, tzinfo=UTC)),
    ],
)
def test_today_ends_at_midnight_in_the_netherlands(moment, end):
    with clock.fixed_at(moment):
        assert clock.end_of_today() == end

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stroomop.lib import clock
from tests.advies.as_of import around, differences, every_day, noon
from tests.advies.made_up import TODAY, make_world
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db
SUPPRESSED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def assert_every_day_is_as_it_was(client, data, most: int) -> None:
    with rolled_back():
        with clock.fixed_at(noon(TODAY)):
            urls = make_world(data.draw)
        days = st.sampled_from(sorted(day for day in around(every_day()) if day <= TODAY))
        chosen = data.draw(st.lists(days, min_size=1, max_size=most, unique=True))
        assert differences(client, urls, chosen, TODAY) == []


@settings(max_examples=10, suppress_health_check=SUPPRESSED)
@given(data=st.data())
def test_pages_of_any_day_of_any_data_are_as_they_were(client, data):
    assert_every_day_is_as_it_was(client, data, most=2)


@pytest.mark.scale
@settings(max_examples=25, suppress_health_check=SUPPRESSED)
@given(data=st.data())
def test_pages_of_many_days_of_much_data_are_as_they_were(client, data):
    assert_every_day_is_as_it_was(client, data, most=4)

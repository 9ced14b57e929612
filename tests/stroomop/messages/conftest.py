import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_sent_anything_before():
    """The turns of a network are counted in the cache, which outlives a test."""
    cache.clear()

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _found(found_at_once: None) -> Iterator[None]:
    """What a test saves can be found, and nothing is remembered of the words of another."""
    cache.clear()
    yield
    cache.clear()

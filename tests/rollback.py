from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def rolled_back() -> Iterator[None]:
    """Leaves the database as it was, so that each example of a rule starts afresh."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)

"""From when until when something can be seen, where embargoes are still to end."""

from collections.abc import Hashable, Iterable, Iterator
from datetime import datetime


def spells[Row: Hashable](
    stages: Iterable[tuple[datetime, Iterable[Row]]],
) -> Iterator[tuple[Row, datetime, datetime | None]]:
    """Each row with the moments between which it can be seen. A stage is all that can be seen from a moment on."""
    since: dict[Row, datetime] = {}
    for moment, rows in stages:
        seen = dict.fromkeys(rows)
        for row in [row for row in since if row not in seen]:
            yield row, since.pop(row), moment
        for row in seen:
            since.setdefault(row, moment)
    for row, start in since.items():
        yield row, start, None

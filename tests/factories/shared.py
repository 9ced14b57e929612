from datetime import UTC, datetime
from itertools import count

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
# No two items share a name or an address.
numbers = count(1)

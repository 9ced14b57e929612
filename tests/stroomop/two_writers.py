"""One of the two that write at the same time: reads a number, thinks, writes one more. Prints how often."""

import sys
import time

import django

django.setup()

from django.db import transaction  # noqa: E402 - after setup()

from stroomop.models import TextBlock  # noqa: E402 - after setup()

SECONDS = 2.0

times = 0
end = time.monotonic() + SECONDS
while time.monotonic() < end:
    with transaction.atomic():
        counter = TextBlock.objects.get(key="counter")
        counter.text = str(int(counter.text) + 1)
        counter.save()
    times += 1
sys.stdout.write(str(times))

"""One of the two that publish at the same time: ``publish PK...``, each release by itself.

Or ``check``: what the public has, and what it should have by all that is published.
"""

import json
import sys

import django

django.setup()

from monitor.models import PublicFigure, Release  # noqa: E402 - after setup()
from monitor.publication import publish, refresh  # noqa: E402 - after setup()


def rows():
    fields = ("release", "period__code", "state", "value", "valid_from", "valid_to", "visible_to")
    return sorted(json.dumps(row, default=str) for row in PublicFigure.all_moments.values_list(*fields))


match sys.argv[1:]:
    case ["publish", *releases]:
        for pk in releases:
            publish([Release.objects.get(pk=pk)])
    case ["check"]:
        before = rows()
        refresh(Release.objects.all())
        sys.stdout.write(json.dumps([before, rows()]))

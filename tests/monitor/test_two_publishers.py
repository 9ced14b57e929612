"""Two who publish figures of one indicator at the same time, each in a process of its own."""

import json
import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.db import connection

from monitor.models import Release
from tests.factories import make_indicator, make_release
from tests.monitor.gate import LAND, deliver
from tests.stroomop.process import ROOT, environment

pytestmark = pytest.mark.django_db(transaction=True)
EACH = 8


def database(folder):
    """How another process gets at what stands in the database of the tests."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(folder / "db.sqlite3")])
        return {}
    url = urlsplit(os.environ["DATABASE_URL"])
    return {"DATABASE_URL": url._replace(path=f"/{connection.settings_dict['NAME']}").geturl()}


def start(folder, variables, *arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.monitor.two_publishers", *map(str, arguments)],
        cwd=ROOT,
        env=environment(folder, MODE="demo", **variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_publishers_wait_for_each_other_and_lose_nothing(tmp_path):
    indicator = make_indicator()
    for number in range(2 * EACH):
        # Every one changes what all the others said.
        drawing = f"2023 2023-H1\n{LAND} {100 + number} {40 + number}"
        deliver(indicator, drawing, make_release(published_at=None), rank=number)
    releases = list(Release.objects.order_by("pk").values_list("pk", flat=True))
    variables = database(tmp_path)

    publishers = [start(tmp_path, variables, "publish", *releases[first::2]) for first in range(2)]
    said = [publisher.communicate(timeout=60) for publisher in publishers]
    checked = start(tmp_path, variables, "check").communicate(timeout=60)

    assert (said, checked[1]) == ([("", "")] * 2, "")
    found, expected = json.loads(checked[0])
    assert found == expected
    assert {json.loads(row)[0] for row in found} == set(releases)

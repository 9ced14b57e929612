"""Planned changes, and two processes that look for them at the same moment."""

import re
import subprocess
import sys
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry

from stroomop.lib import clock
from stroomop.models import Draft
from tests import factories as make
from tests.monitor.test_two_publishers import database
from tests.stroomop.back_office.staff import save
from tests.stroomop.process import ROOT, environment

pytestmark = pytest.mark.django_db(transaction=True)
CHANGES = 12
COUNT = """
from django.contrib.admin.models import LogEntry
from projects.models import Project
from stroomop.models import Draft
names = Project.objects.filter(name__startswith="Nieuw").count()
print(names, Draft.objects.count(), LogEntry.objects.filter(change_message="Gepubliceerd.").count())
"""


def start(folder, variables, *arguments):
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(folder, MODE="demo", **variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_that_publish_at_once_publish_each_change_once(client, tmp_path):
    client.force_login(make.make_user(is_staff=True, is_superuser=True))
    for number in range(CHANGES):
        project = make.make_project(name=f"Oud {number}")
        save(client, project, "_schedule", name=f"Nieuw {number}", **{"publiceer-moment": "2099-01-01T00:00"})
    Draft.objects.update(publish_at=clock.now() - timedelta(minutes=1))
    assert LogEntry.objects.filter(change_message="Gepubliceerd.").count() == 0
    variables = database(tmp_path)

    both = [start(tmp_path, variables, "publish_drafts") for _ in range(2)]
    said = [one.communicate(timeout=90) for one in both]
    counted = start(tmp_path, variables, "shell", "-v0", "-c", COUNT).communicate(timeout=60)

    assert [errors for _, errors in said] == ["", ""]
    published = [int(number) for words, _ in said for number in re.findall(r"(\d+) published, 0 refused", words)]
    assert sum(published) == CHANGES
    assert counted == (f"{CHANGES} 0 {CHANGES}\n", "")

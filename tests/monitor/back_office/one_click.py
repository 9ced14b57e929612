"""A click on "Publiceer nu" in a process of its own: ``PK`` of the import. It waits for a line, and tells what came of
it."""

import json
import sys

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402 - after setup()
from django.test import Client  # noqa: E402 - after setup()
from django.test.utils import setup_test_environment  # noqa: E402 - after setup()

setup_test_environment()
client = Client()
client.force_login(get_user_model().objects.get())
sys.stdout.write("ready\n")
sys.stdout.flush()
sys.stdin.readline()
page = client.post(f"/beheer/monitor/import/{sys.argv[1]}/change/", {"doe": "nu"}, follow=True)
sys.stdout.write(json.dumps([str(message) for message in page.context["messages"]]))

"""The management commands, as somebody calls them."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.core.management.commands.runserver import Command as RunServer
from django.db import OperationalError

from projects.models import Project
from stroomop.lib import clock
from stroomop.management.commands.demo import publish_until
from stroomop.models import User
from tests import factories as make
from tests.stroomop.back_office.staff import save

pytestmark = pytest.mark.django_db


def call(name: str, *arguments: str) -> list[str]:
    output = StringIO()
    call_command(name, *arguments, stdout=output)
    return output.getvalue().splitlines()


def account_password(lines: list[str]) -> str:
    return lines[1].split("'")[3]


@pytest.fixture(autouse=True)
def own_static_root(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    return settings.STATIC_ROOT


def test_load_content_tells_how_much_was_new(own_files):
    own_files(stroomop_textblock="[{key: intro, text: Test.}, {key: publisher, text: Test.}]")

    said = call("load_content"), call("load_content")

    assert said == (
        ["2 items created; what was there stayed as it is."],
        ["0 items created; what was there stayed as it is."],
    )


def test_load_content_stops_at_a_fault(settings, tmp_path):
    settings.BASE_DIR = tmp_path

    with pytest.raises(CommandError, match=r"^Nothing was loaded\. helpline\.yaml: "):
        call("load_content")


def test_demo_makes_everything_ready(own_static_root):
    lines = call("demo", "--no-serve")

    admin = User.objects.get()
    assert (admin.username, admin.is_superuser, Project.objects.published().count()) == ("beheer", True, 10)
    assert lines[1] == f"Account 'beheer', password '{account_password(lines)}' (shown once)."
    assert admin.check_password(account_password(lines))
    assert own_static_root.is_dir()


def test_demo_without_a_database_says_so(monkeypatch):
    def refuse(*arguments: str, **options: object) -> None:
        raise OperationalError("Connection refused")

    monkeypatch.setattr("stroomop.management.commands.demo.call_command", refuse)

    with pytest.raises(CommandError, match=r"^The database of DATABASE_URL can't be reached\. Connection refused$"):
        call("demo", "--no-serve")


def test_demo_keeps_what_is_there(own_files):
    own_files()
    password = account_password(call("demo", "--no-serve"))

    lines = call("demo", "--no-serve")

    assert lines == [
        "0 items created; what was there stayed as it is.",
        "The account 'beheer' exists. A new password: MODE=demo python3 -m uv run manage.py changepassword beheer",
    ]
    assert User.objects.get().check_password(password)


def test_demo_serves_where_it_says(monkeypatch, own_files):
    own_files()
    served = []
    monkeypatch.setattr(RunServer, "run", lambda self, **options: served.append((self.addr, self.port)))

    lines = call("demo", "127.0.0.1:8765")

    assert served == [("127.0.0.1", "8765")]
    assert lines[-1] == "StroomOP: http://127.0.0.1:8765/   beheer: http://127.0.0.1:8765/beheer/"


def test_demo_is_refused_in_production(settings):
    settings.PRODUCTION = True

    with pytest.raises(CommandError, match=r"does not run with MODE=production\.$"):
        call("demo", "--no-serve")

    assert User.objects.count() == 0


def test_demo_publishes_what_was_planned(client):
    client.force_login(make.make_user(is_staff=True, is_superuser=True))
    project = make.make_project(name="Oud")
    save(client, project, "_schedule", name="Nieuw", **{"publiceer-moment": "2099-01-01T00:00"})

    class OneRound:
        """An event that is set after one round."""

        rounds = iter([False, True])

        def wait(self, pause):
            return next(self.rounds)

    with clock.fixed_at(datetime(2099, 1, 2, tzinfo=UTC)):
        publish_until(OneRound())

    project.refresh_from_db()
    assert project.name == "Nieuw"

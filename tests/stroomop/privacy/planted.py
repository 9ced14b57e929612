"""In a process of its own: plants a reader in the database of the environment, or looks where one is left."""

import sys

import django

django.setup()

from django.contrib.admin.models import CHANGE, LogEntry  # noqa: E402
from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.tasks import TaskResultStatus  # noqa: E402
from django.test import Client  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from projects.models import Project  # noqa: E402
from stroomop.lib import clock  # noqa: E402
from stroomop.models import Draft, LinkCheck, LoadedItem, Message, ReadRequest, SearchEntry  # noqa: E402
from stroomop.privacy.person import Person  # noqa: E402
from stroomop.privacy.traces import find  # noqa: E402
from tests import factories as make  # noqa: E402

Status = Message.Status
PAGES = ["/", "/projecten/", "/agenda/", "/mensen/", "/verhalen/", "/organisaties/", "/publicaties/", "/adviezen/"]
PAGES += ["/monitor/", "/nieuw/", "/privacy/"]


def plant(name: str, address: str) -> None:
    project = make.make_project(slug="proef", summary=f"Van {name}.")
    project.summary = "Van niemand."
    project.save()
    make.make_page(slug="privacy", title="Privacy")
    for status in (Status.NEW, Status.PUBLISHED, Status.REFUSED):
        make.make_message(project, reason="reactie", name=name, email=address, text=f"Ik ben {name}.", status=status)
    make.make_message(name="Een ander", text=f"Ik sprak {name}, {address}.")
    beside(project, name, address)
    derived(project, name, address)


def beside(project: Project, name: str, address: str) -> None:
    kind, user, now = ContentType.objects.get_for_model(Project), make.make_user(), clock.now()
    item = {"item_type": kind, "item_id": project.pk}
    said = {"user": user, "content_type": kind, "object_repr": name, "change_message": f'["{address}"]'}
    LogEntry.objects.create(**said, action_flag=CHANGE)
    Draft.objects.create(**item, data={"summary": [f"Van {name}, {address}"]}, base=0, author=user, saved_at=now)
    ReadRequest.objects.create(**item, asked_by=user, asked_at=now, question=f"Wie is {name}?")
    DBTaskResult.objects.create(
        status=TaskResultStatus.FAILED,
        run_after=now,
        args_kwargs={"args": [name], "kwargs": {"aan": address}},
        priority=0,
        task_path="test",
        backend_name="default",
        exception_class_path="",
        traceback=f"No such reader: {name}",
    )


def derived(project: Project, name: str, address: str) -> None:
    kind = ContentType.objects.get_for_model(Project)
    entry = {"kind": "project", "url": "/proef/", "title": name, "text": address}
    stems = {"title_stems": f" {name.lower()} ", "text_stems": f" {name.lower()} "}
    SearchEntry.objects.update_or_create(item_type=kind, item_id=project.pk, defaults=entry | stems)
    LinkCheck.objects.create(address=f"https://bron.test/{name.lower().replace(' ', '-')}")
    LoadedItem.objects.create(model="projects.person", key=name.lower().replace(" ", "-"), object_id=1)
    session = SessionStore()
    session["naam"] = name
    session.save()


def look(name: str, address: str) -> None:
    person, client = Person(name, address), Client(headers={"host": "localhost"})
    answers = {page: client.get(page) for page in [*PAGES, Project.objects.get().get_absolute_url()]}
    print(f"tables: {[trace.table for trace in find(person)]}")  # noqa: T201 - what the test reads
    print(f"pages: {[page for page, answer in answers.items() if person.is_in(answer.content.decode())]}")  # noqa: T201
    print(f"answered: {sum(answer.status_code == 200 for answer in answers.values())}")  # noqa: T201


if __name__ == "__main__":
    {"plant": plant, "look": look}[sys.argv[1]](*sys.argv[2:])

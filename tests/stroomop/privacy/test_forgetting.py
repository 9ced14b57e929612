"""Forgetting somebody: what goes by itself, and what is left to an editor."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from projects.models import Project
from stroomop.models import Draft, LinkCheck, LoadedItem, Message, ReadRequest, SearchEntry
from stroomop.privacy.forgetting import forget, rows
from stroomop.privacy.person import Person
from stroomop.privacy.places import place
from stroomop.privacy.traces import Trace, find
from tests.factories import LONG_AGO, make_message, make_person, make_project, make_update, make_user

pytestmark = pytest.mark.django_db

NAME, ADDRESS = "Test Kwikzilver", "test.kwikzilver@test.example"
PERSON = Person(NAME, ADDRESS)
Status = Message.Status


def call(*arguments: str) -> list[str]:
    output = StringIO()
    call_command("forget", *arguments, stdout=output)
    return output.getvalue().splitlines()


def counts(person: Person) -> dict[str, int]:
    return {model.__name__: count for model, count in forget(person).items()}


@pytest.mark.parametrize(
    ("person", "left"),
    [(Person(name="test  KWIKZILVER"), ["b", "c"]), (Person(email=ADDRESS.upper()), ["c"]), (PERSON, ["c"])],
)
def test_messages_go_whatever_came_of_them(person, left):
    person = Person(" ".join(person.name.split()), person.email)
    make_message(name=NAME, email=ADDRESS, text="a")
    make_message(name="T.", email=ADDRESS, text="b", status=Status.PUBLISHED, handled_at=LONG_AGO)
    make_message(text="c")

    forget(person)

    assert [message.text for message in Message.objects.order_by("pk")] == left


def test_message_of_somebody_else_only_loses_the_words():
    make_message(text=f"Vraag het aan {NAME}.", name="Een ander")

    assert counts(PERSON) == {"Message": 1}
    assert list(Message.objects.values_list("name", "text")) == [("Een ander", "Vraag het aan [gewist].")]


def test_copies_beside_the_texts_lose_the_words():
    project = make_project(summary=f"Van {NAME}.")
    project.summary = "Van iemand."
    project.save()
    kind, user = ContentType.objects.get_for_model(Project), make_user()
    log = LogEntry.objects.create(user=user, content_type=kind, object_repr=NAME, action_flag=CHANGE)
    item = {"item_type": kind, "item_id": project.pk}
    draft = Draft.objects.create(**item, data={"summary": [f"Van {NAME}"]}, base=0, author=user, saved_at=LONG_AGO)
    ReadRequest.objects.create(**item, asked_by=user, asked_at=LONG_AGO, question=f"Mag {ADDRESS} erin?")

    assert counts(PERSON) == {"HistoricalProject": 1, "LogEntry": 1, "Draft": 1, "ReadRequest": 1}
    log.refresh_from_db()
    draft.refresh_from_db()
    assert [version.summary for version in project.history.all()] == ["Van iemand.", "Van [gewist]."]
    assert (log.object_repr, draft.data) == ("[gewist]", {"summary": ["Van [gewist]"]})
    assert ReadRequest.objects.get().question == "Mag [gewist] erin?"


def test_short_name_at_the_end_of_a_full_field_leaves_what_fits():
    user = make_user()
    log = LogEntry.objects.create(user=user, object_repr=f"{'a ' * 98}Kwi", action_flag=CHANGE)

    forget(Person(name="Kwi"))

    log.refresh_from_db()
    assert log.object_repr == f"{'a ' * 98}[gew"


def test_what_is_derived_goes():
    kind = ContentType.objects.get_for_model(Project)
    SearchEntry.objects.create(item_type=kind, item_id=1, kind="project", url="/a/", title="Test", text=NAME)
    LinkCheck.objects.create(address="https://bron.test/test-kwikzilver")
    LoadedItem.objects.create(model="projects.person", key="test-kwikzilver", object_id=1)
    session = SessionStore()
    session["naam"] = NAME
    session.save()
    SessionStore(session_key="other").save()
    cache.set("test", NAME)

    assert counts(PERSON) == {"SearchEntry": 1, "LinkCheck": 1, "LoadedItem": 1, "Session": 1}
    assert (cache.get("test"), find(PERSON)) == (None, [])


def test_what_a_content_file_names_is_reported_and_stays_loaded(own_files):
    own_files(projects_person=f"[{{slug: test-kwikzilver, name: {NAME}}}]")
    loaded = LoadedItem.objects.create(model="projects.person", key="test-kwikzilver", object_id=1)

    assert counts(PERSON) == {}
    assert call("--name", NAME) == [
        f"Stands in geladen item {loaded.pk}, kenmerk: no page of its own",
        "Stands in the content file person.yaml",
        "Nothing was changed. Add --yes to forget.",
    ]


def test_person_in_a_public_role_stays_and_is_reported_with_the_page_of_the_back_office():
    person = make_person(name=NAME, slug="test")

    forget(PERSON)

    assert [place(trace) for trace in find(PERSON)] == [
        f"persoon {person.pk}, naam: https://portaal.test/beheer/projects/person/{person.pk}/change/"
    ]


def test_part_of_an_item_is_reported_with_the_page_of_the_item():
    result = make_project().results.create(text=f"Van {NAME}.")

    forget(PERSON)

    link = f"https://portaal.test/beheer/projects/project/{result.project_id}/change/"
    assert [place(trace) for trace in find(PERSON)] == [f"resultaat {result.pk}, resultaat: {link}"]


def test_table_without_a_model_is_left_alone_and_reported_by_its_name():
    trace = Trace("los", "woorden", None)

    assert (rows([trace]), place(trace)) == ({}, "los.woorden")


def test_asking_changes_nothing():
    message = make_message(name=NAME)

    said = call("--name", f"  {NAME.upper()} ")

    link = f"https://portaal.test/beheer/stroomop/message/{message.pk}/change/"
    assert [line.replace("no page of its own", link) for line in said] == [
        f"Stands in bericht van een lezer {message.pk}, naam: {link}",
        "Nothing was changed. Add --yes to forget.",
    ]
    assert list(Message.objects.all()) == [message]


@pytest.mark.parametrize("arguments", [["--name", "ab"], ["--email", "\0a"], ["--name", NAME, "--email", "a"]])
def test_what_stands_in_every_other_word_is_refused(arguments):
    with pytest.raises(CommandError, match=r"^A name or an address has 3 characters or more\.$"):
        call(*arguments, "--yes")


@pytest.mark.django_db(transaction=True)
def test_forgetting_says_how_much_and_what_is_left():
    make_message(name=NAME)
    update = make_update(title=f"Gesprek met {NAME}", published_at=datetime(2024, 1, 1, tzinfo=UTC))

    said = call("--name", NAME, "--email", ADDRESS, "--yes")

    link = f"https://portaal.test/beheer/projects/update/{update.pk}/change/"
    assert said[:1] == ["berichten van lezers: 1 cleared"]
    assert said[-1] == f"Stands in bericht {update.pk}, titel: {link}"
    assert NAME not in " ".join(said)


@pytest.mark.django_db(transaction=True)
def test_database_in_use_is_told():
    def refuse(execute, sql, params, many, context):
        if sql.startswith("VACUUM"):
            raise OperationalError("in use")
        return execute(sql, params, many, context)

    make_message(name=NAME)

    with (
        connection.execute_wrapper(refuse),
        pytest.raises(CommandError, match=r"^All of it is out of the tables"),
    ):
        call("--name", NAME, "--yes")

    assert Message.objects.count() == 0

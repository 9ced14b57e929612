"""The triggers are there, and are there again after what a database does to a table."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.core.management.sql import emit_pre_migrate_signal
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.migrations import Migration

from advies.models import Deadline, News
from stroomop.lib import append_only
from tests.factories import make_advies, make_agreement, make_deadline, make_news

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite makes a table anew")

PRESENT = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}[connection.vendor]
MODELS = """
    advies_advies advies_agreement advies_assessment advies_assessmentsource advies_bearing advies_check advies_deadline
    advies_news advies_report advies_response advies_responsibility advies_statement
    monitor_baseline monitor_figurecheck monitor_observation monitor_panelresult monitor_release monitor_target
"""
# REPLACE deletes past a trigger on DELETE, and TRUNCATE past all others.
EVENTS = {"sqlite": ["update", "delete", "insert"], "postgresql": ["update", "delete", "truncate"]}[connection.vendor]
MUST_EXIST = [f"append_only_{model}_{event}" for model in MODELS.split() for event in EVENTS]


def present() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(PRESENT)
        return {name for (name,) in cursor.fetchall() if name.startswith("append_only_")}


def make_public_deadline() -> Deadline:
    return make_deadline(make_agreement(make_news(make_advies())), date_from=date(2021, 9, 1), precision="dag")


def assert_kept() -> None:
    with pytest.raises(IntegrityError, match=r"^append-only: advies_deadline\b"), transaction.atomic():
        Deadline.objects.all().delete()
    assert present() == {*MUST_EXIST}


@pytest.mark.django_db
def test_these_triggers_exist():
    assert present() == {*MUST_EXIST}


@pytest.mark.parametrize("model", append_only.models(), ids=str)
def test_what_leads_to_publication_is_kept_as_well(model):
    """Or a draft made of it would open all that hangs below."""
    names = model.append_only.public.split("__")
    for depth, parent in enumerate(append_only.lineage(model)):
        assert parent.append_only.public == "__".join(names[depth:])


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_new_table_drops_its_triggers_and_migrate_puts_them_back():
    make_public_deadline()
    with connection.schema_editor() as editor:
        editor._remake_table(Deadline)
    assert present() == {name for name in MUST_EXIST if "_deadline_" not in name}

    call_command("migrate", verbosity=0)

    assert_kept()


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_table_that_others_read_is_made_anew_by_a_migration_only():
    make_public_deadline()
    with connection.schema_editor() as editor:
        with pytest.raises(OperationalError, match=r"^error in trigger append_only_advies_"), transaction.atomic():
            editor._remake_table(News)
        editor.deferred_sql.clear()
    assert_kept()

    plan = [(Migration("0099_later", "advies"), False)]
    emit_pre_migrate_signal(verbosity=0, interactive=False, db="default", plan=plan)
    with connection.schema_editor() as editor:
        editor._remake_table(News)
    call_command("migrate", verbosity=0)

    assert_kept()


@pytest.mark.django_db(transaction=True)
def test_migrate_puts_back_what_was_taken_away():
    make_public_deadline()
    append_only.drop()

    call_command("migrate", verbosity=0)

    assert_kept()


@pytest.mark.django_db(transaction=True)
def test_lifting_lets_one_erase_without_a_transaction_around_it():
    deadline = make_public_deadline()

    with append_only.lifted():
        deadline.delete()

    assert not Deadline.objects.exists()
    make_deadline(deadline.agreement)
    assert_kept()


@pytest.mark.django_db(transaction=True)
def test_failure_while_lifted_erases_nothing_and_puts_the_triggers_back():
    def erase_and_fail():
        with append_only.lifted():
            Deadline.objects.all().delete()
            raise ZeroDivisionError

    make_public_deadline()
    with pytest.raises(ZeroDivisionError):
        erase_and_fail()

    assert_kept()


@pytest.mark.django_db(transaction=True)
def test_flush_is_refused_and_puts_the_triggers_back_when_they_were_lifted_for_it():
    """As the fixture does for each test that really commits."""
    make_public_deadline()
    with pytest.raises(CommandError, match="couldn't be flushed"):
        call_command("flush", interactive=False, verbosity=0)
    assert_kept()

    append_only.drop()
    call_command("flush", interactive=False, verbosity=0)

    make_public_deadline()
    assert_kept()

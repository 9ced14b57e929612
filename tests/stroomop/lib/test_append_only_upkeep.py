"""The triggers are there after every migrate, and one way to erase goes past them."""

import pytest
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import IntegrityError, connection, transaction
from django.db.migrations import Migration

from stroomop.lib import append_only, triggers

from .promises import MODELS, Letter, Look, Nickname, Promise, Term, make_term

NAMES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}
EVENTS = {"sqlite": ["delete", "insert", "update"], "postgresql": ["delete", "truncate", "update"]}[connection.vendor]


def present() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(NAMES[connection.vendor])
        return sorted(name for (name,) in cursor.fetchall() if name.startswith("append_only_lib_"))


def functions() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_proc WHERE proname LIKE 'append_only_%%'")
        return cursor.fetchone()[0]


ALL = [f"append_only_lib_{table}_{event}" for table in ("letter", "look", "promise", "term") for event in EVENTS]


@pytest.fixture
def term(promises):
    return make_term()


def assert_kept() -> None:
    assert present() == ALL
    with pytest.raises(IntegrityError, match=r"^append-only: lib_term\b"), transaction.atomic():
        Term.objects.all().delete()


def test_all_triggers_are_there(promises):
    assert present() == ALL
    assert sorted(name for model in MODELS for name in append_only.trigger_names(model)) == ALL


def test_installing_twice_is_once(term):
    append_only.install()
    append_only.install()

    assert_kept()


def test_triggers_of_a_model_that_keeps_nothing_any_more_go(term, monkeypatch):
    monkeypatch.setattr(append_only, "models", lambda: [Term])
    append_only.install()
    assert present() == sorted(append_only.trigger_names(Term))

    monkeypatch.setattr(append_only, "models", list)
    append_only.install()
    assert present() == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no functions")
def test_no_function_is_left(promises):
    append_only.drop()

    assert functions() == 0


@pytest.mark.parametrize(
    ("change", "waiting"),
    [
        ("ALTER TABLE lib_look DROP COLUMN day", [Look]),
        ("ALTER TABLE lib_letter RENAME TO later", [Letter, Promise, Term]),
    ],
    ids=["no column", "no table"],
)
def test_model_waits_until_its_table_and_those_above_are_as_the_code_knows_them(promises, change, waiting):
    """Half-way through the migrations, as after `migrate advies 0002`."""
    append_only.drop()
    with connection.cursor() as cursor:
        cursor.execute(change)

    append_only.install()

    missing = {name for model in waiting for name in append_only.trigger_names(model)}
    assert present() == sorted({*ALL} - missing)


def test_key_on_an_expression_is_not_taken_for_kept():
    with pytest.raises(NotImplementedError, match=r"^nickname_once: "):
        list(triggers.unique_keys(Nickname))


def test_what_is_lifted_can_be_erased_and_the_rest_is_kept(term, caplog):
    other = Term.objects.create(promise=term.promise, number=2, wording="later")

    with append_only.lifted():
        other.delete()
        Term.objects.update(wording="", day=None)

    assert Term.objects.values_list("number", "day").get() == (1, None)
    assert caplog.messages == ["The append-only triggers are lifted."]
    assert_kept()


def test_failure_erases_nothing_and_puts_the_triggers_back(term):
    def erase_and_fail():
        with append_only.lifted():
            Term.objects.all().delete()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        erase_and_fail()

    assert Term.objects.get() == term
    assert_kept()


def test_failure_of_the_database_puts_the_triggers_back(term):
    with pytest.raises(IntegrityError, match="number"), append_only.lifted():
        Term.objects.create(promise=term.promise, number=1)

    assert_kept()


def test_migrations_to_carry_out_find_no_triggers_and_leave_them(term):
    emit_pre_migrate_signal(
        verbosity=0, interactive=False, db="default", plan=[(Migration("0099_later", "lib"), False)]
    )
    assert present() == []

    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert_kept()


def test_triggers_stay_when_there_is_nothing_to_migrate(term):
    emit_pre_migrate_signal(verbosity=0, interactive=False, db="default", plan=[])

    assert_kept()

"""The ways round a trigger that one database has and the other does not."""

import pytest
from django.db import IntegrityError, connection

from .promises import Term, assert_refused, execute, make_term

pytestmark = pytest.mark.usefixtures("promises")
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has it")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has it")


REPLACED = {
    "primary key": "({id}, {draft}, 7, NULL, '', FALSE)",
    "primary key as a text": "('{id}', {draft}, 7, NULL, '', FALSE)",
    "constraint": "(99, {public}, 1, NULL, '', FALSE)",
    "unique together": "(99, {public}, 7, '2021-09-01', '', FALSE)",
    "constraint with a condition": "(99, {public}, 7, NULL, 'eerst', TRUE)",
}
FREE = {
    "draft": "(99, {draft}, 1, '2021-09-01', 'eerst', TRUE)",
    "no key": "(NULL, {public}, 2, NULL, '', FALSE)",
    "outside the condition": "(99, {public}, 2, '2022-09-01', '', TRUE)",
}


def insert(verb, values, public, draft):
    values = values.format(id=public.pk, public=public.promise.pk, draft=draft.promise.pk)
    return f"{verb} INTO lib_term (id, promise_id, number, day, wording, first) VALUES {values}"


@on_sqlite
@pytest.mark.parametrize("verb", ["REPLACE", "INSERT OR REPLACE", "INSERT"])
@pytest.mark.parametrize("values", REPLACED.values(), ids=REPLACED)
def test_public_row_is_not_replaced(verb, values):
    public, draft = make_term(first=True), make_term(None, first=True)

    assert_refused(insert(verb, values, public, draft))


@on_sqlite
@pytest.mark.parametrize("values", FREE.values(), ids=FREE)
def test_what_replaces_no_public_row_is_written(values):
    public, draft = make_term(first=True), make_term(None, first=True)

    execute(insert("REPLACE", values, public, draft))

    assert Term.objects.filter(pk=public.pk).exists()
    assert Term.objects.filter(pk=draft.pk).exists() != ("eerst" in values)


@on_sqlite
def test_public_row_outside_the_condition_of_a_key_is_in_nobodys_way():
    public = make_term(first=False)

    execute(insert("INSERT", "(99, {public}, 2, NULL, 'eerst', TRUE)", public, public))

    assert Term.objects.count() == 2


@on_sqlite
@pytest.mark.parametrize(
    "change",
    ["id = {id}", "promise_id = {public}", "promise_id = {public}, number = 2, day = NULL"],
    ids=["primary key", "constraint", "constraint with a condition"],
)
def test_public_row_is_not_replaced_by_a_change_of_another(change):
    public, draft = make_term(first=True), make_term(None, first=True)
    change = change.format(id=public.pk, public=public.promise.pk)

    assert_refused(f"UPDATE OR REPLACE lib_term SET {change} WHERE id = {draft.pk}")


@on_sqlite
def test_parent_is_not_replaced_by_a_draft():
    letter = make_term().promise.letter

    for values in (f"{letter.pk}, NULL, 'nieuw'", "99, NULL, 'brief-0'"):
        assert_refused(
            f"REPLACE INTO lib_letter (id, published_at, slug, title) VALUES ({values}, '')", table="lib_letter"
        )


@on_postgresql
def test_public_row_is_not_changed_by_an_insert():
    public = make_term()
    values = insert("INSERT", REPLACED["constraint"], public, public)

    assert_refused(f"{values} ON CONFLICT ON CONSTRAINT term_number DO UPDATE SET day = '2022-09-01'")
    assert_refused(
        "MERGE INTO lib_term USING (SELECT 1) AS one ON TRUE WHEN MATCHED THEN UPDATE SET day = '2022-09-01'"
    )


@on_postgresql
@pytest.mark.parametrize("tables", ["lib_term", "lib_letter CASCADE", "lib_promise, lib_term"])
def test_table_with_a_public_row_is_not_emptied(tables):
    make_term()
    execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError, match=r"^append-only: lib_"):
        execute(f"TRUNCATE {tables}")


@on_postgresql
def test_table_with_drafts_may_be_emptied():
    make_term(None)
    execute("SET CONSTRAINTS ALL IMMEDIATE")

    execute("TRUNCATE lib_letter CASCADE")

    assert not Term.objects.exists()


@on_postgresql
def test_refusal_has_the_code_of_a_restriction():
    make_term()

    with pytest.raises(IntegrityError) as raised:
        execute("DELETE FROM lib_term")
    assert raised.value.__cause__.pgcode == "23001"

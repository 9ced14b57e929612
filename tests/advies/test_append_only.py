"""What the public could read of the adviezen stays: dates, parties, deadlines and judgements, on both databases."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from advies.models import Agreement, AssessmentSource, Check, Deadline, News
from stroomop.lib import append_only
from tests.factories import (
    LONG_AGO,
    make_advies,
    make_agreement,
    make_assessment,
    make_check,
    make_deadline,
    make_news,
    make_report,
    make_response,
    make_responsibility,
    make_statement,
    make_user,
)

pytestmark = pytest.mark.django_db
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has it")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has it")

AUTUMN, END_OF_YEAR = date(2021, 9, 1), date(2021, 12, 31)
REFUSED = r"^append-only: advies_deadline\b"


def make_first_deadline(published_at=LONG_AGO):
    news = make_news(make_advies(), published_at=published_at)
    return make_deadline(make_agreement(news), date_from=AUTUMN, precision="seizoen", wording="najaar 2021")


def execute(sql, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def save(deadline):
    deadline.date_from = END_OF_YEAR
    deadline.save()


def bulk_update(deadline):
    deadline.date_from = END_OF_YEAR
    Deadline.objects.bulk_update([deadline], ["date_from"])


CHANGES = {
    "save": save,
    "update": lambda deadline: Deadline.objects.filter(pk=deadline.pk).update(date_from=END_OF_YEAR),
    "bulk_update": bulk_update,
    "plain SQL": lambda deadline: execute("UPDATE advies_deadline SET date_from = '2021-12-31'"),
}
DELETIONS = {
    "delete": lambda deadline: deadline.delete(),
    "delete many": lambda deadline: Deadline.objects.all().delete(),
    "plain SQL": lambda deadline: execute("DELETE FROM advies_deadline"),
}
WAYS = pytest.mark.parametrize("way", [*CHANGES.values(), *DELETIONS.values()], ids=[*CHANGES, *DELETIONS])


@WAYS
def test_first_deadline_stays_whoever_asks(way):
    deadline = make_first_deadline()
    make_deadline(deadline.agreement, date_from=END_OF_YEAR, precision="dag")

    with pytest.raises(IntegrityError, match=REFUSED), transaction.atomic():
        way(deadline)

    assert list(Deadline.objects.values_list("number", "date_from")) == [(1, AUTUMN), (2, END_OF_YEAR)]


@WAYS
@pytest.mark.parametrize("moment", [None, datetime(9999, 1, 1, tzinfo=UTC)], ids=["concept", "scheduled"])
def test_deadline_of_a_draft_may_change_and_go(way, moment):
    way(make_first_deadline(moment))

    left = [] if way in DELETIONS.values() else [END_OF_YEAR]
    assert list(Deadline.objects.values_list("date_from", flat=True)) == left


@on_sqlite
@pytest.mark.parametrize(
    "sql",
    [
        "REPLACE INTO advies_deadline SELECT * FROM advies_deadline",
        "INSERT OR REPLACE INTO advies_deadline SELECT * FROM advies_deadline",
        "UPDATE OR REPLACE advies_deadline SET id = {id} WHERE id <> {id}",
        "UPDATE OR REPLACE advies_deadline SET agreement_id = {agreement} WHERE id <> {id}",
    ],
)
def test_first_deadline_is_not_replaced(sql):
    deadline = make_first_deadline()
    make_first_deadline(None)

    with pytest.raises(IntegrityError, match=REFUSED):
        execute(sql.format(id=deadline.pk, agreement=deadline.agreement_id))


@on_postgresql
@pytest.mark.parametrize("tables", ["advies_deadline", "advies_news CASCADE"])
def test_ledger_is_not_emptied(tables):
    make_first_deadline()
    execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError, match=r"^append-only: advies_"):
        execute(f"TRUNCATE {tables}")


@pytest.mark.parametrize("moment", [None, datetime(9999, 1, 1, tzinfo=UTC)], ids=["concept", "scheduled"])
def test_public_news_is_never_a_draft_again(moment):
    news = make_first_deadline().agreement.news

    news.published_at = moment
    with pytest.raises(IntegrityError, match=r"^append-only: advies_news\b"), transaction.atomic():
        news.save()
    with pytest.raises(IntegrityError, match=r"^append-only: advies_news\b"), transaction.atomic():
        News.objects.update(published_at=moment)


def test_deadline_stays_when_its_agreement_would_move_to_a_draft():
    deadline = make_first_deadline()
    draft = make_agreement(make_news(published_at=None))

    with pytest.raises(IntegrityError, match=r"^append-only: advies_agreement\b"), transaction.atomic():
        Agreement.objects.filter(pk=deadline.agreement_id).update(news=draft.news)
    with pytest.raises(IntegrityError, match=REFUSED), transaction.atomic():
        Deadline.objects.update(agreement=draft)


def test_news_may_be_archived_and_keeps_its_deadlines():
    deadline = make_first_deadline()
    news = deadline.agreement.news
    news.archived_at = datetime(2022, 1, 1, tzinfo=UTC)
    news.save()

    assert not News.objects.get().is_public
    with pytest.raises(IntegrityError, match=REFUSED):
        deadline.delete()


def test_typo_in_a_text_may_be_mended():
    agreement = make_first_deadline().agreement
    agreement.title = "Zonder tikfout"
    agreement.save()
    News.objects.update(title="Goed", text="Goed geschreven.")

    mended = Agreement.objects.values_list("title", "news__title", "news__text").get()
    assert mended == ("Zonder tikfout", "Goed", "Goed geschreven.")
    assert agreement.history.first().title == "Zonder tikfout"


def test_check_and_judgement_outlive_the_account_that_made_them():
    user, advies = make_user(), make_advies()
    check, assessment = make_check(advies, checked_by=user), make_assessment(advies, assessed_by=user)

    user.delete()

    check.refresh_from_db()
    assessment.refresh_from_db()
    assert (check.checked_by, assessment.assessed_by, assessment.signed_name) == (None, None, "Test Beoordelaar")


MADE = {
    "report": make_report,
    "advies": make_advies,
    "responsibility": lambda: make_responsibility(make_advies()),
    "news": make_news,
    "agreement": lambda: make_agreement(make_news()),
    "deadline": make_first_deadline,
    "check": lambda: make_check(make_advies()),
    "assessment": lambda: make_assessment(make_advies()),
    "assessmentsource": lambda: AssessmentSource.objects.create(
        assessment=make_assessment(make_advies()), title="Testbron", url="https://example.nl/"
    ),
    "response": lambda: make_response(make_advies()),
    "statement": make_statement,
}
KEPT = {
    "report": "id published_at date_from date_to precision known_on",
    "advies": "id published_at report number",
    "responsibility": "id advies organisation role basis date_from date_to known_on supersedes",
    "news": "id published_at kind date_from date_to precision runs_until runs_until_precision known_on supersedes",
    "agreement": "id news promised_by",
    "deadline": "id agreement number kind date_from date_to precision wording reason source_title source_url known_on",
    "check": "id advies checked_on",
    "assessment": "id advies verdict reason signed_name organisation known_on",
    "assessmentsource": "id assessment url",
    "response": "id advies organisation answer asked_on known_on",
    "statement": "id published_at organisation advies known_on",
}


def another(field, item):
    """A value that the row does not have: none for one, and one for none."""
    if field.primary_key or getattr(item, field.attname) is None:
        return "'2001-01-01'" if field.get_internal_type() == "DateField" else "id + 1"
    return "NULL"


@pytest.mark.parametrize("name", MADE)
def test_each_row_keeps_what_it_said(name):
    item = MADE[name]()

    assert append_only.frozen_fields(item) == tuple(KEPT[name].split())
    for field in map(item._meta.get_field, KEPT[name].split()):
        with pytest.raises(IntegrityError, match=rf"^append-only: advies_{name}\b"):
            execute(f"UPDATE advies_{name} SET {field.column} = {another(field, item)}")
    with pytest.raises(IntegrityError, match=rf"^append-only: advies_{name}\b"):
        execute(f"DELETE FROM advies_{name}")


def test_draft_of_each_kind_may_go():
    for item in (make_report(published_at=None), make_news(published_at=None), make_statement(published_at=None)):
        assert append_only.frozen_fields(item) == ()
        item.delete()
    advies = make_advies(published_at=None)
    for item in (make_responsibility(advies), make_response(advies), advies):
        item.delete()

    assert not Check.objects.exists()

"""What a source said, and what was aimed at, stays: whoever asks, on both databases."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from monitor.models import Answer, Baseline, FigureCheck, PanelRound, Release, Scale, Stelling, Target
from monitor.models.ledger import Observation, PanelResult
from monitor.publication import publish, withdraw
from stroomop.lib import append_only
from tests.factories import LONG_AGO, make_indicator, make_observation, make_release, make_series, make_source

pytestmark = pytest.mark.django_db
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has it")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has it")
DRAFTS = pytest.mark.parametrize("moment", [None, datetime(9999, 1, 1, tzinfo=UTC)], ids=["concept", "scheduled"])
DAY = date(2024, 1, 1)


def make_first(published_at=LONG_AGO):
    release = make_release(published_at=published_at)
    return make_observation(make_series(make_indicator()), "2023", "1680.0", release=release)


def make_level(model, **kwargs):
    """Of an indicator that is no more than a draft: that makes no difference."""
    indicator, source = make_indicator(published_at=None), make_source()
    plain = {"indicator": indicator, "value": 0, "period_code": "2030", "source": source, "known_on": DAY}
    return model.objects.create(**plain, **kwargs)


def make_target():
    return make_level(Target, kind="bereiken")


def make_baseline():
    return make_level(Baseline)


def execute(sql, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def save(item):
    item.value = 7
    item.save()


def bulk_update(item):
    item.value = 7
    type(item).objects.bulk_update([item], ["value"])


CHANGES = {
    "save": save,
    "update": lambda item: type(item).objects.update(value=7),
    "bulk_update": bulk_update,
    "plain SQL": lambda item: execute(f"UPDATE {item._meta.db_table} SET value = '7'"),
}
DELETIONS = {
    "delete": lambda item: item.delete(),
    "delete many": lambda item: type(item).objects.all().delete(),
    "plain SQL": lambda item: execute(f"DELETE FROM {item._meta.db_table}"),
}
WAYS = pytest.mark.parametrize("way", [*CHANGES.values(), *DELETIONS.values()], ids=[*CHANGES, *DELETIONS])
MADE = {"observation": make_first, "target": make_target, "baseline": make_baseline}


@WAYS
@pytest.mark.parametrize("name", MADE)
def test_number_that_was_public_stays(name, way):
    item = MADE[name]()
    told = str(item.value)

    with pytest.raises(IntegrityError, match=rf"^append-only: monitor_{name}\b"), transaction.atomic():
        way(item)

    assert [str(kept.value) for kept in type(item).objects.all()] == [told]


@WAYS
@DRAFTS
def test_number_in_a_draft_may_change_and_go(moment, way):
    way(make_first(moment))

    left = [] if way in DELETIONS.values() else [7]
    assert [kept.value for kept in Observation.objects.all()] == left


KEPT = {
    "observation": "id release series period state value numerator denominator status approximate second_hand one_off"
    " mention_only note covered covered_of rank",
    "release": "id published_at source version known_on",
    "panelresult": "id release stelling group answer number",
    "target": "id indicator category kind value upper period_code source release known_on supersedes",
    "baseline": "id indicator category value period_code source release known_on supersedes",
    "figurecheck": "id indicator checked_on outcome",
}


def make_panel_result():
    scale = Scale.objects.create(name="Eens")
    panel_round = PanelRound.objects.create(name="Onderwijs", slug="onderwijs")
    statement = Stelling.objects.create(panel_round=panel_round, text="Ik word gehoord.", scale=scale)
    answer = Answer.objects.create(scale=scale, text="Eens", order=1)
    values = {"stelling": statement, "group": "jongeren", "answer": answer, "number": 40}
    return PanelResult.objects.create(release=make_release(), **values)


def make_figure_check():
    return FigureCheck.objects.create(indicator=make_indicator(), checked_on=DAY, outcome="niets-nieuws")


EVERY = MADE | {"release": make_release, "panelresult": make_panel_result, "figurecheck": make_figure_check}


def another(field, item):
    """A value that the row does not have: none for one, and one for none."""
    if field.primary_key or getattr(item, field.attname) is None:
        return "'2001-01-01'" if field.get_internal_type() == "DateField" else "'1'"
    return "NULL"


@pytest.mark.parametrize("name", KEPT)
def test_each_row_keeps_what_it_said(name):
    item = EVERY[name]()

    assert append_only.frozen_fields(item) == tuple(KEPT[name].split())
    for field in map(item._meta.get_field, KEPT[name].split()):
        value = "id + 1" if field.primary_key or field.is_relation else another(field, item)
        with pytest.raises(IntegrityError, match=rf"^append-only: monitor_{name}\b"):
            execute(f'UPDATE monitor_{name} SET "{field.column}" = {value}')
    with pytest.raises(IntegrityError, match=rf"^append-only: monitor_{name}\b"):
        execute(f"DELETE FROM monitor_{name}")


@on_sqlite
@pytest.mark.parametrize(
    "sql",
    [
        "REPLACE INTO monitor_observation SELECT * FROM monitor_observation",
        "INSERT OR REPLACE INTO monitor_observation SELECT * FROM monitor_observation",
        "UPDATE OR REPLACE monitor_observation SET id = {id} WHERE id <> {id}",
        "UPDATE OR REPLACE monitor_observation SET release_id = {release} WHERE id <> {id}",
    ],
)
def test_observation_is_not_replaced(sql):
    item = make_first()
    make_observation(item.series, "2023", "9", release=make_release(published_at=None))

    with pytest.raises(IntegrityError, match=r"^append-only: monitor_observation\b"):
        execute(sql.format(id=item.pk, release=item.release_id))


@on_postgresql
@pytest.mark.parametrize("name", MADE)
def test_ledger_is_not_emptied(name):
    MADE[name]()
    execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError, match=rf"^append-only: monitor_{name}\b"):
        execute(f"TRUNCATE monitor_{name} CASCADE")


@DRAFTS
def test_public_release_is_never_a_draft_again(moment):
    release = make_first().release

    release.published_at = moment
    with pytest.raises(IntegrityError, match=r"^append-only: monitor_release\b"), transaction.atomic():
        release.save()
    with pytest.raises(IntegrityError, match=r"^append-only: monitor_release\b"), transaction.atomic():
        publish([release], moment or datetime(2998, 1, 1, tzinfo=UTC))


def test_release_that_is_taken_back_keeps_its_figures():
    item = make_first()

    withdraw([item.release], "Fout.")

    with pytest.raises(IntegrityError, match=r"^append-only: monitor_observation\b"), transaction.atomic():
        item.delete()
    assert Release.objects.values_list("withdrawn_reason", "keeps_secret").get() == ("Fout.", False)


def test_figure_may_be_added_to_a_release_that_is_public():
    """It stays from then on. The importer never does so: a revision is a release of its own."""
    item = make_first()

    make_observation(item.series, "2024", "9", release=item.release)

    with pytest.raises(IntegrityError, match=r"^append-only: monitor_observation\b"), transaction.atomic():
        Observation.objects.filter(period__code="2024").delete()


def test_words_about_a_target_may_be_mended():
    target = make_target()
    target.text = "Zonder tikfout."
    target.save()

    assert Target.objects.get().text == "Zonder tikfout."

"""What a file brings about in the ledger and before the public."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from monitor.importer import LedgerChangedError, import_figures, take_back, write
from monitor.models import Category, Dimension, Import, Indicator, PublicFigure, Release, Series, Source
from monitor.models.ledger import Observation
from stroomop.lib import clock
from tests.factories import make_category, make_indicator
from tests.monitor.importer.kit import bring, checked, everything, held, ledger, make_catalogue, refused, told

pytestmark = pytest.mark.django_db
DAY, READ = date(2024, 5, 31), date(2026, 11, 22)
REVISED = [{"value": "12", "retrieved_note": "status=herzien"}, {"value": "11", "retrieved_note": "status=voorlopig"}]
ALL_NEW = "{} nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd"


@pytest.fixture(autouse=True)
def _catalogue(db):
    make_catalogue()


def test_write_keeps_all_that_a_row_says(tmp_path):
    note = "status=voorlopig; ondergrens, uit een tweede bron"
    record = {"value": "2.50", "numerator": "5", "denominator": "200", "retrieved_note": note, "losse_telling": "ja"}
    bring(tmp_path, record)

    said = Observation.objects.values().get()
    del said["id"], said["release_id"], said["series_id"], said["period_id"]
    assert said == {
        "state": "gemeten", "value": Decimal("2.50"), "numerator": Decimal(5), "denominator": Decimal(200),
        "status": "voorlopig", "rank": 9, "approximate": True, "second_hand": True, "one_off": True,
        "mention_only": False, "note": "ondergrens, uit een tweede bron", "covered": None, "covered_of": None,
    }  # fmt: skip
    assert str(Observation.objects.get().value) == "2.50"


def test_write_makes_series_period_and_one_release(tmp_path):
    category = make_category()
    record = {"value": "4", "breakdown_dimension": category.dimension.name, "breakdown_value": category.name}

    bring(tmp_path, {}, record, record | {"period": "2024"})

    key = category.key
    assert ledger() == [
        ("TEST", "", "2023", "10", DAY), ("TEST", key, "2023", "4", DAY), ("TEST", key, "2024", "4", DAY),
    ]  # fmt: skip
    assert held() == [("", "2023", "10"), (key, "2023", "4"), (key, "2024", "4")]
    assert list(Series.objects.get(key=key).categories.all()) == [category]
    assert list(Release.objects.values_list("version", "known_on", "batch__name")) == [(1, DAY, "figures.csv")]


def test_write_of_one_source_in_two_steps_makes_two_releases(tmp_path):
    bring(tmp_path, *REVISED, {"period": "2024"})

    said = PublicFigure.objects.order_by("release__version", "pk")
    assert list(said.values_list("release__version", "value", "status", "valid_to")) == [
        (1, Decimal(12), "herzien", None), (1, Decimal(10), "onbekend", None), (2, Decimal(11), "voorlopig", DAY),
    ]  # fmt: skip


def test_write_of_what_is_partly_known_makes_one_release(tmp_path):
    bring(tmp_path, {"published_on": "2024-05-31"})
    records = [{}, {"value": "12", "retrieved_note": "status=herzien"}, {"period": "2024"}]

    said = bring(tmp_path, *({"published_on": "2024-05-31"} | record for record in records))

    assert said == "1 nieuw, 1 herzien, 1 ongewijzigd, 0 geweigerd"
    assert list(Release.objects.order_by("pk").values_list("version", flat=True)) == [1, 2]


def test_write_a_second_time_changes_nothing(tmp_path):
    records = [*REVISED, {}, {"period": "2024"}, {"value": "7", "retrieved_note": "status=tegenstrijdig"}]
    assert bring(tmp_path, *records) == ALL_NEW.format(5)
    before = everything()

    assert bring(tmp_path, *records) == "0 nieuw, 0 herzien, 5 ongewijzigd, 0 geweigerd"
    assert everything() == before


def test_write_of_a_later_file_revises_since_then(tmp_path):
    bring(tmp_path, {}, {"period": "2024"})

    assert bring(tmp_path, {"value": "12"}, {"period": "2024"}) == "0 nieuw, 1 herzien, 1 ongewijzigd, 0 geweigerd"
    assert ledger()[:2] == [("TEST", "", "2023", "10", DAY), ("TEST", "", "2023", "12", READ)]
    assert (held(READ - timedelta(days=1))[0], held()[0]) == (("", "2023", "10"), ("", "2023", "12"))


def test_write_keeps_what_somebody_should_read(tmp_path):
    bring(tmp_path, {})
    bring(tmp_path, {"value": "12"}, {"period": "2024"}, {"period": "2025", "definition": "anders"})

    assert [list(batch.rows.values_list("number", "outcome")) for batch in Import.objects.order_by("pk")] == [
        [], [(2, "herzien"), (4, "nieuw")],
    ]  # fmt: skip


def test_write_keeps_it_from_the_public_for_as_long_as_asked(tmp_path):
    soon = clock.now() + timedelta(days=1)
    write(checked(tmp_path, {}), soon)
    write(checked(tmp_path, {"period": "2024"}), publish=False)

    assert (held(), len(ledger())) == ([], 2)
    with clock.fixed_at(soon):
        assert held() == [("", "2023", "10")]
    assert list(Import.objects.values_list("stage", flat=True)) == ["geschreven", "geschreven"]


def test_write_of_what_was_checked_before_another_file_came_is_refused(tmp_path):
    first, second = checked(tmp_path, {"value": "11"}), checked(tmp_path, {})
    write(second)
    before = everything()

    for late in (first, second):
        with pytest.raises(LedgerChangedError):
            write(late)

    assert everything() == before
    third = checked(tmp_path, {"value": "12"})
    take_back(second, "Fout.")
    with pytest.raises(LedgerChangedError):
        write(third)


def test_write_that_fails_leaves_nothing(tmp_path, monkeypatch):
    def fail(*arguments):
        raise RuntimeError

    before = everything()
    monkeypatch.setattr("monitor.publication.publish", fail)

    with pytest.raises(RuntimeError):
        bring(tmp_path, {}, {"indicator_code": "NIEUW"}, creates_missing=True)

    assert everything() == before


def test_write_makes_what_is_missing_as_a_draft(tmp_path):
    record = {
        "indicator_code": "NIEUW", "indicator_name": "Nieuw", "unit": "jongeren", "source_title": "Nieuwe bron",
        "source_url": "https://bron.test/", "origin": "Een ander", "breakdown_dimension": "sekse",
        "breakdown_value": "meisjes", "breakdown_dimension_2": "leeftijd", "breakdown_value_2": "12 tot 18",
    }  # fmt: skip
    twice = record | {"breakdown_value": "jongens", "period": "2024"}

    assert bring(tmp_path, record, twice, creates_missing=True) == ALL_NEW.format(2)

    new = Indicator.objects.get(code="NIEUW")
    assert (new.name, new.slug, new.unit, new.definition, new.published_at) == (
        "Nieuw", "nieuw", "jongeren", "een test", None,
    )  # fmt: skip
    source = Source.objects.get(title="Nieuwe bron")
    assert (source.url, source.origin) == ("https://bron.test/", "Een ander")
    assert set(Dimension.objects.values_list("slug", "name", "plural")) == {
        ("sekse", "sekse", "sekse"), ("leeftijd", "leeftijd", "leeftijd"),
    }  # fmt: skip
    assert set(Category.objects.values_list("dimension__name", "slug", "name")) == {
        ("sekse", "meisjes", "meisjes"), ("sekse", "jongens", "jongens"), ("leeftijd", "12-tot-18", "12 tot 18"),
    }  # fmt: skip
    keys = ["leeftijd=12-tot-18&sekse=jongens", "leeftijd=12-tot-18&sekse=meisjes"]
    assert list(Series.objects.order_by("key").values_list("key", flat=True)) == keys
    assert bring(tmp_path, record, twice) == "0 nieuw, 0 herzien, 2 ongewijzigd, 0 geweigerd"


def test_write_says_what_it_will_make(tmp_path):
    record = {"source_title": "Nieuw", "breakdown_dimension": "sekse", "breakdown_value": "meisjes"}

    batch = checked(tmp_path, record, creates_missing=True)

    made = "Het portaal maakt aan: de uitsplitsing 'sekse', de categorie 'meisjes' (sekse), de bron 'Nieuw'."
    assert told(batch) == [("nieuw", made, "", "10")]


def test_write_of_names_that_look_alike_makes_both(tmp_path):
    records = [{"breakdown_dimension": "sekse", "breakdown_value": name, "value": name[:1]} for name in ("1-a", "2 b")]
    alike = records[0] | {"breakdown_value": "1 a", "value": "3"}

    assert bring(tmp_path, *records, alike, creates_missing=True) == ALL_NEW.format(3)
    assert held() == [("sekse=1-a", "2023", "1"), ("sekse=2-b", "2023", "2"), ("sekse=1-a-2", "2023", "3")]


def test_write_refuses_to_make_what_can_not_be(tmp_path):
    said = refused(tmp_path, {"source_title": "X", "source_url": "javascript:alert(1)"}, creates_missing=True)

    assert said == (
        "Rij 2: Het portaal kan de bron 'X' niet aanmaken: webadres: Vul een webadres in dat begint met https://."
    )


def test_write_of_a_statline_file(tmp_path):
    make_indicator(code="OTS", statline_code="M000352", measure="overig")
    make_category(name="Utrecht", slug="utrecht", code="PV26")
    path = tmp_path / "85099NED.csv"
    path.write_text(
        "Measure;ValueAttribute;Value;Perioden;RegioS;Leeftijd\n"
        "M000352;None;25;2023JJ00;PV26;T001\nM000352;Impossible;;2023KW03;PV26;T001\n"
        "M000352;None;250;2023JJ00;NL01;T001\nM000353;None;2;2023JJ00;GM0363;12\n"
    )
    assert import_figures(path, READ, creates_missing=True).summary == ALL_NEW.format(4)

    [key] = Category.objects.filter(code="PV26")
    assert ledger() == [
        ("M000353", "leeftijd=12&regios=gm0363", "2023", "2", READ),
        ("OTS", "", "2023", "250", READ),
        ("OTS", key.key, "2023", "25", READ),
        ("OTS", key.key, "2023-Q3", None, READ),
    ]
    assert import_figures(path, READ).summary == "0 nieuw, 0 herzien, 4 ongewijzigd, 0 geweigerd"

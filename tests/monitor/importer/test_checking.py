"""What becomes of each row, with the message in Dutch."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from monitor.figure_files import Fault
from monitor.importer import check, check_rows, hand_in, import_figures, unpack
from monitor.models import Import, Indicator
from stroomop.lib import clock
from tests.factories import make_category, make_indicator, make_source
from tests.monitor.figures_file import write_figures
from tests.monitor.importer.kit import READ_ON, bring, checked, make_catalogue, refused, told

pytestmark = pytest.mark.django_db
EXAMPLES = "Schrijf bijvoorbeeld 2023, 2023-H1, 2023-Q3, 2023-06-30 of 2022/2023."


@pytest.fixture(autouse=True)
def _catalogue(db):
    make_catalogue()


def counts(batch):
    return batch.stage, batch.rows_read, batch.new, batch.revised, batch.unchanged, batch.refused


def test_check_of_a_first_file_finds_all_new(tmp_path):
    batch = checked(tmp_path, {}, {"period": "2024", "value": "."})

    assert counts(batch) == ("gecontroleerd", 2, 2, 0, 0, 0)
    unknown = "onbekend, te onzeker of geheim volgens de bron"
    assert told(batch) == [("nieuw", "", "", "10"), ("nieuw", "", "", unknown)]
    row = batch.rows.first()
    assert (row.number, row.label, row.cell) == (2, "Test, 2023", "TEST||jaar:2023")


def test_check_of_the_same_file_finds_all_unchanged(tmp_path):
    records = [{}, {"value": "9", "retrieved_note": "status=voorlopig"}, {"period": "2024"}]
    bring(tmp_path, *records)

    batch = checked(tmp_path, *records)

    assert counts(batch) == ("gecontroleerd", 3, 0, 0, 3, 0)


def test_check_finds_what_is_revised_in_one_file_by_status(tmp_path):
    batch = checked(
        tmp_path, {"retrieved_note": "status=voorlopig"}, {"value": "12", "retrieved_note": "status=herzien"}
    )

    assert told(batch) == [
        ("nieuw", "", "", "10 (voorlopig)"),
        ("herzien", "", "10 (voorlopig)", "12 (herzien of definitief)"),
    ]


def test_check_finds_another_number_of_the_same_source_later(tmp_path):
    bring(tmp_path, {})

    batch = checked(tmp_path, {"value": "12"})

    assert told(batch) == [("herzien", "", "10", "12")]
    assert batch.rows.get().content["published_on"] == "2026-11-22"


def test_check_finds_an_older_source(tmp_path):
    bring(tmp_path, {})
    make_source(title="Oud", date_from=date(2020, 1, 1), date_to=date(2020, 1, 1), precision="dag")

    batch = checked(tmp_path, {"source_title": "Oud", "value": "9"}, {"source_title": "Oud", "period": "2022"})

    older = "Een oudere versie: 10 blijft het geldende cijfer."
    assert told(batch) == [("nieuw", older, "", "9"), ("nieuw", "", "", "10")]


def test_check_of_a_row_twice_in_a_file(tmp_path):
    batch = checked(tmp_path, {}, {"value": "10.0"})

    assert told(batch) == [("nieuw", "", "", "10"), ("ongewijzigd", "Staat ook in rij 2.", "", "10,0")]


def test_check_refuses_the_same_cell_with_another_number(tmp_path):
    said = "Rij 2 geeft hiervoor 10, en deze rij 11. Laat er één staan, of zet er bij elk een andere status bij."

    assert refused(tmp_path, {}, {"value": "11"}) == f"Rij 3: {said}"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"indicator_code": "X"}, "Het portaal kent niet: de indicator 'X'."),
        ({"source_title": "X"}, "Het portaal kent niet: de bron 'X'."),
        (
            {"breakdown_dimension": "y", "breakdown_value": "X"},
            "Het portaal kent niet: de uitsplitsing 'y', de categorie 'X' (y).",
        ),
        ({"period": "2023-13"}, f"'2023-13' is geen periode. {EXAMPLES}"),
        ({"published_on": "2999-01-01"}, "De dag van bekendmaking moet nog komen: 2999-01-01."),
        ({"value": ".", "retrieved_note": "doelwaarde, geen meting"},
         "Een doel heeft een getal, en geldt voor hoogstens één categorie."),
    ],
)  # fmt: skip
def test_check_refuses_by_row_and_nothing_is_written(tmp_path, record, said):
    assert refused(tmp_path, {"period": "2022"}, record) == f"Rij 3: {said}"


def test_check_refuses_a_category_of_another_dimension(tmp_path):
    one, other = make_category(), make_category()
    record = {"breakdown_dimension": one.dimension.name, "breakdown_value": other.name}

    assert refused(tmp_path, record) == f"Rij 2: Het portaal kent niet: de categorie '{other.name}' ({one.dimension})."


@pytest.mark.parametrize(
    ("measure", "record", "said"),
    [
        ("personen", {"value": "-1"}, "Rij 2: Een aantal jongeren kan niet onder nul zijn: -1."),
        ("aandeel", {"value": "-1.5"}, None),
        ("overig", {"value": "-1", "numerator": "-1"}, None),
        (
            "aandeel",
            {"numerator": "-1", "denominator": "4"},
            "Rij 2: De teller is een aantal jongeren en kan niet onder nul zijn: -1.",
        ),
    ],
)
def test_check_refuses_a_number_of_people_below_zero(tmp_path, measure, record, said):
    Indicator.objects.update(measure=measure)

    if said:
        assert refused(tmp_path, record) == said
    else:
        assert bring(tmp_path, record) == "1 nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd"


def test_check_warns_of_another_definition_in_the_file(tmp_path):
    batch = checked(tmp_path, {}, {"period": "2024", "definition": "anders"}, {"period": "2025"})

    assert list(batch.rows.values_list("number", "warning")) == [
        (2, ""), (3, "De definitie is een andere dan in rij 2."), (4, ""),
    ]  # fmt: skip


def test_check_takes_the_day_of_a_source_only_when_it_has_been(tmp_path):
    make_source(title="Dit jaar", date_from=date(2026, 1, 1), date_to=date(2026, 12, 31), precision="jaar")
    make_source(title="Zonder dag")
    records = [{}, {"source_title": "Dit jaar"}, {"source_title": "Zonder dag"}, {"published_on": "2024-01-02"}]

    batch = checked(tmp_path, *records)

    days = [row.content["published_on"] for row in batch.rows.all()]
    assert days == ["2024-05-31", "2026-11-22", "2026-11-22", "2024-01-02"]


def test_check_that_is_done_again_forgets_the_first(tmp_path):
    batch = checked(tmp_path, {"value": "x"})
    assert counts(batch) == ("geweigerd", 1, 0, 0, 0, 1)

    check_rows(batch, [Fault(2, "Kapot.")])
    assert told(batch) == [("geweigerd", "Kapot.", "", "")]
    check_rows(batch, [])
    assert (counts(batch), batch.message) == (("gecontroleerd", 0, 0, 0, 0, 0), "")


def test_check_of_kept_rows_finds_the_same(tmp_path):
    batch = checked(tmp_path, {"numerator": "3", "denominator": "30"}, {"period": "2024", "value": "1.50"})
    before = list(batch.rows.values_list("number", "outcome", "content"))

    check_rows(batch, [unpack(content) for _, _, content in before])

    assert list(batch.rows.values_list("number", "outcome", "content")) == before


def test_check_keeps_numbers_as_the_ledger_holds_them(tmp_path):
    batch = checked(tmp_path, {})
    [row] = [unpack(row.content) for row in batch.rows.all()]

    check_rows(batch, [type(row)(**{name: getattr(row, name) for name in row.__slots__} | {"value": Decimal("1E+3")})])

    assert batch.rows.get().content["value"] == "1000"


def test_check_of_a_file_that_is_gone_or_closed_says_so(tmp_path, monkeypatch):
    def closed(*arguments):
        raise PermissionError

    path = write_figures(tmp_path, {})
    monkeypatch.setattr("pathlib.Path.open", closed)
    batch = hand_in(path.name, READ_ON)

    check(batch, path)

    said = "Het portaal kan dit bestand niet openen. Kijk of het er nog is, en of je het mag lezen."
    assert (*counts(batch), batch.message) == ("geweigerd", 0, 0, 0, 0, 0, said)


def test_hand_in_clears_away_what_was_cut_off_and_nothing_else(tmp_path, django_user_model):
    bring(tmp_path, {})
    cut_off, with_file, of_somebody = (checked(tmp_path, {"period": "2024"}) for _ in range(3))
    Import.objects.filter(pk=with_file.pk).update(file="imports/2026/x.csv")
    Import.objects.filter(pk=of_somebody.pk).update(by=django_user_model.objects.create())
    before = set(Import.objects.values_list("pk", flat=True))

    today = hand_in("vandaag.csv", READ_ON)
    assert set(Import.objects.values_list("pk", flat=True)) == before | {today.pk}
    with clock.fixed_at(clock.now() + timedelta(days=2)):
        batch = hand_in(f"{'x' * 300}\udce9.csv", READ_ON)

    assert set(Import.objects.values_list("pk", flat=True)) == before - {cut_off.pk} | {batch.pk}
    assert batch.name == f"{'x' * 195}?.csv"


def test_import_knows_the_codes_of_statline(tmp_path):
    make_indicator(code="OTS", statline_code="M000352")
    make_category(name="Utrecht", code="PV26")
    path = tmp_path / "85099NED.csv"
    path.write_text("Measure;ValueAttribute;Value;Perioden;RegioS\nM000352;None;25;2023JJ00;PV26\n")

    batch = import_figures(path, READ_ON, creates_missing=True)

    assert batch.summary == "1 nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd"

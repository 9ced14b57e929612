"""The whole way of a file, our own export, and somebody else who is first."""

import pytest

from monitor.importer import ImportRefusedError, import_figures, running
from monitor.models import Indicator, PublicFigure
from tests.monitor.figures_file import write_figures
from tests.monitor.importer.kit import READ_ON, bring, everything, ledger, make_catalogue, refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _catalogue(db):
    make_catalogue()


def exported():
    """The public figures in our own columns, as a reader downloads them."""
    return [
        {
            "period": figure.period.code,
            "value": "" if figure.value is None else str(figure.value),
            "reason": "" if figure.value is not None else figure.state,
            "status": figure.status,
            "numerator": "" if figure.numerator is None else str(figure.numerator),
            "denominator": "" if figure.denominator is None else str(figure.denominator),
            "vermelding": "ja" if figure.mention_only else "",
            "published_on": figure.release.known_on.isoformat(),
            "retrieved_note": figure.note,
        }
        for figure in PublicFigure.objects.select_related("period", "release")
    ]


@pytest.mark.parametrize("rounding", [1, 5])
def test_import_of_what_we_show_ourselves_is_unchanged(tmp_path, rounding):
    Indicator.objects.update(measure="personen", rounding=rounding)
    bring(
        tmp_path,
        {"value": "3", "retrieved_note": "een kleine groep"},
        {"value": "12", "period": "2022", "retrieved_note": "status=voorlopig"},
        {"value": "13", "period": "2022", "retrieved_note": "status=definitief"},
        {"value": "99", "period": "2022", "retrieved_note": "status=tegenstrijdig"},
        {"value": "44", "period": "2021", "numerator": "44", "denominator": "100"},
        {"value": ".", "period": "2020"},
    )
    bring(tmp_path, {"value": "46", "period": "2021"})
    before = everything()
    rows = exported()
    assert {row["reason"] for row in rows} == {"", "niet-getoond", "te-onzeker"}

    assert bring(tmp_path, *rows) == "0 nieuw, 0 herzien, 7 ongewijzigd, 0 geweigerd"
    assert everything() == before


def test_import_of_a_number_that_was_rounded_so_is_a_revision_without_its_day(tmp_path):
    Indicator.objects.update(measure="personen", rounding=5)
    bring(tmp_path, {"value": "12"})

    assert bring(tmp_path, {"value": "10"}) == "0 nieuw, 1 herzien, 0 ongewijzigd, 0 geweigerd"


def test_import_in_a_dry_run_writes_nothing_and_tells_of_every_row(tmp_path):
    before, told = everything(), []

    batch = import_figures(
        write_figures(tmp_path, {}, {"period": "2024"}),
        READ_ON,
        dry_run=True,
        report=lambda row: told.append(row.number),
    )

    assert (batch.summary, told) == ("2 nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd", [2, 3])
    assert everything() == before


def test_import_tells_of_refused_rows_alone(tmp_path):
    told = []
    path = write_figures(tmp_path, {}, {"value": "x"})

    with pytest.raises(ImportRefusedError) as error:
        import_figures(path, READ_ON, report=lambda row: told.append((row.number, row.message)))

    said = "Kolom 'value': 'x' is geen getal. Schrijf bijvoorbeeld 1,234.5."
    assert (told, str(error.value), error.value.about_file) == ([(3, said)], f"Rij 3: {said}", "")
    assert error.value.summary == "1 nieuw, 0 herzien, 0 ongewijzigd, 1 geweigerd"


def test_import_names_no_more_rows_than_somebody_reads(tmp_path):
    said = refused(tmp_path, *[{"value": "x"}] * 30)

    assert said.count("Rij ") == 20


@pytest.mark.parametrize("times", [2, running.TRIES])
def test_import_begins_again_when_somebody_else_was_first(tmp_path, monkeypatch, times):
    write, others = running.write, []

    def late(batch):
        if len(others) < times:
            others.append(len(others))
            # Another row each time, brought in the ordinary way.
            with monkeypatch.context() as patch:
                patch.setattr(running, "write", write)
                bring(tmp_path, {"period": str(2000 + len(others))})
        write(batch)

    path = write_figures(tmp_path, {}, {"period": "2001"}, name="mine.csv")
    monkeypatch.setattr(running, "write", late)

    if times == running.TRIES:
        with pytest.raises(ImportRefusedError) as error:
            import_figures(path, READ_ON)
        assert str(error.value) == "Iemand anders schrijft steeds in het register. Probeer het later nog eens."
        assert len(ledger()) == times
    else:
        assert import_figures(path, READ_ON).summary == "1 nieuw, 0 herzien, 1 ongewijzigd, 0 geweigerd"
        assert len(ledger()) == times + 1

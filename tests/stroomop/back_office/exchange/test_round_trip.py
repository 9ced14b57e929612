"""What is taken along comes back as it was: an export that is imported again changes nothing."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from projects.models import GlossaryTerm, Organisation, OrganisationSource, Publication
from projects.tables import GlossaryTable, OrganisationTable, PublicationTable
from stroomop.lib.exchange import CSV, XLSX, run
from stroomop.lib.table_files import LONGEST_TEXT, FileRefusedError
from tests import factories as make
from tests.rollback import rolled_back
from tests.stroomop.back_office.exchange.kit import TABLES, exported, one_of_each, written

pytestmark = pytest.mark.django_db
# What could be taken for something else: a formula, a number, a date, the end of a cell or of a line.
TEXTS = st.text(st.sampled_from("=+-@'\"\t;,|\r\n 019aé/.\x7f\u200b€"), max_size=12) | st.sampled_from(
    ["=1+1", "'=1", "2020-01-01", "1,5", "007", "ja", "x\n=y", "x;-y", "' @", "https://x.test/ | y"]
)


def cells(kind, content):
    if kind == CSV:
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    page = load_workbook(io.BytesIO(content)).active
    return [[cell.value or "" for cell in row] for row in page.iter_rows()]


@pytest.mark.parametrize("kind", [CSV, XLSX])
@pytest.mark.parametrize("name", TABLES)
def test_export_that_is_imported_again_changes_nothing(tmp_path, name, kind):
    one_of_each()

    report = run(written(tmp_path, exported(TABLES[name], kind)), TABLES[name](changes_public=True), write=True)

    assert {str(row.outcome) for row in report.rows} == {"ongewijzigd"}
    assert report.untouched == []
    assert not report.can_be_written


@pytest.mark.parametrize("kind", [CSV, XLSX])
@given(texts=st.lists(TEXTS, min_size=4, max_size=4), child=TEXTS)
def test_any_text_comes_back(tmp_path_factory, kind, texts, child):
    folder = tmp_path_factory.mktemp("tabel")
    with rolled_back():
        name, short, description, forms = texts
        organisation = make.make_organisation(
            name=name or "x", short_name=short, description=description, published_at=None
        )
        OrganisationSource.objects.create(organisation=organisation, title=child)
        organisation.former_names.create(name=child)
        make.make_term(other_forms=forms, explanation=description or "x", published_at=None)
        before = [list(model.objects.order_by("pk").values_list()) for model in (Organisation, GlossaryTerm)]

        for table in (OrganisationTable, GlossaryTable):
            report = run(written(folder, exported(table, kind)), table(), write=True)
            assert {str(row.outcome) for row in report.rows} == {"ongewijzigd"}, report.rows

        after = [list(model.objects.order_by("pk").values_list()) for model in (Organisation, GlossaryTerm)]
        assert before == after


@pytest.mark.parametrize("kind", [CSV, XLSX])
def test_empty_portal_gets_the_same_as_drafts(tmp_path, kind):
    """Also what belongs to an organisation that stands lower in the file."""
    one_of_each()
    Organisation.objects.update(published_at=None)
    taken = exported(OrganisationTable, kind)
    Publication.objects.all().delete()
    Organisation.objects.filter(slug="test").delete()
    Organisation.objects.all().delete()

    report = run(written(tmp_path, taken), OrganisationTable(), write=True)

    assert [(row.number, str(row.outcome)) for row in report.rows] == [(2, "nieuw"), (3, "nieuw")]
    assert Organisation.objects.get(slug="test").parent.name == cells(kind, taken)[2][1]
    assert cells(kind, exported(OrganisationTable, kind)) == cells(kind, taken)


@pytest.mark.parametrize("kind", [CSV, XLSX])
def test_columns_and_cells_are_those_of_the_manual(kind):
    one_of_each()

    header, _, row = sorted(cells(kind, exported(OrganisationTable, kind)), key=lambda row: row[0] == "test")

    assert header == OrganisationTable().names
    parent = Organisation.objects.get(slug="test").parent.name
    assert row == [
        "test", "Testorganisatie", "T", "gemeente, regio of uitvoerder", parent, "Regel een.\nRegel twee.",
        "https://test.example/", "Oude naam\nNog ouder", "Testbron | deel 2 | https://bron.test/\nBron zonder adres",
        "2026-11-01", "gepubliceerd",
    ]  # fmt: skip


def test_names_with_the_sign_between_are_told_by_their_address():
    one_of_each()

    [header, row] = cells(CSV, exported(PublicationTable, CSV))

    told = dict(zip(header, row, strict=True))
    assert (told["projecten"], told["thema's"], told["gevoelig"]) == ("Project B; project-a", "Testthema", "ja")
    assert (told["van"], told["tot en met"], told["zo precies als"]) == ("2020-11-01", "2020-11-30", "op de maand")


@pytest.mark.parametrize("kind", [CSV, XLSX])
@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "x\n=1"])
def test_no_cell_is_a_formula(kind, text):
    make.make_term(other_forms=text)

    told = cells(kind, exported(GlossaryTable, kind))[1][2]

    assert told in (f"'{text.strip()}", text.replace("\n", "\n'"))


def test_text_that_no_sheet_can_hold_is_refused_there():
    make.make_organisation(description="x" * (LONGEST_TEXT + 1))

    assert exported(OrganisationTable, CSV)
    with pytest.raises(FileRefusedError) as refused:
        exported(OrganisationTable, XLSX)
    assert str(refused.value) == "Een van de teksten is te lang voor Excel. Kies CSV."

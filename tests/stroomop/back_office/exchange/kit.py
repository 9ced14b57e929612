"""Tables as files, and what a look at one tells."""

import csv
import io
from pathlib import Path

from openpyxl import Workbook

from advies.tables import NewsTable
from projects.tables import GlossaryTable, OrganisationTable, PublicationTable
from stroomop.lib.exchange import download, run
from tests import factories as make

TABLES = {
    "organisation": OrganisationTable,
    "publication": PublicationTable,
    "glossaryterm": GlossaryTable,
    "news": NewsTable,
}


def csv_text(*records, delimiter=","):
    """The columns are those of the first record."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, records[0], delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(records)
    return text.getvalue()


def sheet_bytes(*rows):
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def written(folder, content):
    path = Path(folder) / "tabel"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def look(folder, table, *records, write=False, **options):
    return run(written(folder, csv_text(*records)), table(**options), write=write)


def lines(report):
    """Of each row its number, what becomes of it, its changes, and what is wrong."""
    return [
        (row.number, str(row.outcome), [tuple(change) for change in row.changes], list(row.messages))
        for row in report.rows
    ]


def faults(folder, table, record, **options):
    """What is wrong with the one row."""
    [row] = look(folder, table, record, **options).rows
    assert (row.outcome == "geweigerd") == bool(row.messages)
    return list(row.messages)


def exported(table, kind):
    return download(table(), table._meta.model.objects.all(), "test", kind).content


def one_of_each():
    """Of each table an item with something in every column."""
    advies, other = make.make_advies(number=4), make.make_advies(number=7)
    organisation = make.make_organisation(
        name="Testorganisatie", slug="test", short_name="T", kind="overheid", parent=make.make_organisation(),
        description="Regel een.\r\nRegel twee.", website="https://test.example/", checked_on="2026-11-01",
    )  # fmt: skip
    organisation.former_names.create(name="Oude naam")
    organisation.former_names.create(name="Nog ouder")
    organisation.sources.create(title="Testbron | deel 2", url="https://bron.test/")
    organisation.sources.create(title="Bron zonder adres")
    publication = make.make_publication(
        title="Testrapport", slug="testrapport", publisher=organisation, authors="T. Est", kind="kamerstuk",
        url="https://rapport.test/", sensitive=True, date_from="2020-11-01", date_to="2020-11-30", precision="maand",
    )  # fmt: skip
    publication.projects.add(
        make.make_project(name="Project B"), make.make_project(name="Project; A", slug="project-a")
    )
    publication.themes.add(make.make_theme(name="Testthema"))
    make.make_term(term="testwoord", slug="testwoord", other_forms="testwoorden; t.w.", published_at=None)
    news = make.make_news(
        advies, title="Testnieuws", slug="testnieuws", text="Een test.", kind="maatregel", date_from="2021-01-01",
        precision="jaar", runs_until="2022-12-31", runs_until_precision="jaar",
    )  # fmt: skip
    news.bearings.create(advies=other, derived=False)
    news.sources.create(title="Testbron", url="https://bron.test/")

"""A table as a file to take along: the same cells as CSV and as XLSX, and such that they can come back."""

import io
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from stroomop.lib import clock
from stroomop.lib.csv_file import cell_text, csv_response
from stroomop.lib.table_files import LONGEST_TEXT, FileRefusedError
from stroomop.lib.text import writable

from .cells import tidy
from .resource import TableResource

CSV, XLSX = "csv", "xlsx"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A spreadsheet makes no date or number of what is typed in a cell of this kind.
AS_TEXT = "@"
WIDE = 30


def download(resource: TableResource, items: QuerySet[Any], name: str, kind: str) -> HttpResponse:
    """``name`` is that of the file, without day and ending. Raises FileRefusedError for what no sheet can hold."""
    rows = [[tidy(column.export(item)) for column in resource.columns] for item in resource.with_related(items)]
    file_name = f"{name}-{clock.today().isoformat()}.{kind}"
    if kind == CSV:
        return csv_response(file_name, resource.names, rows)
    response = HttpResponse(sheet(name, resource.names, rows), content_type=SHEET)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file_name)
    return response


def sheet(name: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    if any(len(cell_text(cell)) > LONGEST_TEXT for row in rows for cell in row):
        raise FileRefusedError("Een van de teksten is te lang voor Excel. Kies CSV.")
    book = Workbook(write_only=True)
    page = book.create_sheet(name)
    page.freeze_panes = "A2"
    for number, _ in enumerate(header, 1):
        page.column_dimensions[get_column_letter(number)].width = WIDE
    for row in [header, *rows]:
        page.append([as_text(page, cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_text(page: Any, cell: str) -> WriteOnlyCell:
    written = WriteOnlyCell(page, cell_text(writable(cell)))
    written.number_format = AS_TEXT
    return written

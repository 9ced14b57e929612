"""Files with made-up figures, in every form that the portal reads."""

import csv
import io
import json
import tracemalloc
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from monitor.figure_files import Fault, FigureRow, FileRefusedError, read_figures
from monitor.figure_files.own import COLUMNS
from monitor.models.public import State, Status
from monitor.periods import ParsedPeriod

RECORD = {
    "indicator_code": "KNIKKERS",
    "indicator_name": "Knikkers in de zak",
    "definition": "knikkers die iemand telde",
    "unit": "knikkers",
    "period": "2023",
    "breakdown_dimension": "land",
    "breakdown_value": "Nederland",
    "value": "10",
    "source_title": "Knikkerboek",
    "source_url": "https://example.org/knikkers",
    "retrieved_note": "",
}
ROW = FigureRow(
    number=2,
    indicator="KNIKKERS",
    indicator_name="Knikkers in de zak",
    definition="knikkers die iemand telde",
    unit="knikkers",
    categories=(),
    period=ParsedPeriod("2023", "jaar", date(2023, 1, 1), date(2023, 12, 31)),
    state=State.MEASURED,
    value=Decimal(10),
    numerator=None,
    denominator=None,
    status=Status.UNKNOWN,
    rank=15,
    mention_only=False,
    is_target=False,
    approximate=False,
    one_off=False,
    second_hand=False,
    note="",
    source="Knikkerboek",
    source_url="https://example.org/knikkers",
    origin="",
    published_on=None,
)


def columns_of(records):
    return [*COLUMNS, *dict.fromkeys(name for record in records for name in record if name not in COLUMNS)]


def csv_text(*records, delimiter=","):
    """A line for each record: only what differs from RECORD, and what is more."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns_of(records), delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(RECORD | record for record in records)
    return file.getvalue()


def write(folder, content, name="cijfers.csv"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(folder, *records, delimiter=","):
    return [*read_figures(write(folder, csv_text(*records, delimiter=delimiter)))]


def read_one(folder, **record):
    [row] = read(folder, record)
    return row


def fault(folder, **record):
    [row] = read(folder, record)
    assert isinstance(row, Fault), row
    assert row.number == 2
    return row.message


def refusal(path):
    """The message; and no row comes before it."""
    rows = read_figures(path)
    try:
        row = next(rows)
    except FileRefusedError as error:
        return str(error)
    raise AssertionError(row)


def sheet_path(folder, *records, sheets=(), prepare=None, name="cijfers.xlsx"):
    """A workbook as a spreadsheet writes it; ``sheets`` are more of them, as rows of cells."""
    book = Workbook()
    columns = columns_of(records)
    book.active.append(columns)
    for record in records:
        book.active.append([(RECORD | record).get(column) for column in columns])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    if prepare:
        prepare(book.active)
    path = folder / name
    book.save(path)
    return path


class Memory:
    peak = 0


@contextmanager
def measured_memory():
    """How much memory the block takes at most, beyond what was taken before."""
    memory = Memory()
    tracemalloc.start()
    try:
        yield memory
        memory.peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


WORKBOOK = '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Blad1" r:id="rId1"/></sheets></workbook>'
RELATIONS = """<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>
<Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>"""
STYLES = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'


def raw_rows(*records):
    """The XML of rows, each cell a text in itself."""
    columns = columns_of(records)
    lines = [columns, *([(RECORD | record).get(column, "") for column in columns] for record in records)]
    cells = ("".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in line) for line in lines)
    return "".join(f"<row>{line}</row>" for line in cells)


def raw_path(folder, rows, **parts):
    """A workbook by hand, for what no spreadsheet writes. ``parts`` replace those of that name; None leaves one out."""
    sheet = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
    contents = {
        "xl/workbook.xml": parts.get("workbook", WORKBOOK),
        "xl/_rels/workbook.xml.rels": parts.get("relations", RELATIONS),
        "xl/worksheets/sheet1.xml": parts.get("sheet", sheet),
        "xl/sharedStrings.xml": parts.get("strings", "<sst/>"),
        "xl/styles.xml": parts.get("styles", STYLES),
        **parts.get("more", {}),
    }
    path = folder / "cijfers.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            if content is not None:
                archive.writestr(name, content)
    return path


OBSERVATION = {
    "Id": 1, "Measure": "K000001", "ValueAttribute": "None", "Value": 10, "StringValue": None,
    "RegioS": "GM9999  ", "Perioden": "2023JJ00",
}  # fmt: skip
CONTEXT = "https://data.example.org/CBS/12345NED/$metadata#Observations"


def json_path(folder, *observations, name="tabel.json", context=CONTEXT):
    """A table of StatLine: only what differs from OBSERVATION."""
    content = {"@odata.context": context, "value": [OBSERVATION | observation for observation in observations]}
    return write(folder, json.dumps(content), name)

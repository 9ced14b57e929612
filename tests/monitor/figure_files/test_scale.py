"""Many rows go through in little memory, in every form: reading them takes no more for more of them."""

import json
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from monitor.figure_files import FigureRow
from tests.monitor.figure_files.made_up import (
    CONTEXT,
    OBSERVATION,
    RECORD,
    csv_text,
    measured_memory,
    raw_path,
    read_figures,
    write,
)

ROWS = 20_000
pytestmark = pytest.mark.scale


def csv_file(folder):
    return write(folder, csv_text(*({"value": str(number)} for number in range(ROWS))))


def xlsx_file(folder):
    """As a spreadsheet writes it: every text once, and the cells point at it."""
    path = raw_path(folder, "", sheet=None, strings=None)
    texts = [*RECORD, *RECORD.values()]
    head = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(len(RECORD)))
    cells = "".join(f'<c t="s"><v>{number + len(RECORD)}</v></c>' for number in range(len(RECORD)))
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst>{''.join(f'<si><t>{text}</t></si>' for text in texts)}</sst>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f"<worksheet><sheetData><row>{head}</row>".encode())
            for _ in range(ROWS):
                sheet.write(f"<row>{cells}</row>".encode())
            sheet.write(b"</sheetData></worksheet>")
    return path


def json_file(folder):
    observations = (json.dumps(OBSERVATION | {"Value": number}) for number in range(ROWS))
    return write(folder, f'{{"@odata.context": "{CONTEXT}", "value": [{", ".join(observations)}]}}')


@pytest.mark.parametrize("make", [csv_file, xlsx_file, json_file])
def test_many_rows_are_read_in_little_memory(tmp_path, make):
    path = make(tmp_path)

    with measured_memory() as memory:
        rows = sum(isinstance(row, FigureRow) for row in read_figures(path))

    assert (rows, memory.peak < 3_000_000) == (ROWS, True), memory.peak

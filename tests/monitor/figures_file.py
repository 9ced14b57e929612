"""A file with figures in our own columns."""

import csv
from pathlib import Path

from monitor.figure_files.own import COLUMNS

RECORD = {
    "indicator_code": "TEST",
    "indicator_name": "Test",
    "definition": "een test",
    "unit": "tests",
    "period": "2023",
    "breakdown_dimension": "land",
    "breakdown_value": "Nederland",
    "value": "10",
    "source_title": "Bron",
    "source_url": "",
    "retrieved_note": "",
}


def write_figures(folder: Path, *records: dict[str, str], name: str = "figures.csv") -> Path:
    """The path of a file with a line for each record: only what differs from RECORD."""
    more = [column for record in records for column in record if column not in COLUMNS]
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, dict.fromkeys((*COLUMNS, *more)))
        writer.writeheader()
        writer.writerows(RECORD | record for record in records)
    return path

"""A file with figures, as the importer asks for it."""

import csv

from monitor.importer import COLUMNS

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


def write_figures(folder, *records, encoding="utf-8", columns=COLUMNS):
    """The path of a file with a line for each record: only what differs from RECORD."""
    path = folder / "figures.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(RECORD | record for record in records)
    return path

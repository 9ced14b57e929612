"""A file of figures as somebody hands it in."""

import csv
import io

from django.core.files.uploadedfile import SimpleUploadedFile

RECORD = {
    "indicator_code": "TEST",
    "indicator_name": "Test",
    "definition": "",
    "unit": "tests",
    "period": "2023",
    "breakdown_dimension": "land",
    "breakdown_value": "Nederland",
    "value": "10",
    "source_title": "Bron",
    "source_url": "",
    "retrieved_note": "status=definitief",
}


def figures(*records, name="cijfers.csv"):
    """With a line for each record: only what differs from RECORD."""
    text = io.StringIO()
    writer = csv.DictWriter(text, RECORD)
    writer.writeheader()
    writer.writerows(RECORD | record for record in records)
    return SimpleUploadedFile(name, text.getvalue().encode())

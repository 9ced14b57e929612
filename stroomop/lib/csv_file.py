"""Tables as a CSV file, for a spreadsheet as well as for a program."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import batched, chain

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from stroomop.lib.text import writable

# A spreadsheet knows UTF-8 by this mark alone.
BYTE_ORDER_MARK = "\ufeff"
CONTENT_TYPE = "text/csv; charset=utf-8; header=present"
# Rows that are sent together: one by one would be slow.
BATCH = 500
# The signs that begin a formula, also in their wide form, and what a spreadsheet passes over before them.
SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
PASSED_OVER = "\"'\u200b-\u200f\u2060\ufeff"
# An apostrophe before one makes one again, so that what we put there can be told from what stood there.
FORMULA = re.compile(rf"[\s{PASSED_OVER}]*[{SIGNS}]|[{PASSED_OVER}]*[\t\r\n]")
# Excel in Dutch cuts at a semicolon, whatever the file says, and then no longer sees which line breaks are quoted.
FORMULA_WITHIN = re.compile(rf"[;\r\n](?=[ \t\xa0{PASSED_OVER}]*[{SIGNS}])")


def csv_response(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A download as RFC 4180 describes it. ``name`` is that of the file, with its ending.

    Numbers are written as they are, None as an empty cell, all else as text that no spreadsheet takes for a formula.
    """
    response = HttpResponse(b"".join(_parts(header, rows)), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def csv_stream(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> StreamingHttpResponse:
    """The same for a table of any length: it is sent while it is read, and never in memory as a whole."""
    response = StreamingHttpResponse(_parts(header, rows), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def _parts(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    yield BYTE_ORDER_MARK.encode()
    for some in batched(chain([header], rows), BATCH, strict=False):
        file = io.StringIO(newline="")
        csv.writer(file, lineterminator="\r\n").writerows([cell_text(value) for value in row] for row in some)
        yield file.getvalue().encode()


def cell_text(value: object) -> str:
    """As it stands in a file: numbers as they are, all else as text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        # Never 1E-7.
        return format(value, "f")
    if isinstance(value, int | float):
        return str(value)
    text = FORMULA_WITHIN.sub(r"\g<0>'", writable(str(value)))
    return f"'{text}" if FORMULA.match(text) else text

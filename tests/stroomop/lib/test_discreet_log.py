import logging
import smtplib
import sys

import pytest

from stroomop.lib.discreet_log import DiscreetFormatter


def line(message: str, *arguments: object, exc_info: object = None) -> str:
    record = logging.LogRecord("test", logging.ERROR, "test.py", 1, message, arguments, exc_info)
    return DiscreetFormatter().format(record)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("To jan@test.example.", "To [adres]"),
        ("{'jan.de+vries@test.example': (550, b'no')}", "{'[adres]': (550, b'no')}"),
        ("<jan@test.example>, mailto:an@test.example", "<[adres]>, mailto:[adres]"),
        ("3 @ 5 euro in 2026", "3 @ 5 euro in 2026"),
        ("no\nDETAIL:  Failing row contains (1, Jan).\nmore", "no\nDETAIL: [rij]\nmore"),
    ],
)
def test_line_has_no_address_and_no_row(said, written):
    assert line("%s", said) == written


def test_traceback_of_a_letter_that_failed_has_no_address():
    try:
        raise smtplib.SMTPRecipientsRefused({"jan@test.example": (550, b"unknown")})
    except smtplib.SMTPRecipientsRefused:
        written = line("A letter could not be sent.", exc_info=sys.exc_info())

    assert written.splitlines()[-1] == "smtplib.SMTPRecipientsRefused: {'[adres]': (550, b'unknown')}"

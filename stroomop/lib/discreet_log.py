"""Faults without the people in them: what a line of the log says is often read by more than the portal is."""

import logging
import re

# A mail server that refuses somebody names the address; PostgreSQL quotes the row that it would not take.
ADDRESS = re.compile(r"[^\s<>'\"(),:;=/@]+@[^\s<>'\"(),:;/@]+")
QUOTED_ROW = re.compile(r"^DETAIL: .*$", re.MULTILINE)


class DiscreetFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return ADDRESS.sub("[adres]", QUOTED_ROW.sub("DETAIL: [rij]", super().format(record)))

"""Reads a JSON file value by value, with never more of it in memory than one value and what was read ahead."""

import json
from decimal import Decimal
from typing import TextIO

CHUNK = 1 << 16
# In characters. An observation has a few hundred.
LONGEST_VALUE = 100_000
SPACE = " \t\r\n"
# Behind a number that is read in part: nothing, or 1 of 1.5, or 1.5 of 1.5e+3.
HALFWAY = ("", ".", "e", "E")


class JsonValues:
    """Takes the values from a file one after another. Raises ValueError where it is no JSON."""

    def __init__(self, file: TextIO) -> None:
        self.file = file
        # What is read of the file and not taken yet, from ``at`` on.
        self.text, self.at = "", 0
        self.decoder = json.JSONDecoder(parse_float=Decimal, parse_int=Decimal, parse_constant=_no_number)

    def peek(self) -> str:
        """The next sign that is no white space; empty at the end."""
        self._skip_space()
        while self.at == len(self.text) and self._fill():
            self._skip_space()
        return self.text[self.at : self.at + 1]

    def expect(self, signs: str) -> str:
        """One of the signs; the end of the file where there are none."""
        sign = self.peek()
        if sign not in [*signs] if signs else sign:
            raise ValueError
        self.at += len(sign)
        return sign

    def take(self) -> object:
        self.peek()
        while True:
            try:
                value, end = self.decoder.raw_decode(self.text, self.at)
            except json.JSONDecodeError:
                if not self._fill():
                    raise
            else:
                # A number may go on in what is not read yet.
                if self.text[end : end + 1] not in HALFWAY or not self._fill():
                    self.at = end
                    return value

    def _skip_space(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in SPACE:
            self.at += 1

    def _fill(self) -> bool:
        """Reads on. False at the end of the file."""
        if len(self.text) - self.at > LONGEST_VALUE:
            raise ValueError
        more = self.file.read(CHUNK)
        self.text, self.at = self.text[self.at :] + more, 0
        return bool(more)


def _no_number(text: str) -> None:
    """NaN and Infinity, which JSON doesn't have and Python reads."""
    raise ValueError(text)

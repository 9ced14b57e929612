"""What the adviezen on one A4 say."""

from datetime import date

from tests.factories import (
    make_agreement,
    make_deadline,
    make_news,
)
from tests.pages import main, words

# Of an advies of which we know nothing.
NOTHING = ["onbekend", "Geen nieuws met datum gevonden", "Nog niet nagekeken: dat ligt aan ons.", "Nog niet beoordeeld"]
URL = "/adviezen/op-een-a4/"
CHECKED = date(2026, 11, 22)


def on(day: date) -> dict[str, object]:
    return {"date_from": day, "date_to": day, "precision": "dag"}


def in_year(year: int) -> dict[str, object]:
    return {"date_from": date(year, 1, 1), "date_to": date(year, 12, 31), "precision": "jaar"}


def part(response, name: str) -> list[str]:
    """The paragraphs of one part of the sheet."""
    block = main(response).partition(f'<div class="sheet-{name}">')[2].partition("</div>")[0]
    return [words(line) for line in block.split("<p>")[1:]]


def promise(advies, *dates: dict[str, object], **kwargs):
    agreement = make_agreement(make_news(advies, known_on=date(2021, 1, 1)), **kwargs)
    for row in dates:
        make_deadline(agreement, **row)
    return agreement

"""How a value stands in a cell. Each ``clean()`` raises ValueError, in Dutch, with what to do."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field, Model
from import_export.widgets import Widget

from stroomop.lib.table_files import Cell, quoted
from stroomop.lib.table_files.cells import UNREADABLE
from stroomop.lib.table_files.sheet_values import EPOCH

NEW_LINE = re.compile(r"\r\n|\r")
ISO_DAY, DUTCH_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"), re.compile(r"[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{4}")
# A day of our time, as the number that a spreadsheet keeps.
SERIAL_DAY = re.compile(r"[1-9][0-9]{4}")
BETWEEN = re.compile(r"[;\n]")
YES, NO = "ja", "nee"


def tidy(value: object) -> str:
    """As a cell holds it: without space around it, and with one kind of line break."""
    return "" if value is None else NEW_LINE.sub("\n", UNREADABLE.sub("", str(value))).strip()


def shown(cell: Cell) -> str:
    """What a reader sees in the cell, whatever kind of value the file made of it."""
    match cell:
        case date():
            return cell.isoformat()
        case Decimal():
            return format(cell, "f")
        case _:
            return tidy(cell)


def words(cell: Cell) -> str:
    """For a column of text. A number was meant as text there; of a date nobody knows how it was written."""
    if isinstance(cell, date):
        raise ValueError("hier hoort geen datum. Maak van de cel tekst en typ de inhoud opnieuw.")
    return shown(cell)


class TextCell(Widget):
    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field

    def clean(self, value: Cell, row: Any = None, **kwargs: Any) -> Any:
        """As the field itself puts it in the database, which for rich text is clean."""
        return self.field.get_prep_value(words(value))

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return tidy(value)


class ChoiceCell(Widget):
    """In the words of the form."""

    def __init__(self, field: Any) -> None:
        super().__init__()
        self.labels = {str(value): str(label) for value, label in field.flatchoices}

    def clean(self, value: Cell, row: Any = None, **kwargs: Any) -> str:
        text = words(value)
        for choice, label in self.labels.items():
            if text.casefold() in (choice.casefold(), label.casefold()):
                return choice
        if text:
            raise ValueError(f"{quoted(text)} kan niet. Kies uit: {'; '.join(self.labels.values())}.")
        return ""

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return self.labels.get(value, tidy(value))


class DayCell(Widget):
    def clean(self, value: Cell, row: Any = None, **kwargs: Any) -> date | None:
        if isinstance(value, date):
            return value
        text = shown(value)
        if not text:
            return None
        if SERIAL_DAY.fullmatch(text):
            meant = EPOCH + timedelta(days=int(text))
            raise ValueError(
                f"het rekenprogramma maakte van een datum het getal {text}. Dat is {meant}. Klopt dat? Maak van de cel "
                "tekst en schrijf de datum zo op."
            )
        parts = [int(part) for part in re.split("[-/]", text)] if any_day(text) else []
        try:
            return date(*(parts if ISO_DAY.fullmatch(text) else parts[::-1]))
        except (TypeError, ValueError):
            raise ValueError(f"{quoted(text)} is geen datum. Schrijf JJJJ-MM-DD, zoals 2026-11-22.") from None

    def render(self, value: date | None, obj: Any = None, **kwargs: Any) -> str:
        return value.isoformat() if value else ""


def any_day(text: str) -> bool:
    """Also the day first, as a Dutch spreadsheet writes it in a CSV file."""
    return bool(ISO_DAY.fullmatch(text) or DUTCH_DAY.fullmatch(text))


class YesCell(Widget):
    def clean(self, value: Cell, row: Any = None, **kwargs: Any) -> bool:
        text = words(value)
        if text.casefold() not in (YES, NO, ""):
            raise ValueError(f"{quoted(text)} kan niet. Schrijf ja of nee.")
        return text.casefold() == YES

    def render(self, value: bool, obj: Any = None, **kwargs: Any) -> str:
        return YES if value else NO


class ReferenceCell(Widget):
    """Another item, by its name as staff know it; its address will do as well."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def clean(self, value: Cell, row: Any = None, **kwargs: Any) -> Model | None:
        text = words(value)
        return self.find(text) if text else None

    def find(self, text: str) -> Model:
        items = self.model._default_manager
        found: Model | None = items.filter(name=text).first() or items.filter(slug=text).first()
        if found is None:
            kind = self.model._meta.verbose_name
            raise ValueError(f"{quoted(text)} kennen we niet. Verbeter de naam, of maak eerst zo’n {kind} aan.")
        return found

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return tidy(value.name) if value else ""


class ReferencesCell(ReferenceCell):
    """Several, parted by a semicolon."""

    def clean(self, value: Cell, row: Any = None, **kwargs: Any) -> Any:
        return [self.find(part) for part in parted(words(value))]

    def render(self, value: Iterable[Any], obj: Any = None, **kwargs: Any) -> str:
        # A name that would be cut in two is told by its address.
        names = [item.slug if BETWEEN.search(item.name) else tidy(item.name) for item in value]
        return "; ".join(sorted(names, key=str.casefold))


def parted(text: str) -> list[str]:
    """Each part once."""
    return list(dict.fromkeys(part for piece in BETWEEN.split(text) if (part := piece.strip())))


class ChildrenCell(Widget):
    """Rows below the item, one on a line: what is written of each, and read, are two functions."""

    def __init__(self, write: Callable[[Any], str], read: Callable[[str], Any], parent: str) -> None:
        super().__init__()
        self.write, self.read, self.parent = write, read, parent

    def clean(self, value: Cell, row: Any = None, **kwargs: Any) -> list[Model]:
        lines = dict.fromkeys(line for piece in words(value).split("\n") if (line := piece.strip()))
        children = [self.read(line) for line in lines]
        for child in children:
            try:
                child.full_clean(exclude=[self.parent], validate_unique=False, validate_constraints=False)
            except ValidationError as error:
                raise ValueError(f"{quoted(str(child))}: {' '.join(error.messages)}") from error
        return children

    def render(self, value: Iterable[Any], obj: Any = None, **kwargs: Any) -> str:
        return "\n".join(NEW_LINE.sub(" ", tidy(self.write(child))).replace("\n", " ") for child in value)

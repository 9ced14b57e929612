"""What differs between two versions of an item, in words as staff know them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.text import capfirst

from stroomop.lib.richtext import RichTextField

from .sheets import Row, Sheet, Values, sheet_of_form
from .snapshot import Data
from .word_changes import Marked, word_changes
from .words import EMPTY, Names, in_words, look_up

NOT_YET = "(was er niet)"
NO_MORE = "(weggehaald)"
ONLY_MARKS = "(alleen de opmaak of een link is anders)"
SAME_NAME = "(een ander met dezelfde naam)"


@dataclass(frozen=True)
class Difference:
    label: str
    before: str
    after: str

    @property
    def is_change(self) -> bool:
        return self.before != self.after

    @cached_property
    def marked(self) -> Marked:
        """Both sides as HTML, with the words marked that changed; not where one of the sides says nothing."""
        says_nothing = {EMPTY, NOT_YET, NO_MORE} & {self.before, self.after}
        return Marked.plain(self.before, self.after) if says_nothing else word_changes(self.before, self.after)


def differences(model_admin: Any, request: HttpRequest, item: Any, before: Data, after: Data) -> list[Difference]:
    """Between two forms of this item as they were sent, or as ``stored()`` makes them."""
    old, new = (sheet_of_form(model_admin, request, item, data) for data in (before, after))
    return compare(old, new, names_on(old, new))


def names_on(*sheets: Sheet) -> Names:
    return look_up(value for sheet in sheets for value in sheet.values())


def compare(before: Sheet, after: Sheet, names: Names) -> list[Difference]:
    return [line for line in side_by_side(before, after, names) if line.is_change]


def side_by_side(before: Sheet, after: Sheet, names: Names) -> Iterator[Difference]:
    """Each field and each row that both know of, whether it changed or not."""
    yield from fields(before.own, after.own, names)
    for table, rows in after.rows.items():
        # A table that only one of them has says nothing: it came or went with the rights of who sent the form.
        for old, new in pairs(before.rows.get(table, rows), rows):
            yield from row_lines(table[0], old, new, names)


def fields(before: Values, after: Values, names: Names, start: str = "") -> Iterator[Difference]:
    for field, value in after.items():
        old, new = in_words(field, before[field], names), in_words(field, value, names)
        if old == new and before[field] != value:
            new = f"{new}\n{ONLY_MARKS if isinstance(field, RichTextField) else SAME_NAME}"
        yield Difference(capfirst(f"{start}{field.verbose_name}"), old, new)


# A row with its place in the table.
Place = tuple[int, Row]


def pairs(before: list[Row], after: list[Row]) -> list[tuple[Place | None, Place | None]]:
    """The same rows beside each other, in the order of the second table; what is only in the first comes last. New
    rows have no key: they are the same when they say the same, and else go by their order."""
    old, left = list(enumerate(before, 1)), list(enumerate(after, 1))
    found: dict[int, Place] = {}
    for is_same in (
        lambda one, other: one.key is not None and one.key == other.key,
        lambda one, other: one.key is None is other.key and one.values == other.values,
        lambda one, other: one.key is None is other.key,
    ):
        for number, row in left:
            match = next((place for place in old if number not in found and is_same(place[1], row)), None)
            if match:
                found[number] = match
                old.remove(match)
    return [*((found.get(number), (number, row)) for number, row in left), *((place, None) for place in old)]


def row_lines(model: Any, old: Place | None, new: Place | None, names: Names) -> Iterator[Difference]:
    name = model._meta.verbose_name
    if old and new and old[1].values != new[1].values:
        yield from fields(old[1].values, new[1].values, names, f"{name} {new[0]}: ")
        return
    before, after = (told(place[1], names) if place else "" for place in (old, new))
    number = next(place[0] for place in (new, old) if place)
    yield Difference(capfirst(f"{name} {number}"), before or NOT_YET, after or NO_MORE)


def told(row: Row, names: Names) -> str:
    """All that a row says."""
    said = [(field, in_words(field, value, names)) for field, value in row.values.items() if value is not None]
    if len(said) == 1:
        return said[0][1]
    return "\n".join(f"{capfirst(field.verbose_name)}: {words}" for field, words in said) or EMPTY

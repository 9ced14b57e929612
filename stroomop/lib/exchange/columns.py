"""The columns of a table, each of a field of the model and under the name that the form has for it."""

from operator import attrgetter
from typing import Any

from django.db.models import Model
from import_export.fields import Field
from import_export.widgets import Widget

from .cells import ChildrenCell, ChoiceCell, DayCell, ReferenceCell, ReferencesCell, TextCell, YesCell

ADDRESS = ("http://", "https://")
# Between the title of a source and its address.
BAR = " | "


class Column(Field):
    """``needed``: what to say where the cell is empty and the model itself does not mind."""

    def __init__(self, attribute: str, name: str, widget: Widget, *, needed: str = "") -> None:
        super().__init__(attribute=attribute, column_name=name, widget=widget)
        self.needed = needed

    def keep(self, instance: Any) -> None:
        """For what can only be written once the item is there."""


class ListColumn(Column):
    """Of rows in another table: what was read stays in hand until the item itself is saved."""

    @property
    def in_hand(self) -> str:
        return f"_{self.attribute}_of_the_file"

    def get_value(self, instance: Any) -> list[Any]:
        if (read := getattr(instance, self.in_hand, None)) is not None:
            return list(read)
        return list(getattr(instance, self.attribute).all()) if instance.pk else []

    def save(self, instance: Any, row: Any, is_m2m: bool = False, **kwargs: Any) -> None:
        setattr(instance, self.in_hand, self.clean(row, **kwargs))

    def keep(self, instance: Any) -> None:
        if (read := getattr(instance, self.in_hand, None)) is not None:
            self.replace(getattr(instance, self.attribute), read)

    def replace(self, manager: Any, read: list[Any]) -> None:
        manager.set(read)


class ChildrenColumn(ListColumn):
    def replace(self, manager: Any, read: list[Any]) -> None:
        manager.all().delete()
        manager.add(*read, bulk=False)


def text(model: type[Model], attribute: str, name: str = "") -> Column:
    field: Any = model._meta.get_field(attribute)
    return Column(attribute, name or str(field.verbose_name), TextCell(field))


def one_of(model: type[Model], attribute: str, name: str = "") -> Column:
    """One of the choices of the field."""
    field: Any = model._meta.get_field(attribute)
    return Column(attribute, name or str(field.verbose_name), ChoiceCell(field))


def day(model: type[Model], attribute: str) -> Column:
    return Column(attribute, verbose_name(model, attribute), DayCell())


def yes(model: type[Model], attribute: str) -> Column:
    return Column(attribute, verbose_name(model, attribute), YesCell())


def reference(model: type[Model], attribute: str) -> Column:
    return Column(attribute, verbose_name(model, attribute), ReferenceCell(related(model, attribute)))


def references(model: type[Model], attribute: str) -> Column:
    return ListColumn(attribute, verbose_name(model, attribute), ReferencesCell(related(model, attribute)))


def listed(attribute: str, name: str, child: Any, field: str, parent: str) -> Column:
    """Rows that are one word or name each."""

    def read(line: str) -> Model:
        row: Model = child(**{field: line})
        return row

    return ChildrenColumn(attribute, name, ChildrenCell(attrgetter(field), read, parent))


def sources(child: Any, parent: str, *, needed: str = "") -> Column:
    """Rows with a title and perhaps an address."""

    def write(source: Any) -> str:
        return BAR.join(filter(None, [source.title, source.url]))

    def read(line: str) -> Any:
        title, bar, url = line.rpartition(BAR)
        if not bar and line.startswith(ADDRESS):
            raise ValueError(f"zet voor het webadres eerst de titel van de pagina, met '{BAR}' ertussen.")
        return child(title=title, url=url) if bar and looks_like_an_address(url) else child(title=line)

    return ChildrenColumn("sources", "bronnen", ChildrenCell(write, read, parent), needed=needed)


def looks_like_an_address(url: str) -> bool:
    """Also one that a link may not have: then the field says so, where it would else become a part of the title."""
    return "://" in url or url.startswith("www.")


def verbose_name(model: type[Model], attribute: str) -> str:
    field: Any = model._meta.get_field(attribute)
    return str(field.verbose_name)


def related(model: type[Model], attribute: str) -> Any:
    return model._meta.get_field(attribute).related_model

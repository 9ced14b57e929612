"""A table of the back-office: its columns, and what a row of a file may do to an item."""

from typing import Any, ClassVar, NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import QuerySet
from import_export.resources import ModelResource
from import_export.results import RowResult
from import_export.widgets import Widget

from stroomop.lib import clock
from stroomop.lib.append_only import frozen_fields
from stroomop.lib.slugs import free_slug
from stroomop.lib.table_files import Record, quoted

from .cells import shown, tidy
from .columns import Column
from .loading import KeyLoader

FIXED = "dit ligt vast sinds het openbaar is. Zet de oude waarde terug. Was die fout? Herstel het in het beheer."
NOT_BY_FILE = "met een import publiceer of archiveer je niet. Maak de cel leeg."
ALREADY = (
    "Dit is al {}. Haal de rij weg, of lever het bestand opnieuw in met het vinkje "
    "‘Wijzig ook wat al gepubliceerd of ingepland is’."
)


class Change(NamedTuple):
    column: str
    was: str
    now: str


class Status(Column):
    """To be read: a file that says anything else than how it stands would be misunderstood."""

    def __init__(self) -> None:
        super().__init__("status", "status", Widget())

    def save(self, instance: Any, row: Any, is_m2m: bool = False, **kwargs: Any) -> None:
        if shown(row[self.column_name]):
            raise ValueError(NOT_BY_FILE)


class TableResource(ModelResource):
    """What is new comes in as a draft. What the public reads, or will read, changes only where somebody said so, and
    never what is append-only. Columns that the file lacks stay as they are."""

    # The field that staff know an item by.
    label: ClassVar[str]
    columns: ClassVar[list[Column]]
    # The column with another item of the same table, which then has to be there first.
    parent: ClassVar[str] = ""
    joined: ClassVar[list[str]] = []
    prefetched: ClassVar[list[str]] = []

    class Meta:
        fields = ()
        import_id_fields = ("slug",)
        instance_loader_class = KeyLoader
        clean_model_instances = True
        skip_diff = True
        store_instance = True
        use_transactions = True

    def __init__(self, *, changes_public: bool = False) -> None:
        super().__init__()
        self.fields = {column.attribute: column for column in self.columns}
        self.changes_public = changes_public
        # The lines of the file, in the order of its rows.
        self.numbers: list[int] = []
        # Of the rows so far: the line that an address, or a name, stood on.
        self.seen: dict[tuple[str, str], int] = {}
        self.was: dict[str, str] = {}
        self.changes: list[Change] = []
        self.is_new = False

    @property
    def names(self) -> list[str]:
        return [column.column_name for column in self.columns]

    def key(self, row: Any) -> str:
        return shown(row[self.fields["slug"].column_name])

    def name(self, row: Any) -> str:
        return shown(row.get(self.fields[self.label].column_name, ""))

    def in_order(self, records: list[Record]) -> list[Record]:
        """As they stand, but for those that another one belongs to: these come first."""
        if self.parent not in self.fields:
            return records
        column = self.fields[self.parent].column_name
        by_name = {told: record for record in records for told in (self.key(record.cells), self.name(record.cells))}
        by_name.pop("", None)
        ordered: dict[int, Record] = {}
        for record in records:
            line: dict[int, Record] = {}
            above: Record | None = record
            while above and above.number not in ordered and above.number not in line:
                line[above.number] = above
                above = by_name.get(shown(above.cells.get(column, "")))
            ordered |= reversed(line.items())
        return [*ordered.values()]

    def get_queryset(self) -> QuerySet[Any]:
        return self.with_related(super().get_queryset())

    def with_related(self, items: QuerySet[Any]) -> QuerySet[Any]:
        """With all that a row of the table tells."""
        joined: list[Any] = [*self.joined] or [None]
        return items.select_related(*joined).prefetch_related(*self.prefetched)

    def init_instance(self, row: Any = None) -> Any:
        model = self._meta.model
        return model(slug=self.key(row) or free_slug(model.objects.all(), self.name(row), model._meta.model_name))

    def import_row(self, row: Any, instance_loader: Any, **kwargs: Any) -> RowResult:
        self.was, self.changes, self.is_new = {}, [], False
        result = super().import_row(row, instance_loader, **kwargs)
        result.changes, result.label = self.changes, self.name(row) or self.key(row)
        return result

    def after_init_instance(self, instance: Any, new: bool, row: Any, **kwargs: Any) -> None:
        self.is_new = new
        self.check_seen(instance, row, self.numbers[kwargs["row_number"] - 1])
        self.was = {column.column_name: tidy(column.export(instance)) for column in self.columns}

    def check_seen(self, instance: Any, row: Any, number: int) -> None:
        """A row that stands there twice, or perhaps does, would be done twice."""
        address, name = ("address", instance.slug), ("name", self.name(row))
        before = self.seen.get(address) or (None if self.key(row) else self.seen.get(name))
        if before:
            raise ValidationError(f"Dit is dezelfde als rij {before}. Haal er één weg, of geef ze elk een eigen adres.")
        self.seen |= {address: number, name: number}

    def import_field(self, field: Any, instance: Any, row: Any, is_m2m: bool = False, **kwargs: Any) -> None:
        column, was = field.column_name, self.was[field.column_name]
        must_be_read = self.is_new and bool(field.needed)
        if field.attribute == "slug" or (column not in row and not must_be_read):
            return
        cell = row.get(column, "")
        # What stands there already is right, also where it could no longer be typed.
        if shown(cell) == was and not must_be_read:
            return
        try:
            if field.needed and not shown(cell):
                raise ValueError(field.needed)
            field.save(instance, {column: cell})
        except ValueError:
            self.changes.append(Change(column, was, shown(cell)))
            raise
        if (now := tidy(field.export(instance))) != was:
            self.changes.append(Change(column, was, now))

    def skip_row(self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None) -> bool:
        return not (self.is_new or self.changes)

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        errors = {**(import_validation_errors or {})}
        if not self.is_new:
            errors |= self.refusals(instance)
        super().validate_instance(instance, errors, validate_unique)

    def refusals(self, instance: Any) -> dict[str, ValidationError]:
        changed = {change.column for change in self.changes}
        errors = {
            name: ValidationError(FIXED)
            for name in self.fixed(instance)
            if name in self.fields and self.fields[name].column_name in changed
        }
        if instance.published_at is not None and not self.changes_public:
            errors[NON_FIELD_ERRORS] = ValidationError(ALREADY.format(instance.status))
        return errors

    def fixed(self, instance: Any) -> tuple[str, ...]:
        """The names of the columns that no longer change."""
        return frozen_fields(instance)

    def before_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        if instance.has_been_public:
            instance.changed_at = clock.now()

    def after_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        for column in self.columns:
            column.keep(instance)

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """No row brings a primary key, so there is no sequence to set right."""

    def words(self, error: ValidationError) -> tuple[str, ...]:
        """All that is wrong with a row, each with its column."""
        names = {attribute: column.column_name for attribute, column in self.fields.items()}
        return tuple(
            f"Kolom {quoted(names[name])}: {message.rstrip('.')}." if name in names else message
            for name, messages in ValidationError.update_error_dict(error, {}).items()
            for message in ValidationError(messages).messages
        )

"""Our own content, from YAML files into the database: through the models, and only what is not there yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models, transaction

from monitor.importer import ImportRefusedError, import_figures
from monitor.models import Indicator
from monitor.publication import refresh_indicators
from stroomop.lib import append_only, clock
from stroomop.models import LoadedItem


@dataclass(frozen=True)
class Kind:
    """A content file. ``key`` tells two entries apart; ``reference`` is how other files name an entry."""

    model: str
    key: tuple[str, ...] = ("slug",)
    reference: str = "slug"

    @property
    def path(self) -> Path:
        app, name = self.model.lower().split(".")
        return settings.BASE_DIR / app / "content" / f"{name}.yaml"


# In the order in which they refer to each other.
KINDS = (
    Kind("stroomop.HelpLine"),
    Kind("stroomop.TextBlock", ("key",)),
    Kind("stroomop.Page"),
    Kind("projects.Theme"),
    Kind("projects.Hoofddoel", ("number",), "number"),
    Kind("projects.Veranderopgave", ("kind", "number")),
    Kind("projects.Randvoorwaarde", ("number",), "number"),
    Kind("projects.Organisation"),
    Kind("projects.Project"),
    Kind("projects.Update"),
    Kind("projects.Lesson"),
    Kind("projects.Publication"),
    Kind("projects.Event"),
    Kind("projects.Person"),
    Kind("projects.Story"),
    Kind("projects.Initiative"),
    Kind("projects.GlossaryTerm"),
    Kind("projects.Redirect", ("path",), "path"),
    Kind("advies.Report"),
    Kind("advies.Advies", ("number",), "number"),
    Kind("advies.News"),
    Kind("advies.Check", ("advies", "checked_on")),
    Kind("monitor.Speerpunt"),
    Kind("monitor.Dimension"),
    Kind("monitor.Indicator", ("code",), "code"),
    Kind("monitor.Source", ("title",), "title"),
    Kind("monitor.Definition", ("indicator", "valid_from")),
    Kind("monitor.Break", ("indicator", "on")),
    Kind("monitor.Target", ("indicator", "period_code")),
    Kind("monitor.Baseline", ("indicator", "period_code")),
    Kind("monitor.ChartEvent", ("title",)),
    Kind("monitor.AdviesIndicator", ("advies", "indicator")),
    Kind("monitor.ProjectIndicator", ("project", "indicator")),
)
REFERENCES = {kind.model.lower(): kind.reference for kind in KINDS}


class ContentError(Exception):
    """A content file that can't be loaded; the message names the file, the entry and the fault."""


# The day the sources of our content were read.
READ_ON = date(2026, 11, 22)
FIGURES = Path("monitor/content/figures.csv")


def load_content() -> dict[str, int]:
    """Create what is missing and return how many of each. All or nothing."""
    with transaction.atomic():
        created = {kind.model: sum(load_entry(kind, entry) for entry in read(kind)) for kind in KINDS}
        created[FIGURES.name] = load_figures()
        # An entry may have brought another rule for what the public may see.
        refresh_indicators(Indicator.objects.all())
    return created


def load_figures() -> int:
    """How many were new; none without the file."""
    if not (path := settings.BASE_DIR / FIGURES).exists():
        return 0
    try:
        batch = import_figures(path, READ_ON)
    except ImportRefusedError as error:
        raise ContentError(f"{FIGURES.name}: {error}") from error
    return batch.new + batch.revised


def read(kind: Kind) -> Iterator[dict[str, Any]]:
    try:
        entries = yaml.safe_load(kind.path.read_text(encoding="utf-8"))
    # A date that does not exist, and bytes that are no text, are a ValueError.
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise ContentError(f"{kind.path.name}: {error}") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ContentError(f"{kind.path.name}: must be a list of entries, each with fields.")
    yield from entries


def load_entry(kind: Kind, entry: dict[str, Any]) -> bool:
    """Whether the entry was created. What was loaded once stays as the editors made it, or is gone as they wished."""
    model = apps.get_model(kind.model)
    if missing := [name for name in kind.key if name not in entry]:
        raise ContentError(f"{kind.path.name}: an entry without {', '.join(missing)}: {entry}")
    names = {"model": model._meta.label_lower, "key": " ".join(str(entry[name]) for name in kind.key)}
    try:
        if (loaded := LoadedItem.objects.filter(**names).first()) is not None:
            complete(model, entry, loaded)
            return False
        key = {name: column_value(model, name, entry[name]) for name in kind.key}
        if model._default_manager.filter(**key).exists():
            return False
        item = create(model, entry)
        reference = entry.get(kind.reference) or ""
        LoadedItem.objects.create(**names, reference=reference, object_id=item.pk, fields=list(entry))
    except (LookupError, FieldDoesNotExist, ValidationError, TypeError, ValueError) as error:
        where = ", ".join(str(entry[name]) for name in kind.key)
        reason = faults(error) if isinstance(error, ValidationError) else error
        raise ContentError(f"{kind.path.name}, entry {where}: {reason}") from error
    return True


def faults(error: ValidationError) -> str:
    """What is wrong with an entry, by field where Django tells."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return "; ".join(f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items())


def create(model: type[models.Model], entry: dict[str, Any], **parent: models.Model) -> models.Model:
    """One row with its children. An entry with ``published: false`` stays a draft."""
    if not isinstance(entry, dict):
        raise TypeError(f"'{entry}' must be a {model._meta.verbose_name} with fields.")
    columns, lists = split(model, entry)
    if entry.get("published", True) and any(field.name == "published_at" for field in model._meta.fields):
        # To the minute, as the form of the back-office shows it.
        columns["published_at"] = clock.now().replace(second=0, microsecond=0)
    instance = model(**columns, **parent)
    instance.full_clean()
    instance.save()
    for name, values in lists.items():
        fill(instance, name, values)
    return instance


def complete(model: type[models.Model], entry: dict[str, Any], loaded: LoadedItem) -> None:
    """Give an item what its entry had no field for when it was loaded, unless an editor filled that already."""
    new = {name: value for name, value in entry.items() if name not in loaded.fields}
    if not new:
        return
    if (instance := model._default_manager.filter(pk=loaded.object_id).first()) is not None:
        columns, lists = split(model, new)
        frozen = append_only.frozen_fields(instance)
        for name, value in columns.items():
            field: Any = model._meta.get_field(name)
            if name not in frozen and getattr(instance, name) in (None, "", field.get_default()):
                setattr(instance, name, value)
        try:
            instance.full_clean()
        except ValidationError:
            # It does not go together with what an editor made of it: theirs stays.
            instance.refresh_from_db()
        instance.save()
        for name, values in lists.items():
            if not getattr(instance, name).exists():
                fill(instance, name, values)
    loaded.fields += new
    loaded.save()


def split(model: type[models.Model], entry: dict[str, Any]) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """The columns of the row itself, and the lists that become other rows or links to them."""
    columns: dict[str, Any] = {}
    lists: dict[str, list[Any]] = {}
    for name, value in entry.items():
        if name == "published":
            continue
        field = model._meta.get_field(name)
        many = field.many_to_many or field.one_to_many
        if isinstance(value, list) and not many:
            raise TypeError(f"{name} takes one value, not a list.")
        if isinstance(value, list):
            lists[name] = value
        else:
            columns[name] = column_value(model, name, value)
    return columns, lists


def column_value(model: type[models.Model], name: str, value: Any) -> Any:
    """The value of a field; a reference becomes the row it names."""
    field = model._meta.get_field(name)
    return find(field.related_model, value) if isinstance(field, models.ForeignKey) and value is not None else value


def fill(instance: models.Model, name: str, values: list[Any]) -> None:
    """The many side: references by name, or children with fields of their own."""
    field: Any = instance._meta.get_field(name)
    if isinstance(field, models.ManyToManyField):
        getattr(instance, name).set([find(field.related_model, value) for value in values])
        return
    for value in values:
        create(field.related_model, value, **{field.field.name: instance})


def find(model: Any, value: Any) -> models.Model:
    """The row that a file names. Raises LookupError with the name when there is none."""
    reference = REFERENCES[model._meta.label_lower]
    loaded = LoadedItem.objects.filter(model=model._meta.label_lower, reference=value).values("object_id")
    # As it was called when it was loaded, whatever an editor has made of it since.
    as_loaded, as_named = (
        model._default_manager.filter(pk__in=loaded),
        model._default_manager.filter(**{reference: value}),
    )
    if (found := as_loaded.first() or as_named.first()) is None:
        raise LookupError(f"there is no {model._meta.verbose_name} with {reference} '{value}'.")
    return found

"""Models of the tests' own, kept append-only: two steps from the moment of publication, and public from the start."""

from datetime import date
from typing import ClassVar

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.test.utils import isolate_apps

from stroomop.lib.append_only import AppendOnly
from tests.factories import LONG_AGO

# Apart from those of the site: these have no migrations.
with isolate_apps("tests.stroomop.lib"):

    class Letter(models.Model):
        published_at = models.DateTimeField(null=True)
        slug = models.SlugField(unique=True)
        title = models.CharField(max_length=50)

        append_only: ClassVar = AppendOnly(("slug",), public="published_at")

        class Meta:
            app_label = "lib"

        def __str__(self) -> str:
            return self.title

    class Promise(models.Model):
        letter = models.ForeignKey(Letter, models.CASCADE)
        title = models.CharField(max_length=50)

        append_only: ClassVar = AppendOnly((), public="letter__published_at")

        class Meta:
            app_label = "lib"

        def __str__(self) -> str:
            return self.title

    class Term(models.Model):
        promise = models.ForeignKey(Promise, models.CASCADE)
        number = models.IntegerField()
        day = models.DateField(null=True)
        wording = models.CharField(max_length=50)
        first = models.BooleanField(default=False)

        append_only: ClassVar = AppendOnly(("number", "day"), public="promise__letter__published_at")

        class Meta:
            app_label = "lib"
            unique_together = [("promise", "day")]
            constraints = [
                models.UniqueConstraint(fields=["promise", "number"], name="term_number"),
                models.UniqueConstraint(fields=["promise"], condition=Q(first=True, wording__gt=""), name="term_first"),
            ]

        def __str__(self) -> str:
            return self.wording

    class Look(models.Model):
        day = models.DateField()
        note = models.CharField(max_length=50)

        append_only: ClassVar = AppendOnly(("day",))

        class Meta:
            app_label = "lib"

        def __str__(self) -> str:
            return self.note

    class Nickname(models.Model):
        name = models.CharField(max_length=50)

        class Meta:
            app_label = "lib"
            constraints = [models.UniqueConstraint(Lower("name"), name="nickname_once")]

        def __str__(self) -> str:
            return self.name


DAY = date(2021, 9, 1)
MODELS = [Letter, Promise, Term, Look]


def create_tables() -> None:
    """Inside the transaction of a test, where SQLite lets nobody enter the schema editor."""
    editor = connection.schema_editor()
    editor.deferred_sql = []
    for model in MODELS:
        editor.create_model(model)
    for statement in editor.deferred_sql:
        editor.execute(statement)


def make_term(published_at=LONG_AGO, **kwargs):
    letter = Letter.objects.create(published_at=published_at, slug=f"brief-{Letter.objects.count()}", title="Brief")
    promise = Promise.objects.create(letter=letter, title="Plan")
    return Term.objects.create(**{"promise": promise, "number": 1, "day": DAY, "wording": "najaar", **kwargs})


def execute(sql, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def assert_refused(sql, *values, table="lib_term"):
    with pytest.raises(IntegrityError, match=f"^append-only: {table}\\b"):
        execute(sql, *values)

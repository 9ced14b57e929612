from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce, TruncDate


def fill_known_on(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A report was known on the last day of its date, and what it asks of whom on that day as well."""
    Report = apps.get_model("advies", "Report")
    Responsibility = apps.get_model("advies", "Responsibility")
    published = Report.objects.exclude(published_at=None)
    published.update(known_on=Coalesce("date_to", "date_from", TruncDate("published_at")))
    known = Report.objects.filter(adviezen=OuterRef("advies")).values("known_on")
    Responsibility.objects.update(known_on=Coalesce(Subquery(known), F("known_on")))


class Migration(migrations.Migration):

    dependencies = [
        ("advies", "0003_follow_up"),
    ]

    operations = [
        migrations.RunPython(fill_known_on, migrations.RunPython.noop),
    ]

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def remember_what_was_loaded(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """All that an item could have until now, so that load_content fills only what comes with later releases."""
    LoadedItem = apps.get_model("stroomop", "LoadedItem")
    for label in LoadedItem.objects.values_list("model", flat=True).distinct().order_by("model"):
        names = [field.name for field in apps.get_model(label)._meta.get_fields()]
        LoadedItem.objects.filter(model=label).update(fields=names)


class Migration(migrations.Migration):

    dependencies = [
        ("stroomop", "0002_loaded_item"),
        ("projects", "0001_initial"),
        ("advies", "0002_relations"),
        ("monitor", "0001_initial"),
    ]

    # The fields that this one adds were never loaded.
    run_before = [
        ("projects", "0002_network_memory"),
    ]

    operations = [
        migrations.AddField(
            model_name="loadeditem",
            name="fields",
            field=models.JSONField(
                default=list,
                help_text="Wat de bestanden al eens vulden, blijft zoals de redactie het maakt.",
                verbose_name="geladen velden",
            ),
        ),
        migrations.RunPython(remember_what_was_loaded, migrations.RunPython.noop),
    ]

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils.text import slugify


def copy_to_conditions(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Each randvoorwaarde of a project, as a relation that can say on what ground it was laid."""
    Project = apps.get_model("projects", "Project")
    Condition = apps.get_model("projects", "Condition")
    Condition.objects.bulk_create(
        Condition(project_id=pair.project_id, randvoorwaarde_id=pair.randvoorwaarde_id)
        for pair in Project.randvoorwaarden.through.objects.all()
    )


def fill_former_addresses(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """As FormerNameBase.save() does from now on."""
    for former in apps.get_model("projects", "FormerName").objects.all():
        former.slug = slugify(former.name)[:80]
        former.save(update_fields=["slug"])


class Migration(migrations.Migration):

    dependencies = [
        ("projects", "0002_network_memory"),
    ]

    operations = [
        migrations.RunPython(copy_to_conditions, migrations.RunPython.noop),
        migrations.RunPython(fill_former_addresses, migrations.RunPython.noop),
    ]

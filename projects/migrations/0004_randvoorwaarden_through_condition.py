from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("projects", "0003_fill_conditions_and_former_addresses"),
    ]

    operations = [
        migrations.RemoveField(model_name="project", name="randvoorwaarden"),
        migrations.AddField(
            model_name="project",
            name="randvoorwaarden",
            field=models.ManyToManyField(
                related_name="projects", through="projects.Condition", to="projects.randvoorwaarde"
            ),
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("advies", "0004_fill_known_on"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('published_at', None), ('known_on__isnull', False), _connector='OR'), name='advies_report_public_is_known', violation_error_message='Vul in wanneer dit openbaar werd.'),
        ),
    ]

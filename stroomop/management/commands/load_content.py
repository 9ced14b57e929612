from typing import Any

from django.core.management.base import BaseCommand, CommandError

from stroomop.content import ContentError, load_content


class Command(BaseCommand):
    help = "Load our own content from the YAML files: only what is not in the database yet."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            created = load_content()
        except ContentError as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        self.stdout.write(f"{sum(created.values())} items created; what was there stayed as it is.")

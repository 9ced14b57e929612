from typing import Any

from django.core.management.base import BaseCommand

from stroomop.drafts import publish_due


class Command(BaseCommand):
    help = "Publish the changes whose moment is there. For cron, every minute; twice at once does no harm."

    def handle(self, *args: Any, **options: Any) -> None:
        published, refused = publish_due()
        if published or refused:
            self.stdout.write(f"{published} published, {refused} refused.")

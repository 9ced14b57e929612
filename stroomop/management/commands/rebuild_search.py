from typing import Any

from django.core.management.base import BaseCommand

from stroomop.search.index import rebuild


class Command(BaseCommand):
    help = "Make the index of search right, from everything that is or will be public."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild()} entries put right.")

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from stroomop.links.looking import CheckError, check_links
from stroomop.models import LinkCheck

LIMIT = 200


class Command(BaseCommand):
    help = "Look whether links on public pages still work: those that were not looked at for the longest time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--limit", type=int, default=LIMIT, help="How many addresses at most.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["limit"] < 1:
            raise CommandError("--limit must be 1 or more.")
        try:
            report = check_links(options["limit"])
        except CheckError as error:
            raise CommandError(f"Nothing is remembered of any visit. {error}") from error
        self.stdout.write(
            f"{report.visited} links visited: {report.failed} failed, {report.unseen} would not let us look. "
            f"{report.dead} failed on {LinkCheck.DEAD_AFTER} days or more."
        )

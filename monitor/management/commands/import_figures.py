import sys
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from monitor.importer import ImportRefusedError, import_figures
from monitor.models import ImportRow
from stroomop.lib import clock


class Command(BaseCommand):
    help = "Bring a file of figures (CSV, XLSX, CBS StatLine) into the ledger and publish it: all of it, or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Say per row what would happen; write nothing.")
        parser.add_argument(
            "--create-missing",
            action="store_true",
            help="Make indicators (as drafts), categories, dimensions and sources that the portal does not know.",
        )
        parser.add_argument(
            "--read-on", type=date.fromisoformat, help="The day the sources were read, YYYY-MM-DD; without it today."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if options["read_on"] and options["read_on"] > clock.today():
            raise CommandError("De dag waarop de bronnen gelezen zijn, moet nog komen.")
        try:
            batch = import_figures(
                path,
                options["read_on"],
                creates_missing=options["create_missing"],
                dry_run=options["dry_run"],
                report=self.say,
            )
        except ImportRefusedError as error:
            self.stderr.write(f"Er is niets geschreven. {error.about_file}".strip())
            self.stdout.write(error.summary)
            sys.exit(1)
        self.stdout.write(batch.summary)

    def say(self, row: ImportRow) -> None:
        """One line about a row, in Dutch."""
        change = f"was {row.was}, is {row.value}" if row.was else row.value
        shown = row.shown and f"op de site: {row.shown}"
        parts = [row.outcome, row.label, change, shown, row.message, row.warning and f"Let op: {row.warning}"]
        self.stdout.write(f"Rij {row.number}: {'; '.join(filter(None, parts))}")

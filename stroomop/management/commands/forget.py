from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Model

from stroomop.privacy.forgetting import files_with, forget
from stroomop.privacy.person import Person
from stroomop.privacy.places import place
from stroomop.privacy.sweeping import sweep
from stroomop.privacy.table import RULES
from stroomop.privacy.traces import find

# What is shorter stands in too many other words.
SHORTEST = 3


class Command(BaseCommand):
    help = "Clear what is past its time; for cron, once a day. With a name or an address: forget that person."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", default="", help="Whom to forget, as it was written.")
        parser.add_argument("--email", default="", help="The address of whom to forget.")
        parser.add_argument("--yes", action="store_true", help="Do it. Without it you see where the words stand.")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person(*(" ".join(options[name].replace("\0", " ").split()) for name in ("name", "email")))
        if not (person.name or person.email):
            self.clear()
            return
        if any(0 < len(words) < SHORTEST for words in (person.name, person.email)):
            raise CommandError(f"A name or an address has {SHORTEST} characters or more.")
        if options["yes"]:
            self.forget(person)
        self.report(person)
        if not options["yes"]:
            self.stdout.write("Nothing was changed. Add --yes to forget.")

    def clear(self) -> None:
        done = [(rule, *rule.apply()) for rule in RULES]
        for rule, _, count in done:
            self.stdout.write(f"{rule.name}: {count}")
        self.sweep(model for _, model, count in done if count)

    def forget(self, person: Person) -> None:
        cleared = forget(person)
        for model, count in cleared.items():
            self.stdout.write(f"{model._meta.verbose_name_plural}: {count} cleared")
        self.sweep(cleared)

    def report(self, person: Person) -> None:
        """Where it stands, and never the words: this output may end up in a log."""
        for trace in find(person):
            self.stdout.write(f"Stands in {place(trace)}")
        for name in files_with(person):
            self.stdout.write(f"Stands in the content file {name}")

    def sweep(self, models: Iterable[type[Model]]) -> None:
        if not sweep(models):
            raise CommandError(
                "All of it is out of the tables, but the file of the database still has it in its free space, because "
                "somebody else was using it. Run this once more."
            )

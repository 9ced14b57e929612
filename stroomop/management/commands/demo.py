import threading
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError
from django.utils.crypto import get_random_string

from stroomop.drafts import publish_due

ADMIN = "beheer"
NEW_PASSWORD = f"MODE=demo python3 -m uv run manage.py changepassword {ADMIN}"


# How often a demo looks whether the moment of a change is there, in seconds.
PAUSE = 20


def publish_until(stop: threading.Event) -> None:
    """What cron does in production."""
    while not stop.wait(PAUSE):
        publish_due()


class Command(BaseCommand):
    help = "Make the database, load all content, make an admin account and serve the portal. Keeps what is there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("addrport", nargs="?", default="127.0.0.1:8000", help="ADDRESS:PORT, as with runserver.")
        parser.add_argument("--no-serve", action="store_true", help="Stop when everything is ready.")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("The demo shows a password on screen, so it does not run with MODE=production.")
        # Nothing is collected for a demo; whitenoise only wants the folder to be there.
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        try:
            call_command("migrate", verbosity=0)
        except OperationalError as error:
            raise CommandError(f"The database of DATABASE_URL can't be reached. {error}") from error
        call_command("load_content", stdout=self.stdout)
        self.make_admin()
        if not options["no_serve"]:
            self.stdout.write(f"StroomOP: http://{options['addrport']}/   beheer: http://{options['addrport']}/beheer/")
            # The server does not return; who reads along in a file must see the password too.
            self.stdout.flush()
            stop = threading.Event()
            threading.Thread(target=publish_until, args=[stop], daemon=True).start()
            try:
                call_command("runserver", options["addrport"], use_reloader=False)
            finally:
                stop.set()

    def make_admin(self) -> None:
        users = get_user_model().objects
        if users.filter(username=ADMIN).exists():
            self.stdout.write(f"The account '{ADMIN}' exists. A new password: {NEW_PASSWORD}")
            return
        password = get_random_string(16)
        users.create_superuser(ADMIN, password=password)
        self.stdout.write(f"Account '{ADMIN}', password '{password}' (shown once).")

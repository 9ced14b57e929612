from typing import Any

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate, pre_migrate

from stroomop.lib import append_only
from stroomop.roles import write_roles


class StroomopConfig(AppConfig):
    name = "stroomop"
    verbose_name = "Site"

    def ready(self) -> None:
        from . import checks, sign_ins  # noqa: F401, PLC0415 - they register themselves, once the apps are there
        from .search import index, storage  # noqa: PLC0415 - they ask for the models, once the apps are there

        # With this app as the sender, so once: Django sends these for each app, before and after all migrations.
        pre_migrate.connect(lift_append_only, sender=self)
        post_migrate.connect(install_append_only, sender=self)
        post_migrate.connect(write_roles, sender=self)
        post_migrate.connect(storage.install, sender=self)
        index.connect()


def lift_append_only(plan: list[Any], **kwargs: Any) -> None:
    """SQLite refuses to make a table anew that the triggers of another read."""
    if plan:
        append_only.drop()


def install_append_only(**kwargs: Any) -> None:
    append_only.install()


class BackOfficeConfig(AdminConfig):
    """Django's admin, with our own site: grouped index, Dutch, second factor."""

    default_site = "stroomop.back_office.BackOffice"

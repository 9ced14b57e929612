from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class StroomopConfig(AppConfig):
    name = "stroomop"
    verbose_name = "Site"

    def ready(self) -> None:
        from . import checks  # noqa: F401, PLC0415 - checks register themselves, once the apps are there


class BackOfficeConfig(AdminConfig):
    """Django's admin, with our own site: grouped index, Dutch, second factor."""

    default_site = "stroomop.back_office.BackOffice"

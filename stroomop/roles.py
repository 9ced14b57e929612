"""The four roles: what each may do, by kind of item.

This table is the source: ``migrate`` writes it into the four groups, again each time. Groups that staff made
themselves are left alone.
"""

from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions

LOOK = ("view",)
ADD = ("view", "add")
CHANGE = ("view", "change")
WRITE = ("view", "add", "change")
EDIT = ("view", "add", "change", "delete")

# What stands on the site in words; also the rows below an item for which Django asks a right of their own.
TEXTS = {
    "projects.project": EDIT,
    "projects.formername": EDIT,
    "projects.condition": EDIT,
    "projects.result": EDIT,
    "projects.participation": EDIT,
    "projects.projectsource": EDIT,
    "projects.update": EDIT,
    "projects.lesson": EDIT,
    "projects.experience": EDIT,
    "projects.theme": EDIT,
    "projects.veranderopgave": EDIT,
    "projects.hoofddoel": EDIT,
    "projects.randvoorwaarde": EDIT,
    "projects.publication": EDIT,
    "projects.story": EDIT,
    "projects.event": EDIT,
    "projects.glossaryterm": EDIT,
    "projects.organisation": EDIT,
    "projects.organisationformername": EDIT,
    "projects.organisationsource": EDIT,
    "projects.person": EDIT,
    "projects.initiative": EDIT,
    "projects.initiativesource": EDIT,
    "projects.image": EDIT,
    "projects.redirect": EDIT,
    "advies.report": EDIT,
    "advies.advies": EDIT,
    "advies.news": EDIT,
    "advies.agreement": EDIT,
    "advies.check": EDIT,
    "advies.statement": EDIT,
    # A correction is a row of its own.
    "advies.assessment": ADD,
    "advies.response": ADD,
    "stroomop.page": EDIT,
    # On every page: what is wrong is mended, and only a beheerder takes one away.
    "stroomop.helpline": WRITE,
    # The templates ask for these by name.
    "stroomop.textblock": CHANGE,
    # Written by a command.
    "stroomop.linkcheck": LOOK,
}
# What is measured.
FIGURES = {
    "monitor.indicator": EDIT,
    "monitor.speerpunt": EDIT,
    "monitor.source": EDIT,
    "monitor.dimension": EDIT,
    "monitor.category": WRITE,
    "monitor.chartevent": EDIT,
    "monitor.panelround": EDIT,
    "monitor.scale": EDIT,
    # Made by the importer.
    "monitor.period": LOOK,
}
# The figures as they came in: with small groups that may be somebody, and with what is not public yet. Nobody merely
# looks at these. Whoever hands in a file comes to its page, so adding alone is no use.
LEDGER = {
    "monitor.import": WRITE,
    "monitor.release": CHANGE,
    "monitor.panelresult": ("add",),
}
# With the names and addresses of readers: nobody merely looks at these.
MESSAGES = {"stroomop.message": CHANGE}
ACCOUNTS = {
    "stroomop.user": WRITE,
    "stroomop.signin": LOOK,
    "auth.group": LOOK,
}


def look(*tables: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys([model for table in tables for model in table], LOOK)


REDACTEUR, CIJFERBEHEERDER, MEELEZER, BEHEERDER = "redacteur", "cijferbeheerder", "meelezer", "beheerder"
ROLES = {
    REDACTEUR: TEXTS | MESSAGES | look(FIGURES),
    CIJFERBEHEERDER: FIGURES | LEDGER | look(TEXTS),
    MEELEZER: look(TEXTS, FIGURES),
    BEHEERDER: TEXTS | MESSAGES | FIGURES | LEDGER | ACCOUNTS | {"stroomop.helpline": EDIT},
}
IN_WORDS = {
    REDACTEUR: "Schrijft en publiceert de teksten, en beantwoordt berichten van lezers. Kijkt bij de Monitor mee.",
    CIJFERBEHEERDER: "Brengt cijfers in, kijkt ze na en publiceert ze. Kijkt bij de teksten mee.",
    MEELEZER: "Kijkt mee en verandert niets. Ziet geen accounts, geen berichten van lezers en geen cijfers die nog "
    "niet openbaar zijn.",
    BEHEERDER: "Mag alles van de andere rollen, en maakt en sluit accounts.",
}


def manages_accounts(user: Any) -> bool:
    """The right to change accounts is not enough, since whoever has it can take every other: it goes with the role."""
    return bool(user.is_active and (user.is_superuser or BEHEERDER in user.group_names))


def may_change_account(user: Any, account: Any) -> bool:
    """Whoever can change an account can come in with it. So a beheerder changes only those that may do nothing beyond
    the four roles; the others are for superusers."""
    return manages_accounts(user) and (user.is_superuser or is_within_roles(account))


def is_within_roles(account: Any) -> bool:
    return not account.is_superuser and account.group_names <= ROLES.keys() and not account.user_permissions.exists()


def write_roles(using: str = "default", apps: Apps = installed, **kwargs: Any) -> None:
    try:
        groups, permissions = apps.get_model("auth", "Group").objects, apps.get_model("auth", "Permission").objects
    except LookupError:
        # Migrated back to before there were groups.
        return
    # Django makes these app by app, and this runs after the first.
    for label in sorted({model.partition(".")[0] for table in ROLES.values() for model in table}):
        create_permissions(installed.get_app_config(label), verbosity=0, using=using, apps=apps)
    known = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in permissions.using(using).select_related("content_type")
    }
    for role, table in ROLES.items():
        wanted = [(*model.split("."), action) for model, actions in table.items() for action in actions]
        group, _ = groups.using(using).get_or_create(name=role)
        group.permissions.set(
            known[app, f"{action}_{model}"] for app, model, action in wanted if (app, f"{action}_{model}") in known
        )
